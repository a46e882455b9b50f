"""Names of listed targets, written out."""

from decimal import Decimal

import pytest

from taizhang.extraction.target_names import settle_names
from taizhang.model import Figure


def figure(indicator: str) -> Figure:
    return Figure(0, 2, "5%", indicator, "growth", "%", "approx", "target", value=Decimal(5))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["一二三产增加值"] * 3, ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        (["二产增加值", "三产增加值"], ["第二产业增加值", "第三产业增加值"]),
        (["地区生产总值按增长安排"], ["地区生产总值"]),
        (["市委提出今年经济"], ["经济增长"]),
        (["居民消费价格"], ["居民消费价格"]),
    ],
)
def test_names_are_written_out(said: list[str], meant: list[str]) -> None:
    assert [settled.indicator for settled in settle_names([figure(name) for name in said])] == meant
