"""Conditions as table cells have them."""

from decimal import Decimal

import pytest

from taizhang.extraction.target_cell import condition_of_cell


@pytest.mark.parametrize(
    ("cell", "bound", "value"),
    [
        ("7左右", "approx", "7"),
        ("8以上", "min", "8"),
        ("7.5％左右", "approx", "7.5"),
        ("3以内", "max", "3"),
        ("控制在3%以内", "max", "3"),
        ("不低于8", "min", "8"),
        ("约7", "approx", "7"),
        ("增长7左右", "approx", "7"),
        ("下降3.2", "exact", "-3.2"),
        ("-3.4", "exact", "-3.4"),
        ("8以上，力争8.5", "min", "8"),
    ],
)
def test_numbers_take_the_unit_of_their_row(cell: str, bound: str, value: str) -> None:
    found = condition_of_cell(cell, "%", "growth")
    assert found is not None
    assert (found.bound, found.value, found.unit) == (bound, Decimal(value), "%")


@pytest.mark.parametrize("cell", ["6-6.5", "6—6.5", "6%-6.5%", "6至6.5"])
def test_ranges(cell: str) -> None:
    found = condition_of_cell(cell, "%", "growth")
    assert found is not None
    assert (found.bound, found.low, found.high) == ("range", Decimal(6), Decimal("6.5"))


@pytest.mark.parametrize(
    ("cell", "bound", "reference"),
    [
        ("与上年持平", "match", "上年"),
        ("持平", "match", "上年"),
        ("高于GDP增幅", "above", "GDP增幅"),
        ("完成省下达任务", "assigned", None),
        ("保持增长", "positive", None),
    ],
)
def test_words(cell: str, bound: str, reference: str | None) -> None:
    found = condition_of_cell(cell, "%", "growth")
    assert found is not None
    assert (found.bound, found.reference) == (bound, reference)


def test_a_cells_own_unit_wins() -> None:
    found = condition_of_cell("1.5万人", "%", "value")
    assert found is not None
    assert (found.value, found.unit) == (Decimal(15000), "人")


@pytest.mark.parametrize("cell", ["", " ", "—", "-", "/"])
def test_empty_cells_set_nothing(cell: str) -> None:
    assert condition_of_cell(cell, "%", "growth") is None


@pytest.mark.parametrize("cell", ["随便", "见附件", "7左右8以上"])
def test_what_is_no_condition_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is no condition"):
        condition_of_cell(cell, "%", "growth")
