"""Names of listed targets, written out."""

from decimal import Decimal

import pytest

from taizhang.extraction.target_names import indicators, settle_names
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


@pytest.mark.parametrize(
    ("subject", "phrase", "named"),
    [
        ("能源、碳排放等指标", "达到国家要求", ["能源", "碳排放"]),
        ("城镇和农村居民人均可支配收入", "与经济增长同步", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("居民收入增速", "高于经济增速", ["居民收入"]),
        ("", "完成国家下达的粮食生产、节能目标任务", ["粮食生产", "节能"]),
        ("", "完成节能减排目标任务", ["节能减排"]),
        ("研究与试验发展经费投入", "持续提升", ["研究与试验发展经费投入"]),
        ("各项约束性指标", "控制在省下达目标以内", ["约束性指标"]),
        ("生产安全事故起数和死亡人数", "大幅下降", ["生产安全事故起数", "生产安全事故死亡人数"]),
        ("", "高于经济增速", []),
    ],
)
def test_indicators_of_a_condition(subject: str, phrase: str, named: list[str]) -> None:
    assert indicators(subject, phrase) == named
