"""The passage of the main expected targets, and the records it gives, on reports of our own."""

import pytest

from taizhang.extraction import extract
from taizhang.model import Target
from taizhang.reading import read_bytes

FRAME = """东山市政府工作报告
——2026年1月10日在东山市第五届人民代表大会第三次会议上
市长 李明

各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全市地区生产总值增长5.2%，超过预期目标。
二、“十五五”时期主要目标
“十五五”时期经济社会发展主要目标是：地区生产总值年均增长5%，粮食产量保持稳定，居民收入稳步提高，环境质量改善。
三、2026年工作安排
{plan}
（一）做强产业。
推进技术改造，新增企业12家。
"""


def targets(plan: str) -> tuple[Target, ...]:
    return extract(read_bytes(FRAME.format(plan=plan).encode(), "东山.txt")).targets


def said(plan: str) -> list[tuple[str, str]]:
    return [(target.indicator, target.quote) for target in targets(plan)]


def test_aims_of_a_plan_of_several_years_are_no_targets_of_the_year() -> None:
    assert said("今年要抓好各项工作。") == []


@pytest.mark.parametrize(
    "opening",
    [
        "今年全市经济社会发展主要预期目标是：",
        "建议2026年主要预期目标为：",
        "综合各方面因素，今年的主要目标任务是：",
        "主要预期目标安排如下：",
    ],
)
def test_openings(opening: str) -> None:
    plan = opening + "地区生产总值增长5%左右，固定资产投资保持增长，粮食产量12万吨以上，城镇新增就业3万人。"
    assert said(plan) == [
        ("地区生产总值", "5%"),
        ("固定资产投资", "保持增长"),
        ("粮食产量", "12万吨"),
        ("城镇新增就业", "3万人"),
    ]


def test_a_list_goes_on_over_sentences_and_stops_where_the_text_turns_away() -> None:
    plan = (
        "主要预期目标是：地区生产总值增长5%左右。规模以上工业增加值增长6%，进出口总额总体稳定。"
        "居民消费价格涨幅2%左右。这些目标充分考虑了增长5%左右的需要和可能。"
    )
    assert [quote for _, quote in said(plan)] == ["5%", "6%", "总体稳定", "2%"]


def test_points_with_dashes_belong_to_the_list() -> None:
    plan = "主要预期目标是：\n——地区生产总值增长5%左右；\n——居民收入增长与经济增长同步；\n——城镇调查失业率5.5%左右。"
    assert [quote for _, quote in said(plan)] == ["5%", "与经济增长同步", "5.5%"]


def test_single_statements_count_where_there_is_no_list_and_are_doubted() -> None:
    found = targets("今年经济增长预期目标为5%左右，这是积极稳妥的。")
    assert [(target.indicator, target.code, target.quote) for target in found] == [("经济增长", "gdp", "5%")]
    assert found[0].sure == "review"
    assert "没有目标清单" in (found[0].reason or "")


def test_a_statement_that_goes_on_with_numbers_is_a_list() -> None:
    plan = "建议今年全市经济增长的预期目标为7%左右，财政收入增长6%，工业、投资分别增长8%、9%，新增就业3万人。"
    assert [quote for _, quote in said(plan)] == ["7%", "6%", "8%", "9%", "3万人"]
    assert all(target.sure == "certain" for target in targets(plan) if target.code in ("gdp", "budget_revenue"))


def test_joint_indicators_give_a_record_each_with_one_span() -> None:
    found = targets(
        "主要预期目标是：地区生产总值增长5%，粮食产量12万吨，城镇新增就业3万人，能源、碳排放等指标达到国家要求。"
    )
    joint = found[-2:]
    assert [(target.indicator, target.bound) for target in joint] == [("能源", "assigned"), ("碳排放", "assigned")]
    assert joint[0].start == joint[1].start
    assert joint[0].period == "2026"


def test_more_than_the_number_is_striven_for() -> None:
    found = targets("主要预期目标是：地区生产总值增长5%左右、力争更好结果，城镇新增就业3万人，粮食产量12万吨。")
    assert [target.stretch for target in found] == [True, False, False]
