"""Targets: which goals, in the report's own words?"""

from __future__ import annotations

from fastapi import APIRouter, Request

from taizhang.exchange import condition, reading_workbook
from taizhang.exchange.reading_tables import table
from taizhang.model import Figure
from taizhang.model.reading import record
from taizhang.web.page import Page, Sheet, add_page
from taizhang.web.pages.choice import chosen, reading_of, summary

router = APIRouter()


def targets(request: Request) -> Page:
    """The listed targets with their conditions, and what the report says of the year before."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    reading = reading_of(request, entry)
    before: dict[tuple[str | None, str | None], Figure] = {}
    for figure in reading.figures:
        if figure.mode != "target" and not figure.place:
            for key in (figure.code, figure.indicator):
                if key:
                    before.setdefault((key, figure.aspect), figure)
    rows = [
        {
            "target": target,
            "condition": condition(target),
            "before": before.get((target.code, target.aspect)) or before.get((target.indicator, target.aspect)),
        }
        for target in reading.targets
    ]
    columns, cells = table(reading, "targets")
    data = {"report": summary(entry), "targets": [record(target) for target in reading.targets]}
    sheet = Sheet(f"{entry.name}主要预期目标", columns, cells, lambda: reading_workbook(reading, ("targets",)))
    return Page("targets.html", data, {"rows": rows}, sheet)


add_page(router, "/targets", targets, table=True)
