"""`taizhang.quantities` adds the sense that a clause gives its numbers."""

from decimal import Decimal

import pytest

import taizhang


@pytest.mark.parametrize(
    ("text", "quote", "sense", "direction"),
    [
        ("工业增加值增长8.1%", "8.1%", "growth", "up"),
        ("煤炭消费量下降3.2%", "3.2%", "growth", "down"),
        ("同比增加3万人", "3万人", "change", "up"),
        ("比重提高0.5个百分点", "0.5个百分点", "change", "up"),
        ("比重提高到48%", "48%", "ratio", None),
        ("占全国的三分之一", "三分之一", "ratio", None),
        ("进出口总额3.2万亿元", "3.2万亿元", "value", None),
        ("总量居全国第3位", "第3位", "rank", None),
    ],
)
def test_sense(text: str, quote: str, sense: str, direction: str | None) -> None:
    (found,) = taizhang.quantities(text)
    assert (found.quote, found.sense, found.direction) == (quote, sense, direction)


def test_a_verb_of_another_clause_does_not_count() -> None:
    assert [q.sense for q in taizhang.quantities("增长5%，占比48%")] == ["growth", "ratio"]


def test_words_for_a_set_are_counted_in_pieces() -> None:
    assert [(q.value, q.unit) for q in taizhang.quantities("十打铅笔和三双筷子")] == [(120, "个"), (6, "个")]


@pytest.mark.parametrize(
    ("text", "value", "unit", "currency"),
    [
        ("两美元又三美分", "2.03", "美元", "USD"),
        ("五元三毛", "5.3", "元", "CNY"),
        ("壹佰贰拾叁元肆角伍分", "123.45", "元", "CNY"),
        ("一百二十块五毛", "120.5", "元", "CNY"),
        ("¥1,200", "1200", "元", "CNY"),
        ("$3.5", "3.5", "美元", "USD"),
        ("3.5亿美金", "350000000", "美元", "USD"),
        ("5306亿台币", "530600000000", "新台币", "TWD"),
        ("1萬億日圓", "1000000000000", "日元", "JPY"),
        ("人民币壹仟贰佰叁拾肆元伍角陆分", "1234.56", "元", "CNY"),
        ("人民币3.14", "3.14", "元", "CNY"),
        ("港幣两千九百六十元", "2960", "港元", "HKD"),
        ("新台币 177.1 亿元", "17710000000", "新台币", "TWD"),
        ("HK$500", "500", "港元", "HKD"),
        ("US$ 500", "500", "美元", "USD"),
        ("A$13.5", "13.5", "澳元", "AUD"),
        ("RMB 500万", "5000000", "元", "CNY"),
        ("13.5万USD", "135000", "美元", "USD"),
        ("一块二", "1.2", "元", "CNY"),
        ("两毛五", "0.25", "元", "CNY"),
        ("至少三块零四", "3.04", "元", "CNY"),
        ("12块5", "12.5", "元", "CNY"),
        ("3.04块以上", "3.04", "元", "CNY"),
    ],
)
def test_money_in_any_currency(text: str, value: str, unit: str, currency: str) -> None:
    (found,) = taizhang.quantities(text)
    assert (found.value, found.unit, found.currency) == (Decimal(value), unit, currency)


def test_pieces_are_no_money_and_a_noun_is_no_coin() -> None:
    found = taizhang.quantities("三块石头，两块四川腊肉，XHKD5")
    assert [(q.value, q.unit) for q in found] == [(3, "块"), (2, "元")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三成半", 35),
        ("七成六", 76),
        ("八五折", 85),
        ("75折", 75),
        ("打对折", 50),
        ("百分之百", 100),
        ("七十五万个百分点", 750000),
    ],
)
def test_shares_in_words(text: str, value: int) -> None:
    (found,) = taizhang.quantities(text)
    assert found.value == value
    assert found.kind in {"percent", "point"}


def test_fractions_are_pure_ratios() -> None:
    found = taizhang.quantities("五分之一，三又二分之一，3/5")
    assert [(q.value, q.unit, q.kind) for q in found] == [
        (Decimal("0.2"), "", "fraction"),
        (Decimal("3.5"), "", "fraction"),
        (Decimal("0.6"), "", "fraction"),
    ]


def test_an_address_holds_no_quantity() -> None:
    assert [q.quote for q in taizhang.quantities("见 https://example.org/search?q=30%25 20个")] == ["20个"]
