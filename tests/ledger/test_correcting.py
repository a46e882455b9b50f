"""What a person says of an extracted record stays with it when the report is read again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from taizhang.ledger import Ledger, LedgerError
from taizhang.model import Figure, Reading
from tests.readings import TEXT, small_reading


def shifted(reading: Reading, by: str) -> Reading:
    """The same reading of a text with some words before it."""
    step = len(by)

    def moved(row: object) -> object:
        return replace(row, start=row.start + step, end=row.end + step)  # type: ignore[attr-defined,type-var]

    report = replace(reading.report, text=by + reading.report.text, sha256="f" * 64)
    return Reading(report=report, figures=tuple(moved(row) for row in reading.figures))  # type: ignore[misc]


@pytest.fixture
def reading() -> Reading:
    return replace(small_reading(), tasks=())


def figure(ledger: Ledger, quote: str) -> Figure:
    return next(row for row in ledger.read_report(1).reading.figures if row.quote == quote)


def test_a_correction_outlives_a_new_reading(ledger: Ledger, reading: Reading) -> None:
    ledger.import_reading(reading, "report.txt")
    growth = figure(ledger, "6%")
    ledger.correct(1, "figures", (growth.start, growth.end), "correct", "王", {"value": "6.1", "bound": "approx"})
    assert (figure(ledger, "6%").value, figure(ledger, "6%").bound) == (Decimal("6.1"), "approx")
    ledger.import_reading(shifted(reading, "（更正稿）\n"), "corrected.txt")
    assert ledger.reports()[0].version == 2
    after = figure(ledger, "6%")
    assert (after.value, after.start) == (Decimal("6.1"), growth.start + 6)
    assert ledger.read_report(1, corrected=False).reading.figures[1].value == Decimal(6)


def test_a_record_drawn_otherwise_by_a_better_reader_is_still_meant(ledger: Ledger, reading: Reading) -> None:
    ledger.import_reading(reading, "report.txt")
    growth = figure(ledger, "6%")
    ledger.correct(1, "figures", (growth.start, growth.end), "correct", "王", {"period": "2018"})
    wider = replace(growth, start=growth.start - 2, quote="增长6%")
    assert TEXT[wider.start : wider.end] == "增长6%"
    figures = tuple(wider if row == growth else row for row in reading.figures)
    ledger.import_reading(replace(reading, figures=figures), "report.txt")
    assert figure(ledger, "增长6%").period == "2018"


def test_a_dropped_record_stays_away_and_an_accepted_one_is_certain(ledger: Ledger, reading: Reading) -> None:
    doubted = tuple(replace(row, sure="review", reason="单位存疑") for row in reading.figures)
    ledger.import_reading(replace(reading, figures=doubted), "report.txt")
    first, second, _ = ledger.read_report(1).reading.figures
    ledger.correct(1, "figures", (first.start, first.end), "drop", "王")
    ledger.correct(1, "figures", (second.start, second.end), "accept", "王")
    left = ledger.read_report(1).reading.figures
    assert [(row.quote, row.sure) for row in left] == [("6%", "certain"), ("200公里", "review")]
    assert [one.verdict for one in ledger.corrections(1)] == ["drop", "accept"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"value": "六"}, "value: a number"),
        ({"bound": "approximately"}, "bound: one of exact"),
        ({"unit": ""}, "unit: is needed"),
        ({"headline": "yes"}, "headline: true or false"),
        ({"quote": "7%"}, "quote: not a field"),
    ],
)
def test_values_out_of_form_are_named(ledger: Ledger, reading: Reading, values: dict[str, object], said: str) -> None:
    ledger.import_reading(reading, "report.txt")
    row = figure(ledger, "6%")
    head = ledger.head()
    with pytest.raises(LedgerError, match=said):
        ledger.correct(1, "figures", (row.start, row.end), "correct", "王", values)
    assert ledger.head() == head
