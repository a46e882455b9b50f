"""Quantities are found with value, unit, bound and kind, at the span that the guide asks for."""

from decimal import Decimal

import pytest

from taizhang.language import Quantity, scan


def one(text: str) -> Quantity:
    found = scan(text)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].quote
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "bound"),
    [
        ("地区生产总值达到1.93万亿元，", "1.93万亿元", "1930000000000", "元", "exact"),
        ("提高0.5个百分点", "0.5个百分点", "0.5", "百分点", "exact"),
        ("增长6%左右", "6%", "6", "%", "approx"),
        ("超5000余户", "5000余户", "5000", "户", "min"),
        ("新增上百家企业", "百家", "100", "家", "min"),
        ("约百分之零点九", "百分之零点九", "0.9", "%", "approx"),
        ("接待20万人次以上", "20万人次", "200000", "人次", "min"),
        ("控制在5.5%左右", "5.5%", "5.5", "%", "approx"),
        ("控制在3%", "3%", "3", "%", "max"),
        ("浓度每立方米39微克", "39微克", "39", "微克/立方米", "exact"),
        ("全科医生达到每万人 4.18 名", "4.18 名", "4.18", "名/万人", "exact"),
        ("提高到每人每月995元", "995元", "995", "元/人·月", "exact"),
        ("人均58万元/人", "58万元/人", "580000", "元/人", "exact"),
        ("装机350万千瓦", "350万千瓦", "3500000", "千瓦", "exact"),
        ("建成500千伏线路", "500千伏", "500", "千伏", "exact"),
        ("居全国第3位", "第3位", "3", "位", "exact"),
        ("进入前十", "前十", "10", "位", "max"),
        ("位居首位", "首位", "1", "位", "exact"),
        ("收入前20%家庭", "20%", "20", "%", "exact"),
        ("付款82，225.00元", "82，225.00元", "82225", "元", "exact"),
        ("占四成", "四成", "40", "%", "exact"),
        ("收入比缩小至2.5∶1", "2.5∶1", "2.5", "无", "exact"),
        ("建成三公里", "三公里", "3", "公里", "exact"),
        ("历时十分钟", "十分钟", "10", "分钟", "exact"),
        ("达一点五亿元", "一点五亿元", "150000000", "元", "exact"),
        ("增加数百万", "数百万", "1000000", "", "min"),
        ("突破万亿大关", "万亿", "1000000000000", "", "min"),
        ("用了两个半小时", "两个半小时", "2.5", "小时", "exact"),
        ("零下5摄氏度", "零下5摄氏度", "-5", "摄氏度", "exact"),
        ("近三年", "三年", "3", "年", "exact"),
        ("两个千亿级集群", "两个", "2", "个", "exact"),
        ("百余项改革", "百余项", "100", "项", "min"),
        ("数以万计的群众", "数以万计", "10000", "", "min"),
        ("超过半数", "半数", "50", "%", "min"),
        ("合格率百分百", "百分百", "100", "%", "exact"),
        ("50万元（含）以上", "50万元", "500000", "元", "min"),
        ("阅读量10万+", "10万", "100000", "", "min"),
        ("不止3家", "3家", "3", "家", "min"),
        ("浓度≤35微克", "35微克", "35", "微克", "max"),
        ("大于等于100", "100", "100", "", "min"),
        ("负的百分之二十", "负的百分之二十", "-20", "%", "exact"),
        ("用时一个半月", "一个半月", "1.5", "个月", "exact"),
        ("买了一个半", "一个半", "1.5", "个", "exact"),
        ("1½小时", "1½小时", "1.5", "小时", "exact"),
        ("3.6×10⁴千瓦时", "3.6×10⁴千瓦时", "36000", "千瓦时", "exact"),
        ("月薪30w", "30w", "300000", "", "exact"),
        ("收入比为2.5比1", "2.5比1", "2.5", "无", "exact"),
        ("上行25个BP", "25个BP", "25", "基点", "exact"),
        ("全长1.5万千米", "1.5万千米", "15000", "公里", "exact"),
        ("全长一万五千米", "一万五千米", "15000", "米", "exact"),
        ("二两", "二两", "2", "两", "exact"),
        ("一两", "一两", "1", "两", "exact"),
        ("三斤五两", "三斤五两", "3.5", "斤", "exact"),
        ("摄氏37度", "37度", "37", "摄氏度", "exact"),
        ("2024年半导体产业", "2024年", "2024", "年", "exact"),
        ("二○○八年", "二○○八年", "2008", "年", "exact"),
        ("時速120km/h", "120km/h", "120", "公里/小时", "exact"),
    ],
)
def test_value_unit_and_bound(text: str, quote: str, value: str, unit: str, bound: str) -> None:
    found = scan(text)[0]
    assert (found.quote, found.value, found.unit, found.bound) == (quote, Decimal(value), unit, bound)


@pytest.mark.parametrize("text", ["4.5%—5%", "4.5-5%", "4.5%至5%", "4.5～5%", "4.5%–5%", "百分之四点五到百分之五"])
def test_a_range_in_every_dash(text: str) -> None:
    found = one(f"增长{text}")
    assert (found.quote, found.low, found.high, found.bound) == (text, Decimal("4.5"), Decimal(5), "range")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("百分之三到五", 3, 5, "%"),
        ("二到三元", 2, 3, "元"),
        ("两到三年", 2, 3, "年"),
        ("一两天", 1, 2, "天"),
        ("五到六成", 50, 60, "%"),
        ("十八至三十万日元", 180_000, 300_000, "日元"),
        ("三到五百万", 3_000_000, 5_000_000, ""),
        ("三千到五千万元", 30_000_000, 50_000_000, "元"),
        ("10~15k元", 10_000, 15_000, "元"),
        ("8500到3万元", 8_500, 30_000, "元"),
        ("一千到一千五百", 1_000, 1_500, ""),
        ("3-5万", 30_000, 50_000, ""),
        ("1万(含)-5万元", 10_000, 50_000, "元"),
        ("¥10—20", 10, 20, "元"),
        ("-5～5℃", -5, 5, "摄氏度"),
        ("零下5到3度", -5, 3, "度"),
        ("零下五到三度", -5, 3, "度"),
        ("零下二三十度", -30, -20, "度"),
        ("20和30岁之间", 20, 30, "岁"),
    ],
)
def test_a_range_shares_what_its_ends_leave_out(text: str, low: int, high: int, unit: str) -> None:
    found = scan(text)[0]
    assert (found.low, found.high, found.unit, found.bound) == (low, high, unit, "range")


@pytest.mark.parametrize("text", ["2020至2025", "010-6403", "20和30岁", "从一到三个", "8至3"])
def test_two_numbers_that_make_no_range(text: str) -> None:
    assert all(q.low is None for q in scan(text))


def test_from_to_is_no_range() -> None:
    assert [q.value for q in scan("由5%到8%")] == [5, 8]


def test_a_range_shares_its_power() -> None:
    assert (one("5至10万人").low, one("5至10万人").high) == (50000, 100000)


@pytest.mark.parametrize(
    "text",
    [
        "5G基站",
        "G60走廊",
        "PM2.5年均浓度",
        "进一步统一",
        "“十四五”时期",
        "二是千方百计",
        "四川",
        "两两组合",
        "十字路口",
    ],
)
def test_names_and_words_hold_no_quantity(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019年", "date"),
        ("3月", "date"),
        ("第二季度", "ordinal"),
        ("九十年代", "date"),
        ("5年", "time"),
        ("2600年", "time"),
    ],
)
def test_dates_and_ordinals_are_marked(text: str, kind: str) -> None:
    assert one(text).kind == kind


def test_offsets_are_into_the_raw_text() -> None:
    found = one("增長１．５萬億元")
    assert (found.quote, found.value) == ("１．５萬億元", Decimal(1500000000000))
