"""Aspect, sign, bound and unit."""

from decimal import Decimal

import pytest

from tests.extraction.figures.reading import figures_of


@pytest.mark.parametrize(
    ("text", "aspect", "value", "unit", "bound"),
    [
        ("地区生产总值1.93万亿元。", "value", "1930000000000", "元", "exact"),
        ("地区生产总值增长6%左右。", "growth", "6", "%", "approx"),
        ("事故起数下降17.1%。", "growth", "-17.1", "%", "exact"),
        ("占比提高1个百分点。", "change", "1", "百分点", "exact"),
        ("贫困人口比上年减少245万人。", "change", "-2450000", "人", "exact"),
        ("压减一般性支出18亿元。", "change", "-1800000000", "元", "exact"),
        ("关停低效企业300家。", "value", "300", "家", "exact"),
        ("增加学位7万个。", "value", "70000", "个", "exact"),
        ("增加预算内投资100亿元。", "change", "10000000000", "元", "exact"),
        ("居民消费价格涨幅控制在3%。", "growth", "3", "%", "max"),
        ("登记失业率控制在4%以内。", "value", "4", "%", "max"),
        ("失业率控制在5.5%左右。", "value", "5.5", "%", "approx"),
        ("数字经济规模突破2000亿元。", "value", "200000000000", "元", "min"),
        ("地区生产总值连续迈上4个万亿元台阶。", "value", "4", "个", "exact"),
        ("经济总量迈上6万亿元台阶。", "value", "6000000000000", "元", "min"),
        ("经济总量迈上5万亿台阶。", "value", "5000000000000", "元", "min"),
        ("惠及30多万户。", "value", "300000", "户", "min"),
        ("上云率近六成。", "value", "60", "%", "approx"),
        ("低保标准提高到每人每月995元。", "value", "995", "元/人·月", "exact"),
        ("细颗粒物平均浓度每立方米39微克。", "value", "39", "微克/立方米", "exact"),
        ("内设机构精简四分之一。", "growth", "-25", "%", "exact"),
        ("财政收入增长1.36倍。", "growth", "1.36", "倍", "exact"),
        ("资金是1998年的6.2倍。", "value", "6.2", "倍", "exact"),
        ("人均生产总值翻一番。", "growth", "1", "番", "exact"),
        ("出口居全省前3位。", "rank", "3", "位", "max"),
        ("营收保持20%以上增长。", "growth", "20", "%", "min"),
        ("电价下降5分/千瓦时。", "change", "-5", "分/千瓦时", "exact"),
        ("收购价平均每斤提高0.2元。", "change", "0.2", "元/斤", "exact"),
        ("全国精减行政编制共计20万人。", "change", "-200000", "人", "exact"),
        ("人口自然增长率降到6‰。", "value", "6", "‰", "exact"),
        ("新退出平台超计划19家。", "change", "19", "家", "exact"),
        ("度电排放二氧化碳0.2千克。", "value", "0.2", "千克", "exact"),
        ("进出口总额过万亿元。", "value", "1000000000000", "元", "min"),
        ("细颗粒物浓度改善16%。", "growth", "-16", "%", "exact"),
        ("优良天数比例改善2个百分点。", "change", "2", "百分点", "exact"),
        ("减少贫困人口3万人。", "change", "-30000", "人", "exact"),
        ("最低工资标准每月提高180元。", "change", "180", "元/月", "exact"),
        ("平台用户超1亿。", "value", "100000000", "户", "min"),
        ("确保不低于上年农村居民收入的60%。", "value", "60", "%", "min"),
        ("生产总值五年增量超1万亿元。", "change", "1000000000000", "元", "min"),
        ("压减一般性支出10%以上。", "growth", "-10", "%", "min"),
        ("每个乡镇至少建成1个市场。", "value", "1", "个", "min"),
        ("债务率低于警戒线12个百分点。", "change", "-12", "百分点", "exact"),
        ("失业率低于控制目标1.4个百分点。", "change", "-1.4", "百分点", "exact"),
        ("财政收入同口径增长6%。", "growth", "6", "%", "exact"),
        ("生猪存栏恢复至186万头。", "value", "1860000", "头", "exact"),
        ("孕产妇死亡率降至9.2/10万。", "value", "9.2", "/10万", "exact"),
        ("竞争力排名前移4位。", "change", "4", "位", "exact"),
        ("单位能耗比全国平均水平低12个百分点。", "change", "-12", "百分点", "exact"),
        ("产业集群均达到万亿元规模。", "value", "1000000000000", "元", "exact"),
    ],
)
def test_sense(text: str, aspect: str, value: str, unit: str, bound: str) -> None:
    (one,) = figures_of(text)
    assert (one.aspect, one.value, one.unit, one.bound) == (aspect, Decimal(value), unit, bound)


def test_what_more_is_striven_for_is_a_growth_as_well() -> None:
    first, more = figures_of("地区生产总值增长6.5%左右，力争达到7%。", "plan_year")
    assert (first.aspect, first.bound) == ("growth", "approx")
    assert (more.indicator, more.aspect, more.value) == ("地区生产总值", "growth", Decimal(7))


def test_a_range_has_two_ends() -> None:
    (one,) = figures_of("增长4.5%—5%。")
    assert (one.low, one.high, one.value, one.bound) == (Decimal("4.5"), Decimal(5), None, "range")


def test_the_other_end_of_a_change_has_the_same_divisor() -> None:
    found = figures_of("基础养老金由每人每月85元提高到100元。")
    assert [one.unit for one in found] == ["元/人·月", "元/人·月"]


def test_a_word_of_bound_covers_its_list() -> None:
    assert [one.bound for one in figures_of("城镇、农村收入分别增长5%、6%左右。")] == ["approx", "approx"]
    assert [one.bound for one in figures_of("开办企业2个工作日、变更登记3个工作日内完成。")] == ["max", "max"]


def test_sums_passed_in_turn_are_money_without_the_word_for_it() -> None:
    for passed in ("2千亿、3千亿", "2千亿、3千亿元", "两千亿元和三千亿元"):
        found = figures_of(f"一般公共预算收入先后迈过{passed}两个大台阶。")
        assert [(one.value, one.unit, one.bound) for one in found] == [
            (2 * 10**11, "元", "min"),
            (3 * 10**11, "元", "min"),
        ]


def test_a_clipped_point_stands_for_points_anywhere_in_a_list() -> None:
    found = figures_of("钢铁、水泥、化工投资增幅分别回落5个、8个和10个百分点。")
    assert [(one.value, one.unit) for one in found] == [(-5, "百分点"), (-8, "百分点"), (-10, "百分点")]


def test_an_improved_concentration_fell_wherever_its_name_stands() -> None:
    found = figures_of("PM10、PM2.5平均浓度分别为55微克/立方米、30微克/立方米，改善6%和9%。")
    assert [one.value for one in found] == [55, 30, -6, -9]


def test_classes_in_a_list_are_no_sums() -> None:
    assert figures_of("造船、纺织产业分别达到300亿、500亿级规模。") == ()


def test_how_far_a_plan_was_passed_is_an_exact_change() -> None:
    plan, beyond = figures_of("财政收入比年初计划目标30亿元超过5亿元。")
    assert (plan.aspect, beyond.aspect, beyond.value, beyond.bound) == ("value", "change", 5 * 10**8, "exact")
