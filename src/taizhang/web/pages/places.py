"""Places: one indicator over the years, by level and for places of one's choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup

from taizhang.corpus.opened import Choice
from taizhang.exchange.years_chart import YearLine, years_chart
from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import asked_of, chosen_name, chosen_record, chosen_words, panel_of, sheet_of
from taizhang.web.words import language_of, word

router = APIRouter()
COLUMNS = ("place", "year", "target", "target_low", "target_high", "outcome", "places_stating", "places_met")

SOURCES = ("report", "start", "outcome_report", "outcome_start")


def places(request: Request) -> Page:
    """Targets and outcomes of one indicator: the nation, the middle of provinces and cities, and places chosen."""
    panel, asked = panel_of(request), asked_of(request)
    if asked.choice is None:
        return Page("places_empty.html", {"rows": []}, chosen_words(request, asked))
    values = asked.values()
    levels = panel.ask("levels", **values)
    single = panel.ask("series", places=[place.code for place in asked.places], **values) if asked.places else []
    language = language_of(request)
    rows = level_rows(levels, language) + place_rows(single, asked.choice)
    lines = lines_of(rows)
    title = f"{chosen_name(request, asked)}（{word(language, 'series_' + asked.choice.aspect)}）"
    chart = years_chart(title, lines, asked.choice.unit, (word(language, "target"), word(language, "outcome")))
    known = {row["adcode"] for row in single}
    data = {
        **chosen_record(asked),
        "from": asked.first,
        "to": asked.last,
        "rows": rows,
        "unknown": list(asked.unknown),
        "without_data": [place.name for place in asked.places if place.code not in known],
    }
    cells = [
        [row[key] for key in ("name", "year", "target", "low", "high", "outcome", "stating", "met")] for row in rows
    ]
    sheet = sheet_of(request, f"{asked.choice.name}{asked.first}-{asked.last}", COLUMNS, cells)
    # The chart escapes every word itself.
    return Page("places.html", data, {**chosen_words(request, asked), "chart": Markup(chart)}, sheet)


def level_rows(levels: Iterable[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """A row for each level and year: the middle target with the range in which four fifths of the places lie."""
    return [
        {
            "name": word(language, "level_middle", level=word(language, f"level_{row['level']}"))
            if row["level"] != "nation"
            else word(language, "level_nation"),
            "level": row["level"],
            "year": row["year"],
            "target": row["target"],
            "low": row["low"] if row["targets"] > 1 else None,
            "high": row["high"] if row["targets"] > 1 else None,
            "outcome": row["outcome"],
            "stating": row["targets"],
            "met": row["met"] if row["judged"] else None,
            "judged": row["judged"],
            **dict.fromkeys(("quote", *SOURCES)),
        }
        for row in sorted(
            levels, key=lambda row: (("nation", "province", "city", "county").index(row["level"]), row["year"])
        )
        if row["level"]
    ]


def place_rows(single: Iterable[dict[str, Any]], choice: Choice) -> list[dict[str, Any]]:
    """A row for each year of the places chosen, numbers only where they are in the indicator's usual sense."""
    return [
        {
            "name": row["place"],
            "level": row["level"],
            "year": row["year"],
            "target": row["target"] if row["unit"] == choice.unit else None,
            "low": row["low"],
            "high": row["high"],
            "outcome": row["outcome"] if row["outcome_unit"] == choice.unit else None,
            "stating": None,
            "met": row["met"],
            "judged": None,
            **{name: row[name] for name in ("quote", *SOURCES)},
        }
        for row in single
    ]


def lines_of(rows: Sequence[dict[str, Any]]) -> list[YearLine]:
    """The rows as lines of the chart, in their order."""
    named: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        named.setdefault(row["name"], []).append(row)
    return [
        YearLine(
            name,
            {row["year"]: row["target"] for row in held if row["target"] is not None},
            {row["year"]: row["outcome"] for row in held if row["outcome"] is not None},
            {row["year"]: (row["low"], row["high"]) for row in held if row["low"] is not None},
        )
        for name, held in named.items()
    ]


add_page(router, "/places", places, table=True)
