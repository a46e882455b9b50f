"""What follows from many lights."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from taizhang.model import Condition
from taizhang.monitoring import Plan, Progress, behind_peers, is_stale, light, next_due, reminders, roll_up, ruleset

START, DUE, DAY = date(2020, 1, 1), date(2020, 12, 31), date(2020, 6, 30)


def amount(name: str, value: int, due: date = DUE) -> tuple[Plan, object]:
    plan = Plan(name, "amount", START, due, Condition("exact", Decimal(100), unit="个"))
    return plan, light(plan, [Progress(DAY, Decimal(value))], DAY, ruleset("yinchuan"))


def test_a_task_shows_its_worst_open_goal_and_how_many_are_done() -> None:
    done, well, slow = (amount(name, value)[1] for name, value in (("甲", 100), ("乙", 50), ("丙", 30)))
    found = roll_up([done, well, slow])  # type: ignore[list-item]
    assert found.shown is slow
    assert (found.done, found.total, found.mean) == (1, 3, Fraction(60, 100))
    assert found.sentence.startswith("3项中已办结1项；截至2020年6月30日，「丙」")
    assert roll_up([done, done]).shown is done  # type: ignore[list-item]


def test_the_mean_needs_a_share_of_every_goal() -> None:
    plan = Plan("丁", "milestone", START, DUE)
    begun = light(plan, [Progress(DAY, stage="started")], DAY, ruleset("yinchuan"))
    assert roll_up([begun, amount("甲", 50)[1]]).mean is None  # type: ignore[list-item]
    with pytest.raises(ValueError, match="without goals"):
        roll_up([])


def test_open_goals_that_fall_due_soon_are_reminded_nearest_first() -> None:
    goals = [
        amount("远", 10, date(2020, 7, 16)),
        amount("近", 10, date(2020, 7, 3)),
        amount("期", 10, date(2020, 7, 15)),
        amount("成", 100, date(2020, 7, 3)),
        amount("过", 10, date(2020, 6, 29)),
    ]
    assert [(plan.name, left) for plan, left in reminders(goals, 15)] == [("近", 3), ("期", 15)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("every", "due"),
    [
        ("month", date(2020, 5, 15)),
        ("quarter", date(2020, 7, 15)),
        ("half", date(2020, 10, 15)),
        ("year", date(2021, 4, 15)),
    ],
)
def test_a_series_is_stale_one_period_and_the_delay_after_its_last(every: str, due: date) -> None:
    # The last value speaks of the period that ended on 31 March 2020.
    assert next_due(date(2020, 3, 31), every, 15) == due  # type: ignore[arg-type]


def test_stale_from_that_day_on() -> None:
    assert not is_stale(date(2020, 3, 31), "month", 15, date(2020, 5, 14))
    assert is_stale(date(2020, 3, 31), "month", 15, date(2020, 5, 15))


def test_more_than_ten_points_below_the_median_of_peers_lags() -> None:
    peers = [Fraction(3, 10), Fraction(5, 10), Fraction(9, 10)]
    assert not behind_peers(Fraction(4, 10), peers)
    assert behind_peers(Fraction(39, 100), peers)
    assert not behind_peers(Fraction(0), [])
