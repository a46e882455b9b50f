"""The words of sections.toml, made ready for the year of one report."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from taizhang.model import Section, SectionKind
from taizhang.reading.years import plan_number, plan_word

# How far into an annex its own title is looked for, and how long such a line may be.
OPENING, TITLE_LENGTH = 200, 40
ANY_YEAR = r"20\d\d"
ANY_PLAN = "[一二三四五六七八九十]{1,3}五"


@cache
def words(year: int | None) -> dict[str, dict[str, re.Pattern[str]]]:
    """The patterns of sections.toml by table and key, for a report that sets the tasks of `year`."""
    table = tomllib.loads(files("taizhang.reading").joinpath("sections.toml").read_text(encoding="utf-8"))
    plan = plan_number(year) if year else None
    names = {
        "{year}": str(year) if year else ANY_YEAR,
        "{last}": str(year - 1) if year else ANY_YEAR,
        "{plan}": plan_word(plan) if plan else ANY_PLAN,
        "{next}": plan_word(plan + 1) if plan else ANY_PLAN,
        "{past}": plan_word(plan - 1) if plan else ANY_PLAN,
    }
    return {part: {key: re.compile(filled(pattern, names)) for key, pattern in table[part].items()} for part in table}


def filled(pattern: str, names: dict[str, str]) -> str:
    """A pattern with years and plans put in; other braces are those of the expression."""
    for name, value in names.items():
        pattern = pattern.replace(name, value)
    return pattern


def title_kinds(title: str, year: int | None) -> list[SectionKind]:
    """The kinds of part that a heading announces, in the order of their words."""
    found = [
        (match.start(), kind) for kind, pattern in words(year)["titles"].items() if (match := pattern.search(title))
    ]
    return [cast(SectionKind, kind) for _, kind in sorted(found)]


def leads(paragraph: str, kind: str, year: int | None) -> bool:
    """Whether a paragraph leads into a part of some kind; `kind` is a key of the table `leads`."""
    return words(year)["leads"][kind].match(paragraph) is not None


def explains_terms(text: str, part: Section) -> bool:
    """Whether a part explains words (名词解释): it promises and states nothing.

    Its title says so, or in an annex (附件) the line below the title.
    """
    explains = words(None)["annexes"]["explains_terms"]
    if explains.search(part.title):
        return True
    lines = [line.strip() for line in text[part.start : part.start + OPENING].splitlines() if line.strip()]
    below = [line for line in lines[:3] if len(line) <= TITLE_LENGTH and not line.endswith(tuple("。；"))]
    return part.kind == "annex" and any(explains.search(line) for line in below)
