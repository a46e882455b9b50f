"""The elapsed share of a plan."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from taizhang.model import Condition
from taizhang.monitoring import Node, Plan, elapsed, expected_share

YEAR = (date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "days"),
    [
        (date(2019, 12, 31), Fraction(0), Fraction(0)),
        (date(2020, 1, 1), Fraction(0), Fraction(1, 366)),
        (date(2020, 1, 31), Fraction(1, 12), Fraction(31, 366)),
        (date(2020, 2, 28), Fraction(1, 12), Fraction(59, 366)),
        (date(2020, 2, 29), Fraction(2, 12), Fraction(60, 366)),
        (date(2020, 11, 29), Fraction(10, 12), Fraction(334, 366)),
        (date(2020, 11, 30), Fraction(11, 12), Fraction(335, 366)),
        (date(2020, 12, 31), Fraction(1), Fraction(1)),
        (date(2021, 3, 1), Fraction(1), Fraction(1)),
    ],
)
def test_the_year_passes_by_whole_months_or_by_days(day: date, months: Fraction, days: Fraction) -> None:
    assert elapsed(*YEAR, day, "months") == months
    assert elapsed(*YEAR, day, "days") == days


def test_the_period_is_the_tasks_own() -> None:
    assert elapsed(date(2020, 4, 1), date(2020, 9, 30), date(2020, 6, 30), "months") == Fraction(1, 2)


def plan(**changes: object) -> Plan:
    given: dict[str, object] = {
        "name": "新增停车泊位",
        "kind": "amount",
        "start": YEAR[0],
        "due": YEAR[1],
        "condition": Condition("min", Decimal(200), unit="个"),
        "nodes": (Node(date(2020, 3, 31), Decimal(20)), Node(date(2020, 9, 30), Decimal(140))),
    }
    return Plan(**(given | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "step", "linear"),
    [
        (date(2020, 3, 30), Fraction(0), Fraction(1, 10) * Fraction(90, 91)),
        (date(2020, 3, 31), Fraction(1, 10), Fraction(1, 10)),
        (date(2020, 6, 30), Fraction(1, 10), Fraction(1, 10) + Fraction(6, 10) * Fraction(91, 183)),
        (date(2020, 9, 30), Fraction(7, 10), Fraction(7, 10)),
        (date(2020, 12, 30), Fraction(7, 10), Fraction(7, 10) + Fraction(3, 10) * Fraction(91, 92)),
        (date(2020, 12, 31), Fraction(1), Fraction(1)),
    ],
)
def test_the_units_own_nodes_are_steps_or_a_line(day: date, step: Fraction, linear: Fraction) -> None:
    assert expected_share(plan(), day, "months") == step
    assert expected_share(plan(between="linear"), day, "months") == linear


def test_a_standing_task_has_no_share() -> None:
    assert expected_share(plan(due=None, nodes=()), date(2020, 6, 30), "months") is None


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"due": date(2019, 12, 31)}, "lies before the start"),
        ({"condition": None}, "needs a condition"),
        ({"kind": "milestone"}, "has no condition"),
        ({"nodes": (Node(date(2020, 9, 30)), Node(date(2020, 3, 31)))}, "order of their days"),
        ({"condition": Condition("exact", Decimal(0))}, "other than zero"),
    ],
)
def test_a_plan_that_says_nothing_clear_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plan(**changes)
