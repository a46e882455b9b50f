"""One target over all places of a level in one year, with the level above and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup

from taizhang.exchange.places_chart import PlaceRow, places_chart
from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import Asked, asked_of, chosen_name, chosen_record, chosen_words, panel_of, sheet_of

router = APIRouter()
# Rows on one page; beyond them the rest follows by the last place shown.
ROWS = 400
CHARTED = 60
SORTS = {"target": "target", "gap": "gap", "rise": "rise", "outcome": "outcome", "place": None}
COLUMNS = (
    "adcode", "place", "status", "target_printed", "target", "target_low", "target_high", "bound", "unit", "firmness",
    "firmness_word", "place_above", "target_above", "gap", "last_year", "rise", "outcome_printed", "outcome", "verdict",
    "report",
)  # fmt: skip
FIELDS = (
    "adcode", "place", "status", "quote", "target", "low", "high", "bound", "unit", "firmness", "word", "upper_place",
    "upper_target", "gap", "last_year", "rise", "outcome_quote", "outcome", "verdict", "report",
)  # fmt: skip
SOURCES = ("start", "outcome_report", "outcome_start")


def places_year(request: Request) -> Page:
    """The table of one year, sorted by target, gap, rise, outcome or place."""
    panel, asked = panel_of(request), asked_of(request, "province")
    if asked.choice is None:
        return Page("places_empty.html", {"rows": []}, chosen_words(request, asked))
    level = asked.level or (panel.levels[0] if panel.levels else "province")
    sort = request.query_params.get("sort", "target")
    sort = sort if sort in SORTS else "target"
    everything = ordered(panel.ask("year_table", **{**asked.values(), "level": level}), SORTS[sort])
    after = request.query_params.get("after", "")
    begin = next((at + 1 for at, row in enumerate(everything) if row["adcode"] == after), 0)
    rows = everything[begin : begin + ROWS]
    following = rows[-1]["adcode"] if begin + ROWS < len(everything) else None
    stated = [row["target"] for row in everything if row["target"] is not None and row["unit"] == asked.choice.unit]
    data = {
        **chosen_record(asked),
        "year": asked.year,
        "level": level,
        "sort": sort,
        "rows": [{name: row[name] for name in (*FIELDS, *SOURCES)} for row in rows],
        "next": following,
    }
    shown = {
        **chosen_words(request, asked),
        "chart": chart_of(asked, rows),
        "sorts": list(SORTS),
        "chosen_level": level,
        "indicator_name": chosen_name(request, asked),
        "summary": {"count": len(stated), "least": min(stated), "most": max(stated)} if stated else None,
    }
    cells = [[row[name] for name in FIELDS] for row in everything]
    sheet = sheet_of(request, f"{asked.choice.name}{asked.year}", COLUMNS, cells)
    return Page("places_year.html", data, shown, sheet)


def ordered(rows: Sequence[dict[str, Any]], by: str | None) -> list[dict[str, Any]]:
    """The rows with the largest first, those without a value last; by place code where `by` is none."""
    if by is None:
        return sorted(rows, key=lambda row: row["adcode"])
    return sorted(rows, key=lambda row: (row[by] is None, -(row[by] or 0), row["adcode"]))


def chart_of(asked: Asked, rows: Sequence[dict[str, Any]]) -> Markup | None:
    """The chart of the rows with a number, where they are few enough to be read."""
    choice = asked.choice
    drawn = [row for row in rows if row["target"] is not None and choice and row["unit"] == choice.unit]
    if choice is None or not 0 < len(drawn) <= CHARTED:
        return None
    marks = [
        PlaceRow(
            row["place"],
            row["target"] if row["low"] is None else row["low"],
            row["target"] if row["high"] is None else row["high"],
            row["bound"],
            row["outcome"] if row["outcome_unit"] == choice.unit else None,
        )
        for row in drawn
    ]
    above = {(row["upper_place"], row["upper_target"]) for row in drawn if row["gap"] is not None}
    return Markup(
        places_chart(f"{choice.name} {asked.year}", marks, choice.unit, above.pop() if len(above) == 1 else None)
    )


add_page(router, "/places/year", places_year, table=True)
