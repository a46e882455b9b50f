"""Structures written as a ratio."""

from decimal import Decimal

import pytest

from taizhang.extraction.figures.structures import shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三次产业结构为5∶40∶55。", [("5", False), ("40", False), ("55", False)]),
        (
            "三次产业结构由8.2：41.3：50.5优化为7.1:40:52.9，",
            [("8.2", True), ("41.3", True), ("50.5", True), ("7.1", False), ("40", False), ("52.9", False)],
        ),
        ("三次产业比例进一步调整为6∶44∶50", [("6", False), ("44", False), ("50", False)]),
        (
            "产业结构进一步优化，三次产业结构由8∶41∶51调整为7∶40∶53。",
            [("8", True), ("41", True), ("51", True), ("7", False), ("40", False), ("53", False)],
        ),
        ("比赛以3∶2获胜，三次产业协调发展。", []),
        ("三次产业结构持续优化，完成项目5个。", []),
    ],
)
def test_each_sector_has_its_share(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(str(share.value), share.base) for share in shares(text)] == expected
    assert all(Decimal(text[share.start : share.end]) == share.value for share in shares(text))


def test_the_shares_are_in_the_order_of_sectors() -> None:
    names = [share.indicator[:4] for share in shares("三次产业结构为5∶40∶55。")]
    assert names == ["第一产业", "第二产业", "第三产业"]


def test_shares_behind_the_word_for_expected_are_estimates() -> None:
    told = "预计三次产业结构由8:41:51调整为7:40:53。"
    assert all(share.foreseen for share in shares(told))
    assert not any(share.foreseen for share in shares("预计产值增长5%。三次产业结构为7:40:53。"))
