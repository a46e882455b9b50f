"""What a page over a panel was asked: indicator, level, years, places, from its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from taizhang.catalogue import Place, find_place, place_by_code
from taizhang.corpus.opened import Choice, OpenPanel
from taizhang.exchange.plain_table import plain_workbook
from taizhang.web.page import Sheet
from taizhang.web.words import language_of, word

FIRST_CODE = "gdp"
MOST_PLACES = 8
BETWEEN_NAMES = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices of one request; `choice` is none in a panel without numeric targets."""

    choice: Choice | None
    level: str | None
    within: str | None
    first: int
    last: int
    year: int
    places: tuple[Place, ...]
    unknown: tuple[str, ...]
    named: str

    def values(self) -> dict[str, Any]:
        """What queries are given; `within` is the leading digits of a province's code."""
        choice = self.choice
        return {
            "code": choice.code if choice else "",
            "aspect": choice.aspect if choice else "",
            "unit": choice.unit if choice else "",
            "level": self.level,
            "within": self.within[:2] if self.within else None,
            "first": self.first,
            "last": self.last,
            "year": self.year,
        }


def panel_of(request: Request) -> OpenPanel:
    """The panel of this application."""
    panel: OpenPanel = request.app.state.panel
    return panel


def asked_of(request: Request, default_level: str | None = None) -> Asked:
    """The choices in the address; what is unknown falls back on the first of what there is."""
    panel, given = panel_of(request), request.query_params
    code = given.get("code", "")
    if code not in panel.choices:
        code = FIRST_CODE if FIRST_CODE in panel.choices else next(iter(panel.choices), "")
    level = given.get("level", default_level or "")
    first, last = number(given.get("from"), panel.years, 0), number(given.get("to"), panel.years, -1)
    names = [name for name in BETWEEN_NAMES.split(given.get("places", "")[:200]) if name][:MOST_PLACES]
    found = [(name, find_place(name) or place_by_code(name)) for name in names]
    return Asked(
        choice=panel.choices.get(code),
        level=level if level in panel.levels else None,
        within=given["within"] if given.get("within") in panel.provinces else None,
        first=min(first, last),
        last=max(first, last),
        year=number(given.get("year"), panel.years, -1),
        places=tuple(dict.fromkeys(place for _, place in found if place)),
        unknown=tuple(name for name, place in found if place is None),
        named=" ".join(names),
    )


def number(text: str | None, years: Sequence[int], otherwise: int) -> int:
    """A year of the panel, else its first (0) or last (-1); 0 in an empty panel."""
    if text and text.isdecimal() and int(text) in years:
        return int(text)
    return years[otherwise] if years else 0


def chosen_words(request: Request, asked: Asked) -> dict[str, Any]:
    """What every template over a panel needs: what is chosen and what can be."""
    panel, english = panel_of(request), language_of(request) == "en"
    return {
        "asked": asked,
        "choices": {code: choice.english if english else choice.name for code, choice in panel.choices.items()},
        "levels": panel.levels,
        "years": panel.years,
        "provinces": panel.provinces,
    }


def chosen_name(request: Request, asked: Asked) -> str:
    """The indicator's name in the language of the request."""
    if asked.choice is None:
        return ""
    return asked.choice.english if language_of(request) == "en" else asked.choice.name


def chosen_record(asked: Asked) -> dict[str, Any]:
    """What was chosen, for the page's JSON."""
    choice = asked.choice
    return {
        "code": choice.code if choice else None,
        "indicator": choice.name if choice else None,
        "aspect": choice.aspect if choice else None,
        "unit": choice.unit if choice else None,
    }


def sheet_of(request: Request, name: str, keys: Sequence[str], rows: Sequence[Sequence[Any]]) -> Sheet:
    """A page's table for Excel and CSV; `keys` name its columns in the words of the request's language."""
    columns = [word(language_of(request), key) for key in keys]
    cells = [list(row) for row in rows]
    return Sheet(name, columns, cells, lambda: plain_workbook(columns, cells))
