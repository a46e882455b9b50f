"""Aspect, sign, bound and unit of a figure."""

from __future__ import annotations

from taizhang.extraction.figures.mentions import PAST_PLAN, Mention
from taizhang.extraction.figures.predication import AFTER, Words
from taizhang.extraction.figures.rules import pattern, words
from taizhang.language.predicates import longest_suffix, predicates
from taizhang.model import Aspect, Bound

CUT, UNCUT = pattern("sense.cut"), pattern("sense.uncut")
STAFF = pattern("sense.staff")
WORSE, BETTER = pattern("sense.worse"), words("better")
BELOW, STEP_COUNT = pattern("sense.below"), pattern("sense.step_count")
OF_BOUND = pattern("sense.of_bound")
RAISED, LOWER = pattern("sense.raised"), pattern("sense.lower")
AMOUNT_UNITS, STEPS = words("amount_units"), words("steps")
MARKS: dict[str, Bound] = {
    "多": "min",
    "余": "min",
    "左右": "approx",
    "上下": "approx",
    "以上": "min",
    "及以上": "min",
    "台阶": "min",
    "新台阶": "min",
    "大关": "min",
    "关口": "min",
    "以内": "max",
    "以下": "max",
    "之内": "max",
    "内": "max",
    "及以下": "max",
}
# How many items of a list a word of bound reaches back over.
LIST_REACH = 8
STRENGTH: tuple[Bound, ...] = ("min", "max", "approx")


def aspect_of(m: Mention, found: Words, counted: bool) -> tuple[Aspect, int]:
    """Aspect and sign from the kind of unit and the predicate before the number."""
    moved = found.predicate in ("rise", "fall")
    sign = -1 if found.predicate == "fall" or (found.word in BETTER and WORSE.search(found.subject)) else 1
    if found.predicate == "versus":
        return "change", -1 if LOWER.search(found.word) else 1
    if m.kind == "point":
        return "change", -1 if BELOW.search(found.subject) else sign
    if counted:
        return "value", 1
    if m.kind == "percent":
        cut = not moved and CUT.match(found.subject) and not UNCUT.search(found.subject)
        return ("growth", -1) if cut else ("growth" if moved else "value", sign)
    if m.kind == "multiple":
        return ("value" if found.predicate == "level" else "growth"), sign
    if moved:
        return "change", sign
    if (m.unit in AMOUNT_UNITS and CUT.search(found.subject)) or (m.unit == "人" and STAFF.search(found.subject)):
        return "change", -1
    if m.unit in AMOUNT_UNITS and RAISED.match(found.subject):
        return "change", 1
    return "value", 1


def bound_of(m: Mention, found: Words, mark: str) -> Bound:
    """From the word after the number, else from the words before it."""
    if m.kind == "count" and STEP_COUNT.match(m.post):
        return "exact"
    if m.pre == PAST_PLAN:
        return "exact"
    marked = longest_suffix(mark, MARKS)
    if marked:
        return MARKS[marked]
    kinds = {predicates()[word] for word in found.bounds}
    for kind in STRENGTH:
        if kind in kinds:
            return kind
    if found.word in STEPS and m.unit != "个":
        return "min"
    of = OF_BOUND.search(m.pre) if m.kind == "percent" else None
    if of:
        return "min" if of["min"] else "max"
    if found.predicate == "cap":
        return "max"
    return "exact" if m.q.bound == "range" else m.q.bound


def mark_of(m: Mention) -> str:
    """The word of bound behind the number, or the empty string."""
    after = AFTER.match(m.post)
    return after[1] if after else ""


def shared_mark(m: Mention) -> str:
    """The word of bound that holds for all of a list: «6%、5%左右», «2个、变更登记3个工作日内完成»."""
    if m.group:
        return mark_of(m.group[-1])
    nearby = m.follower if m.kind == "time" else None
    for _ in range(LIST_REACH):
        if nearby is None or nearby.unit != m.unit:
            break
        if mark_of(nearby):
            return mark_of(nearby)
        nearby = nearby.follower
    return ""


def unit_of(m: Mention, per: str) -> str:
    """Base unit; `per` is the divisor written before the number. 每年 divides nothing."""
    unit = m.unit if "/" in m.q.quote else m.unit.removesuffix("/年")
    return f"{unit}/{per}" if per and "/" not in unit else unit
