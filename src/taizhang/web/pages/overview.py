"""The overview: how does the year stand?"""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request

from taizhang.exchange import condition
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import chosen, shelf_of, summary
from taizhang.web.task_table import task_rows

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
    reading = entry.reading
    today: date = request.app.state.today()
    rows = task_rows(reading)
    areas: dict[str, dict[str, int]] = {}
    for row in rows:
        counts = areas.setdefault(row.area, {"tasks": 0, "goals": 0})
        counts["tasks"] += 1
        counts["goals"] += len(row.task.goals)
    doubts = sum(
        row.sure == "review"
        for table in (reading.figures, reading.targets, reading.milestones, reading.tasks)
        for row in table
    )
    data = {
        "report": summary(entry),
        "today": today.isoformat(),
        "elapsed": round(elapsed(reading.report.year, today), 4),
        "counts": {
            "figures": len(reading.figures),
            "targets": len(reading.targets),
            "tasks": len(rows),
            "goals": sum(len(row.task.goals) for row in rows),
            "livelihood": sum(row.task.livelihood for row in rows),
            "doubts": doubts,
        },
        "targets": [{"indicator": target.indicator, "condition": condition(target)} for target in reading.targets],
        "areas": [{"area": area, **counts} for area, counts in areas.items()],
    }
    return Page("overview.html", data, {"entries": list(shelf_of(request).entries.values()), "rows": rows})


add_page(router, "/", overview)
