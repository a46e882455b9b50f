"""The elapsed share of a plan (序时进度), as an exact fraction."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from taizhang.monitoring.plan import Node, Plan

Method = Literal["months", "days"]


def elapsed(start: date, due: date, day: date, method: Method) -> Fraction:
    """The share of the period that is over at the end of `day`: whole months (11/12 on 30 November), or days."""
    if day >= due:
        return Fraction(1)
    if day < start:
        return Fraction(0)
    if method == "days":
        return Fraction((day - start).days + 1, (due - start).days + 1)
    months = month_number(due) - month_number(start) + 1
    ended = day == month_end(day)
    return Fraction(month_number(day) - month_number(start) + ended, months)


def month_number(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_ends_before(day: date, start: date) -> list[date]:
    """The month ends from `start` on that lie before `day`, the latest first."""
    found = []
    end = day.replace(day=1) - timedelta(days=1)
    while end >= start:
        found.append(end)
        end = end.replace(day=1) - timedelta(days=1)
    return found


def expected_share(plan: Plan, day: date, method: Method) -> Fraction | None:
    """What share of the plan should be done at the end of `day`: by the unit's own nodes where they hold numbers,
    else by the calendar; none for a standing task without nodes.
    """
    marks = [(node.on, share_of(plan, node)) for node in plan.nodes]
    numbered = [(on, share) for on, share in marks if share is not None]
    if plan.due is not None and day >= plan.due:
        return Fraction(1)
    if not numbered:
        return None if plan.due is None else elapsed(plan.start, plan.due, day, method)
    passed = [share for on, share in numbered if on <= day]
    reached = passed[-1] if passed else Fraction(0)
    if plan.between == "step":
        return reached
    last_day = ([plan.start - timedelta(days=1)] + [on for on, _ in numbered if on <= day])[-1]
    ahead = [(on, share) for on, share in numbered if on > day]
    if not ahead and plan.due is not None:
        ahead = [(plan.due, Fraction(1))]
    if not ahead or day < plan.start:
        return reached
    next_day, next_share = ahead[0]
    return reached + (next_share - reached) * Fraction((day - last_day).days, (next_day - last_day).days)


def share_of(plan: Plan, node: Node) -> Fraction | None:
    """A node's number as a share of the whole plan."""
    return None if node.expected is None else done_share(plan, node.expected)


def done_share(plan: Plan, value: Decimal) -> Fraction | None:
    """How much of the goal a value is: of the target, of the way from the base (0 to 1), or of 100 %.

    None where a level has no base, or the base is the target already.
    """
    if plan.kind == "milestone":
        return Fraction(value) / 100
    target = plan.target
    if plan.kind in ("amount", "quota"):
        return Fraction(value) / Fraction(target or 1)
    if plan.kind != "level" or plan.base is None or target is None or target == plan.base:
        return None
    way = Fraction(value - plan.base) / Fraction(target - plan.base)
    return min(max(way, Fraction(0)), Fraction(1))
