"""Targets handed down: by how much do lower levels demand more than the level above, year by year?"""

from __future__ import annotations

from fastapi import APIRouter, Request
from markupsafe import Markup

from taizhang.exchange.years_chart import YearLine, years_chart
from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import asked_of, chosen_name, chosen_record, chosen_words, panel_of, sheet_of
from taizhang.web.words import language_of, word

router = APIRouter()
COLUMNS = ("level", "year", "gap_mean", "gap_middle", "gap_above", "gap_same", "gap_below", "gap_compared")
FIELDS = ("level", "year", "mean", "middle", "above", "same", "below", "compared")


def places_gaps(request: Request) -> Page:
    """The mean gap of each level over the years, and how many places lie above, level with and below the one above."""
    asked = asked_of(request)
    if asked.choice is None:
        return Page("places_empty.html", {"rows": []}, chosen_words(request, asked))
    rows = panel_of(request).ask("gaps", **asked.values())
    language = language_of(request)
    lines = [
        YearLine(word(language, f"level_{level}"), {row["year"]: row["mean"] for row in rows if row["level"] == level})
        for level in ("province", "city", "county")
        if any(row["level"] == level for row in rows)
    ]
    title = f"{chosen_name(request, asked)} {word(language, 'gap_mean')}"
    chart = Markup(years_chart(title, lines, "百分点", (word(language, "gap"), ""))) if lines else None
    data = {**chosen_record(asked), "from": asked.first, "to": asked.last, "rows": rows}
    cells = [[row[name] for name in FIELDS] for row in rows]
    sheet = sheet_of(request, f"{asked.choice.name}层层加码", COLUMNS, cells)
    return Page("places_gaps.html", data, {**chosen_words(request, asked), "chart": chart}, sheet)


add_page(router, "/places/gaps", places_gaps, table=True)
