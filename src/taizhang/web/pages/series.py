"""Series: one indicator's target and outcome over all loaded years of a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from markupsafe import Markup
from openpyxl import Workbook

from taizhang.catalogue import indicator_by_code
from taizhang.exchange.safe_cell import put
from taizhang.exchange.series_chart import series_chart
from taizhang.exchange.series_rows import SERIES_HEADINGS, series_record, series_rows
from taizhang.fulfilment import series as series_of
from taizhang.model import Aspect, Reading
from taizhang.web.page import Page, Sheet, add_page
from taizhang.web.pages.choice import chosen, ledger_of, reading_of, summary

router = APIRouter()
ASPECTS: dict[str, Aspect] = {"growth": "growth", "value": "value"}


def series(request: Request) -> Page:
    """The chosen indicator year by year; the choice is among the listed targets of the place's reports."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    here = [one for one in ledger_of(request).reports() if one.adcode == entry.adcode and one.place == entry.place]
    readings = [reading_of(request, one) for one in here if one.year]
    choices = indicators_of(readings)
    asked = request.query_params.get("indicator") or next(iter(choices), "")
    if asked and indicator_by_code(asked) is None:
        raise HTTPException(404, "no_such_page")
    aspect = ASPECTS.get(request.query_params.get("aspect", ""), "growth")
    name = choices.get(asked, asked)
    years = series_of(readings, asked, aspect) if asked else []
    rows = series_rows(years)
    data: dict[str, Any] = {
        "report": summary(entry),
        "indicator": asked,
        "name": name,
        "aspect": aspect,
        "years": series_record(years),
    }
    # The chart escapes every word of the reports itself.
    shown = {"choices": choices, "rows": rows, "chart": Markup(series_chart(name, years)) if years else None}
    cells = [list(row) for row in rows]
    sheet = Sheet(f"{entry.place or ''}{name}", list(SERIES_HEADINGS), cells, lambda: workbook(rows))
    return Page("series.html", data, shown, sheet)


def indicators_of(readings: Sequence[Reading]) -> dict[str, str]:
    """Code → name of every listed target that the catalogue knows, in the order of the latest report."""
    found: dict[str, str] = {}
    for reading in readings:
        for target in reading.targets:
            row = indicator_by_code(target.code) if target.code else None
            if row:
                found.setdefault(row.code, row.name)
    return found


def workbook(rows: Sequence[Sequence[str]]) -> Workbook:
    """The table as an Excel workbook."""
    book = Workbook()
    for number, row in enumerate([SERIES_HEADINGS, *rows], 1):
        for place, value in enumerate(row, 1):
            put(book.worksheets[0], number, place, value)
    return book


add_page(router, "/series", series, table=True)
