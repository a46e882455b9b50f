"""Lights: what falls behind, and whose is it? For any day, by any rule set."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from fastapi import APIRouter, Request

from taizhang.ledger import TaskStanding
from taizhang.monitoring import RuleSet, rulesets
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import chosen, lights_of, office_today, summary

router = APIRouter()
DEFAULT_RULES = "xuancheng"
# Worst first, as the table of units shows them.
STATES = ("overdue", "behind", "not_started", "on_pace", "ahead", "not_due", "no_light", "done_late", "done")


def asked_day(request: Request) -> date:
    """The day of the address, today where it names none."""
    try:
        return date.fromisoformat(request.query_params.get("day", ""))
    except ValueError:
        return office_today(request)


def asked_rules(request: Request) -> RuleSet:
    """The rule set of the address, else the default one."""
    return rulesets().get(request.query_params.get("rules", ""), rulesets()[DEFAULT_RULES])


def by_unit(found: list[TaskStanding]) -> list[tuple[str, Counter[str]]]:
    """How many lights of each state every leading unit has, the unit with most behind first."""
    counts: dict[str, Counter[str]] = {}
    for one in found:
        for unit in one.task.lead or ("",):
            counts.setdefault(unit, Counter())[one.shown.state] += 1
    return sorted(counts.items(), key=lambda pair: (*(-pair[1][state] for state in STATES[:3]), pair[0]))


def lights(request: Request) -> Page:
    """Unit by state, worst first; then the sentence of every light that needs somebody."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    day, rules = asked_day(request), asked_rules(request)
    found = list(lights_of(request, entry, day, rules).values())
    found.sort(key=lambda one: STATES.index(one.shown.state))
    units = by_unit(found)
    data: dict[str, Any] = {
        "report": summary(entry),
        "day": day.isoformat(),
        "rules": rules.label,
        "units": [{"unit": unit, **{state: counts[state] for state in STATES}} for unit, counts in units],
        "lights": [
            {"task": one.task.id, "state": one.shown.state, "level": one.shown.level, "sentence": one.sentence}
            for one in found
        ],
    }
    total = Counter(one.shown.state for one in found)
    shown = {"found": found, "table": units, "total": total, "states": STATES, "rulesets": rulesets(), "chosen": rules}
    return Page("lights.html", data, shown)


add_page(router, "/lights", lights)
