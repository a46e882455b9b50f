"""Deadline words: 年底前, 9月底前, 三季度末, 持续推进. Source: conventions of municipal task tables."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
MONTH_DAY = re.compile(r"\d\d-\d\d")
RULES = ("month", "quarter", "date", "none")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written: `due` is none for standing tasks (持续推进); offsets into the text."""

    start: int
    end: int
    words: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of `deadlines.tsv`."""

    pattern: re.Pattern[str]
    day: str
    example: str


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file. Raises `ValueError` for a line that is out of form."""
    text = (resources.files("taizhang.language") / "deadlines.tsv").read_text(encoding="utf-8")
    found = []
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        columns = line.split("\t")
        if len(columns) != 3 or not (columns[1] in RULES or MONTH_DAY.fullmatch(columns[1])):
            raise ValueError(f"deadlines.tsv: {line!r}")
        found.append(Rule(re.compile(columns[0]), columns[1], columns[2]))
    return tuple(found)


@cache
def any_deadline() -> re.Pattern[str]:
    """Where any of the rules may match: most sentences name no deadline, and one search tells."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in rules()))


def deadline(text: str, year: int) -> Deadline | None:
    """The last deadline that `text` names, read in a paper of `year`, or none.

    Where several stand in one sentence the last one closes the whole task. Words without a year mean `year`; a day
    that the calendar does not have is no deadline.
    """
    if not any_deadline().search(text):
        return None
    found: list[Deadline] = []
    for rule in rules():
        for match in rule.pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            try:
                due = day_of(rule.day, match, year)
            except ValueError:
                continue
            found.append(Deadline(match.start(), match.end(), match.group(), due))
    dated = [one for one in found if one.due is not None]
    return max(dated or found, key=lambda one: (one.due or date.min, one.start), default=None)


def day_of(rule: str, match: re.Match[str], year: int) -> date | None:
    """The day that a rule's match means; raises `ValueError` for a day that does not exist."""
    named = match.groupdict()
    year = int(named.get("year") or year)
    if rule == "none":
        return None
    if rule == "date":
        return date(year, int(named["month"]), int(named["day"]))
    month = int(named["month"]) if rule == "month" else QUARTERS[named["quarter"]] * 3 if rule == "quarter" else 0
    if month:
        return date(year, month, calendar.monthrange(year, month)[1])
    return date.fromisoformat(f"{year}-{rule}")
