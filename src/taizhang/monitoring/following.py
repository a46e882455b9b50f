"""What follows from many lights: roll-up of a task's goals, reminders, stale data, counters, lag behind peers."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from statistics import median
from typing import Literal

from taizhang.monitoring.calendar_share import month_end
from taizhang.monitoring.light_record import Light
from taizhang.monitoring.plan import Plan
from taizhang.monitoring.rulesets import Counter, RuleSet, State

Every = Literal["month", "quarter", "half", "year"]
MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# Of goals at one level, the one that comes first here is shown.
URGENCY: tuple[State, ...] = (
    *("overdue", "behind", "not_started", "on_pace", "ahead", "not_due", "no_light", "done_late", "done"),
)
BEHIND_PEERS = Fraction(-1, 10)


@dataclass(frozen=True, slots=True)
class RollUp:
    """A task of several goals: the worst open one, how many are done, and the mean share where all have one.

    The mean says little where goals are milestones: show it beside `shown`, not in its place.
    """

    shown: Light
    done: int
    total: int
    mean: Fraction | None

    @property
    def sentence(self) -> str:
        """«3项中已办结1项；…» with the sentence of the goal that is shown."""
        return f"{self.total}项中已办结{self.done}项；{self.shown.sentence}"


def roll_up(lights: Sequence[Light]) -> RollUp:
    """The lights of a task's goals as one. Raises `ValueError` where there are none."""
    if not lights:
        raise ValueError("roll-up: a task without goals has no light to show")
    worst = min(lights, key=lambda light: (not light.open, -light.level, URGENCY.index(light.state)))
    shares = [Fraction(1) if not light.open else light.achieved for light in lights]
    known = [share for share in shares if share is not None]
    mean = sum(known, Fraction(0)) / len(known) if len(known) == len(shares) else None
    return RollUp(worst, sum(not light.open for light in lights), len(lights), mean)


def reminders(goals: Iterable[tuple[Plan, Light]], within: int) -> list[tuple[Plan, int]]:
    """Open goals that fall due within so many days, with the days that are left, the nearest first."""
    found = []
    for plan, light in goals:
        if plan.due is not None and light.open and 0 <= (left := (plan.due - light.day).days) <= within:
            found.append((plan, left))
    return sorted(found, key=lambda item: item[1])


def next_due(last_period_end: date, every: Every, delay: int) -> date:
    """The day from which a series is stale: the end of the period after the last one, and `delay` days to publish."""
    month = last_period_end.month - 1 + MONTHS[every]
    following = date(last_period_end.year + month // 12, month % 12 + 1, 1)
    return month_end(following) + timedelta(days=delay)


def is_stale(last_period_end: date, every: Every, delay: int, day: date) -> bool:
    """Whether a series should have had a newer value by `day`."""
    return day >= next_due(last_period_end, every, delay)


def consequences(lights: Iterable[Light], rules: RuleSet) -> list[Counter]:
    """The actions of the rule set whose count a unit's open lights have reached."""
    tally = Tally(light.colour for light in lights if light.open)
    return [rule for rule in rules.counters if tally[rule.colour] >= rule.count]


def behind_peers(own: Fraction, peers: Sequence[Fraction], margin: Fraction = BEHIND_PEERS) -> bool:
    """Whether a unit's share done is below the median of its peers by more than 10 points."""
    return bool(peers) and own - median(peers) < margin
