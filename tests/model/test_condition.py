"""Every rule of judging at its edges; the verdicts were written down before the code."""

from decimal import Decimal

import pytest

from taizhang.model import Condition, Context, Figure, Target
from taizhang.model.condition import margin

HIGHER = Context()
LOWER = Context(better="lower")
PRICE = Context(better="lower", price=True)

# condition: bound, value or (low, high), unit · actual · context · verdict · reason
NUMERIC = [
    # approx: met within half a point, exceeded beyond, nearly for one margin more
    ("approx", "6", "%", "6", HIGHER, "met", "within_margin"),
    ("approx", "6", "%", "6.5", HIGHER, "met", "within_margin"),
    ("approx", "6", "%", "5.5", HIGHER, "met", "within_margin"),
    ("approx", "6", "%", "6.6", HIGHER, "exceeded", "better_than_margin"),
    ("approx", "6", "%", "5.4", HIGHER, "nearly", "just_short"),
    ("approx", "6", "%", "5.0", HIGHER, "nearly", "just_short"),
    ("approx", "6", "%", "4.9", HIGHER, "missed", "far_short"),
    # approx of an amount: five per cent of it
    ("approx", "1000", "人", "1050", HIGHER, "met", "within_margin"),
    ("approx", "1000", "人", "1051", HIGHER, "exceeded", "better_than_margin"),
    ("approx", "1000", "人", "900", HIGHER, "nearly", "just_short"),
    ("approx", "1000", "人", "899", HIGHER, "missed", "far_short"),
    # a rate from 20 % up has the margin of an amount
    ("approx", "20", "%", "21", HIGHER, "met", "within_margin"),
    ("approx", "20", "%", "21.1", HIGHER, "exceeded", "better_than_margin"),
    # approx where less is better
    ("approx", "4.5", "%", "3.9", LOWER, "exceeded", "better_than_margin"),
    ("approx", "4.5", "%", "5.0", LOWER, "met", "within_margin"),
    ("approx", "4.5", "%", "5.5", LOWER, "nearly", "just_short"),
    ("approx", "4.5", "%", "5.6", LOWER, "missed", "far_short"),
    # exact
    ("exact", "9000000", "人", "9000000", HIGHER, "met", "reached"),
    ("exact", "9000000", "人", "9000500", HIGHER, "met", "reached"),
    ("exact", "9000000", "人", "9800000", HIGHER, "exceeded", "better_than_goal"),
    ("exact", "9000000", "人", "8550000", HIGHER, "nearly", "just_short"),
    ("exact", "9000000", "人", "8540000", HIGHER, "missed", "far_short"),
    ("exact", "3.25", "%", "3.25", HIGHER, "met", "reached"),
    # min
    ("min", "6", "%", "6", HIGHER, "met", "reached"),
    ("min", "6", "%", "6.1", HIGHER, "exceeded", "better_than_goal"),
    ("min", "6", "%", "5.5", HIGHER, "nearly", "just_short"),
    ("min", "6", "%", "-1.4", HIGHER, "missed", "far_short"),
    # max: less is better whatever the indicator
    ("max", "4.6", "%", "4.6", HIGHER, "met", "reached"),
    ("max", "4.6", "%", "4.2", LOWER, "exceeded", "better_than_goal"),
    ("max", "4.6", "%", "5.1", LOWER, "nearly", "just_short"),
    ("max", "4.6", "%", "5.2", LOWER, "missed", "far_short"),
    # prices are met at or below, never exceeded
    ("max", "3", "%", "1.5", PRICE, "met", "price_held"),
    ("max", "3", "%", "3.0", PRICE, "met", "reached"),
    ("max", "3", "%", "3.5", PRICE, "nearly", "just_short"),
    ("max", "3", "%", "4.8", PRICE, "missed", "far_short"),
    ("approx", "4.8", "%", "5.9", PRICE, "missed", "far_short"),
    ("approx", "4", "%", "-0.7", PRICE, "met", "price_held"),
    ("approx", "4", "%", "4.5", PRICE, "met", "within_margin"),
    ("exact", "3", "%", "2", PRICE, "met", "price_held"),
    # ranges
    ("range", ("4.5", "5"), "%", "4.5", HIGHER, "met", "inside_range"),
    ("range", ("4.5", "5"), "%", "5", HIGHER, "met", "inside_range"),
    ("range", ("4.5", "5"), "%", "5.2", HIGHER, "exceeded", "better_than_goal"),
    ("range", ("4.5", "5"), "%", "4.0", HIGHER, "nearly", "just_short"),
    ("range", ("4.5", "5"), "%", "3.9", HIGHER, "missed", "far_short"),
    ("range", ("2", "3"), "%", "1", PRICE, "met", "price_held"),
    ("range", ("5", "6"), "%", "4", LOWER, "exceeded", "better_than_goal"),
    ("range", ("5", "6"), "%", "6.4", LOWER, "nearly", "just_short"),
    # falls: bounds speak of their size
    ("min", "-3.4", "%", "-5", LOWER, "exceeded", "better_than_goal"),
    ("min", "-3.4", "%", "-3.4", HIGHER, "met", "reached"),
    ("min", "-3.4", "%", "-3", LOWER, "nearly", "just_short"),
    ("min", "-3.4", "%", "1", LOWER, "missed", "far_short"),
    ("approx", "-4", "%", "-1.2", LOWER, "missed", "far_short"),
    ("approx", "-4", "%", "-4.4", LOWER, "met", "within_margin"),
    ("approx", "-4", "%", "-4.6", LOWER, "exceeded", "better_than_margin"),
    ("exact", "-10", "%", "-12", LOWER, "exceeded", "better_than_goal"),
    ("range", ("-4", "-3"), "%", "-3.5", LOWER, "met", "inside_range"),
    ("range", ("-4", "-3"), "%", "-4.5", LOWER, "exceeded", "better_than_goal"),
    ("range", ("-4", "-3"), "%", "-2.6", LOWER, "nearly", "just_short"),
]


@pytest.mark.parametrize(("bound", "goal", "unit", "actual", "context", "verdict", "reason"), NUMERIC)
def test_a_number_is_judged_by_its_bound(
    bound: str, goal: str | tuple[str, str], unit: str, actual: str, context: Context, verdict: str, reason: str
) -> None:
    if isinstance(goal, tuple):
        condition = Condition(bound, low=Decimal(goal[0]), high=Decimal(goal[1]), unit=unit)  # type: ignore[arg-type]
    else:
        condition = Condition(bound, value=Decimal(goal), unit=unit)  # type: ignore[arg-type]
    judged = condition.judge(Decimal(actual), context)
    assert (judged.verdict, judged.reason) == (verdict, reason)
    assert judged.actual == Decimal(actual)


def outside(reference: str) -> Context:
    return Context(reference=Decimal(reference))


DIRECTIONAL = [
    ("positive", "0.1", HIGHER, "met", "grew"),
    ("positive", "0", HIGHER, "missed", "did_not_grow"),
    ("positive", "-0.1", HIGHER, "missed", "did_not_grow"),
    ("negative", "-0.1", LOWER, "met", "fell"),
    ("negative", "0", LOWER, "missed", "did_not_fall"),
    ("above", "4.1", outside("3.4"), "met", "above_reference"),
    ("above", "3.4", outside("3.4"), "nearly", "just_below_reference"),
    ("above", "2.9", outside("3.4"), "nearly", "just_below_reference"),
    ("above", "2.8", outside("3.4"), "missed", "below_reference"),
    ("match", "6.5", outside("7.0"), "met", "level_with_reference"),
    ("match", "7.5", outside("7.0"), "met", "level_with_reference"),
    ("match", "7.6", outside("7.0"), "exceeded", "ahead_of_reference"),
    ("match", "6.0", outside("7.0"), "nearly", "just_below_reference"),
    ("match", "5.9", outside("7.0"), "missed", "below_reference"),
    ("above", "4.1", HIGHER, "unclear", "no_reference"),
    ("match", "4.1", HIGHER, "unclear", "no_reference"),
    ("stable", "1", HIGHER, "met", "steady"),
    ("stable", "-5", HIGHER, "met", "steady"),
    ("stable", "-5.1", HIGHER, "missed", "unsteady"),
    ("stable", "9", HIGHER, "met", "steady"),
    ("stable", "5.1", LOWER, "missed", "unsteady"),
    ("improve", "0.1", HIGHER, "met", "improved"),
    ("improve", "-0.1", LOWER, "met", "improved"),
    ("improve", "0", HIGHER, "missed", "not_improved"),
    ("assigned", "5", HIGHER, "unclear", "no_statement"),
]


@pytest.mark.parametrize(("bound", "actual", "context", "verdict", "reason"), DIRECTIONAL)
def test_a_direction_is_judged_by_a_number(
    bound: str, actual: str, context: Context, verdict: str, reason: str
) -> None:
    judged = Condition(bound, unit="%").judge(Decimal(actual), context)  # type: ignore[arg-type]
    assert (judged.verdict, judged.reason) == (verdict, reason)


STATED = [
    ("approx", None, "silent", "no_outcome"),
    ("approx", "fulfilled", "unclear", "no_number"),
    ("approx", "unsettled", "unclear", "no_number"),
    ("approx", "failed", "missed", "stated_failed"),
    ("assigned", None, "silent", "no_outcome"),
    ("assigned", "fulfilled", "met", "stated_fulfilled"),
    ("stable", "fulfilled", "met", "stated_fulfilled"),
    ("stable", "failed", "missed", "stated_failed"),
    ("improve", "unsettled", "unclear", "no_statement"),
    ("above", "fulfilled", "met", "stated_fulfilled"),
]


@pytest.mark.parametrize(("bound", "stated", "verdict", "reason"), STATED)
def test_words_without_a_number(bound: str, stated: str | None, verdict: str, reason: str) -> None:
    value = Decimal(8) if bound == "approx" else None
    judged = Condition(bound, value=value, unit="%").judge(None, Context(stated=stated))  # type: ignore[arg-type]
    assert (judged.verdict, judged.reason) == (verdict, reason)


def test_the_margin_is_stated() -> None:
    assert margin(Decimal("19.9"), "%") == Decimal("0.5")
    assert margin(Decimal(20), "%") == 1
    assert margin(Decimal(1), "百分点") == Decimal("0.5")
    assert margin(Decimal(-200), "元") == 10
    judged = Condition("approx", value=Decimal(6), unit="%").judge(Decimal("3.4"), Context())
    assert (judged.goal, judged.margin) == (Decimal(6), Decimal("0.5"))


def test_the_end_of_a_range_that_was_missed_is_the_goal() -> None:
    judged = Condition("range", low=Decimal(5), high=Decimal(6), unit="%").judge(Decimal("4.8"), Context())
    assert (judged.verdict, judged.goal) == ("nearly", Decimal(5))


def test_a_condition_of_a_record() -> None:
    target = Target(0, 2, "6%", "地区生产总值", "approx", aspect="growth", unit="%", value=Decimal(6))
    figure = Figure(0, 3, "60件", "专利", "value", "件", "exact", "target", value=Decimal(60))
    assert Condition.of(target) == Condition("approx", value=Decimal(6), unit="%", aspect="growth")
    assert Condition.of(figure).judge(Decimal(61), Context()).verdict == "exceeded"


def test_a_numeric_condition_without_number_cannot_be_judged() -> None:
    with pytest.raises(ValueError, match="approx"):
        Condition("approx", unit="%")
