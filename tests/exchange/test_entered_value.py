"""Values as people type them, in the unit of the goal."""

from decimal import Decimal

import pytest

from taizhang.exchange import entered_value


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("97", "个", "97"),
        ("2.3万", "个", "23000"),
        ("2.3万个", "个", "23000"),
        ("1,125.5亿元", "元", "112550000000"),
        ("35%", "%", "35"),
        ("35", "%", "35"),
        ("-1.4", "%", "-1.4"),
        (" 160公里 ", "公里", "160"),
        ("一百二十", "家", "120"),
        ("75", None, "75"),
        ("50%", None, "50"),
    ],
)
def test_a_number_with_or_without_its_unit(words: str, unit: str | None, value: str) -> None:
    assert entered_value(words, unit) == Decimal(value)


def test_nothing_typed_is_no_value() -> None:
    assert entered_value("  ", "元") is None


@pytest.mark.parametrize(
    ("words", "unit", "said"),
    [
        ("很多", "个", "a number is needed"),
        ("97个左右，另有3个", "个", "a number is needed"),
        ("5—6", "%", "a number is needed"),
        ("1125", "元", "money without its unit; write for instance 1125亿元"),
        ("12亿元", "个", "is in 元, the goal in 个"),
    ],
)
def test_what_cannot_be_meant_is_refused(words: str, unit: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        entered_value(words, unit)
