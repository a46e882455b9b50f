"""Lights: what falls behind, and whose is it? For any day, by any rule set."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from fastapi import APIRouter, Request

from taizhang.ledger import TaskStanding
from taizhang.monitoring import Light, RuleSet, consequences, reminders, rulesets
from taizhang.monitoring.rulesets import Counter as CounterRule
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import chosen, lights_of, office_today, summary

router = APIRouter()
DEFAULT_RULES = "xuancheng"
SOON = 30  # days within which a goal that falls due is called to mind
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


def following(found: list[TaskStanding], rules: RuleSet) -> dict[str, list[CounterRule]]:
    """The actions that the rule set attaches to so many lights of a colour, by the leading unit that reached them."""
    lit: defaultdict[str, list[Light]] = defaultdict(list)
    for one in found:
        for unit in one.task.lead:
            lit[unit].append(one.shown)
    reached = {unit: consequences(own, rules) for unit, own in lit.items()}
    return {unit: actions for unit, actions in reached.items() if actions}


def due_soon(found: list[TaskStanding]) -> list[tuple[TaskStanding, int]]:
    """Tasks with a goal that falls due within thirty days, with the days that are left, the nearest first."""
    nearest = [(one, reminders([(goal.plan, goal.light) for goal in one.goals], SOON)) for one in found]
    return sorted(((one, goals[0][1]) for one, goals in nearest if goals), key=lambda pair: pair[1])


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
    actions, soon = following(found, rules), due_soon(found)
    data["actions"] = {unit: [rule.action for rule in reached] for unit, reached in actions.items()}
    data["due_soon"] = [{"task": one.task.id, "days": left} for one, left in soon]
    shown = {
        "actions": actions,
        "soon": soon,
        "found": found,
        "table": units,
        "total": total,
        "states": STATES,
        "rulesets": rulesets(),
        "chosen": rules,
    }
    return Page("lights.html", data, shown)


add_page(router, "/lights", lights)
