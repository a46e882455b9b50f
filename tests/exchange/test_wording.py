from decimal import Decimal

import pytest

from taizhang.exchange import amount, condition, due_words, quantity
from taizhang.model import Figure, Target


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1930000000000", "元", "1.93万亿元"),
        ("222180000000", "元", "2221.8亿元"),
        ("24000", "人", "2.4万人"),
        ("3073", "名", "3073名"),
        ("53.40", "%", "53.4%"),
        ("0.5", "百分点", "0.5个百分点"),
        ("3", "位", "第3位"),
        ("2500000000000", "件", "25000亿件"),
        ("0", "元", "0元"),
    ],
)
def test_an_amount_reads_as_people_read_it(value: str, unit: str, words: str) -> None:
    assert amount(Decimal(value), unit) == words


def figure(**fields: object) -> Figure:
    base = {"start": 0, "end": 1, "quote": "6", "indicator": "x", "unit": "%", "bound": "exact", "mode": "target"}
    return Figure(**{**base, "aspect": "growth", **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": Decimal(6), "bound": "approx"}, "增长6%左右"),
        ({"value": Decimal("-17.1")}, "下降17.1%"),
        ({"value": Decimal("-3.4"), "bound": "min"}, "下降3.4%以上"),
        ({"low": Decimal("4.5"), "high": Decimal(5), "bound": "range"}, "增长4.5—5%"),
        ({"low": Decimal(-5), "high": Decimal(-3), "bound": "range"}, "下降3—5%"),
        ({"value": Decimal(60), "unit": "件", "aspect": "value"}, "60件"),
    ],
)
def test_a_quantity_has_its_aspect_and_bound(fields: dict[str, object], words: str) -> None:
    assert quantity(figure(**fields)) == words


def test_a_condition_without_a_number_has_the_words_of_the_report() -> None:
    base = {"start": 0, "end": 6, "indicator": "生产安全事故起数"}
    assert condition(Target(**base, quote="大幅下降", bound="negative")) == "大幅下降"
    numeric = {"aspect": "growth", "unit": "%", "value": Decimal(6)}
    assert condition(Target(**base, quote="6%", bound="approx", **numeric)) == "增长6%左右"


def test_an_indicator_that_is_a_change_takes_no_verb() -> None:
    assert quantity(figure(indicator="居民消费价格涨幅", value=Decimal("3.5"), bound="approx")) == "3.5%左右"


def test_a_deadline_says_whether_it_was_assumed() -> None:
    assert due_words("2020-06-30", False) == "2020年6月30日"
    assert due_words("2020-12-31", True) == "2020年12月31日（推定）"
    assert due_words(None, False) == "持续推进"
