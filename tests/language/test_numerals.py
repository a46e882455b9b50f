"""Numerals in every form are read to their exact value."""

from decimal import Decimal

import pytest

from taizhang.language import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一万五千亿", "1500000000000"),
        ("1.93万亿", "1930000000000"),
        ("千亿", "100000000000"),
        ("十几万", "100000"),
        ("500多亿", "50000000000"),
        ("1亿3千多万", "130000000"),
        ("3千余万", "30000000"),
        ("数百万", "1000000"),
        ("壹百五十二", "152"),
        ("两万五千", "25000"),
        ("一点五亿", "150000000"),
        ("1,234.5", "1234.5"),
        ("４，５６５", "4565"),
        ("四百五", "450"),
        ("四百零五", "405"),
        ("九万零四百", "90400"),
        ("五兆六十二亿四万五千二", "5006200045200"),
        ("四萬萬", "400000000"),
        ("7 万5 千4 百", "75400"),
        ("负三十二", "-32"),
        ("半百", "50"),
        ("廿五", "25"),
        ("二〇一九", "2019"),
        ("四百亿点零五零", "40000000000.05"),
        ("一七二〇点一", "1720.1"),
        ("九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九", "999999999999999"),
        ("一百零两", "102"),
        ("2个亿", "200000000"),
        ("100万三千", "1003000"),
        ("3万5000", "35000"),
        ("1亿3400万", "134000000"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "万里", "十四五", "两三百", "三个", "1" * 30, "1" * 65, "一亿亿亿亿零一"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not one number"):
        parse_number(text)
