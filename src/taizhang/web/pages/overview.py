"""The overview: how does the year stand?"""

from __future__ import annotations

from collections import Counter
from datetime import date

from fastapi import APIRouter, Request

from taizhang.exchange import condition
from taizhang.ledger import LedgerTask
from taizhang.monitoring import rulesets
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import chosen, ledger_of, lights_of, office_today, reading_of, summary
from taizhang.web.pages.lights import DEFAULT_RULES, STATES

router = APIRouter()


def elapsed(year: int | None, today: date) -> float:
    """The share of a year's days that are over today, 0 before it and 1 after it."""
    if year is None:
        return 0.0
    first, days = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return min(max((today - first).days + 1, 0), days) / days


def overview(request: Request) -> Page:
    """Calendar, targets, and the areas with their tasks."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    reading = reading_of(request, entry)
    today = office_today(request)
    tasks = ledger_of(request).tasks(entry.id)
    areas: dict[str, list[LedgerTask]] = {}
    for task in tasks:
        areas.setdefault(task.area, []).append(task)
    doubts = sum(
        row.sure == "review"
        for table in (reading.figures, reading.targets, reading.milestones, reading.tasks)
        for row in table
    )
    lights: Counter[str] = Counter(
        one.shown.state for one in lights_of(request, entry, today, rulesets()[DEFAULT_RULES]).values()
    )
    data = {
        "report": summary(entry),
        "today": today.isoformat(),
        "elapsed": round(elapsed(reading.report.year, today), 4),
        "counts": {
            "figures": len(reading.figures),
            "targets": len(reading.targets),
            "tasks": len(tasks),
            "goals": sum(len(task.goals) for task in tasks),
            "livelihood": sum(task.livelihood for task in tasks),
            "doubts": doubts,
        },
        "lights": {state: lights[state] for state in STATES if lights[state]},
        "targets": [{"indicator": target.indicator, "condition": condition(target)} for target in reading.targets],
        "areas": [
            {"area": area, "tasks": len(held), "goals": sum(len(task.goals) for task in held)}
            for area, held in areas.items()
        ],
    }
    return Page("overview.html", data)


add_page(router, "/", overview)
