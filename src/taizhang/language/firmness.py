"""How firmly a number is worded: hard (以上, 确保, 不低于) or soft (左右, 力争, a range)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Firmness = Literal["hard", "soft"]
SIDES = ("before", "after")
CLASSES = ("hard", "soft")
# Clause marks end the reach of a word before the number.
CLAUSE = re.compile(r"[，。；、：！？,;:]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The word that makes a number hard or soft; `word` is 区间 for a range."""

    firmness: Firmness
    word: str


@cache
def lexicon() -> dict[str, dict[str, Firmness]]:
    """The dictionary: side → word → class. Raises `ValueError` for a line that is out of form."""
    found: dict[str, dict[str, Firmness]] = {side: {} for side in SIDES}
    text = (resources.files("taizhang.language") / "firmness.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    for row in rows:
        if len(row) != 3 or row[1] not in CLASSES or row[2] not in SIDES:
            raise ValueError(f"firmness.tsv: {row}")
        found[row[2]][row[0]] = "hard" if row[1] == "hard" else "soft"
    return found


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before a number (anywhere in its clause) and those right after it, blanks between them passed over."""
    before, after = ("|".join(sorted(lexicon()[side], key=len, reverse=True)) for side in SIDES)
    return re.compile(before), re.compile(rf"\s*({after})")


def wording(text: str, start: int, end: int, is_range: bool = False) -> Wording | None:
    """The wording of the number at `text[start:end]`, or none where it is stated plainly.

    A word right after the number (6%左右) speaks louder than one before it (力争增长6%以上 is hard by 以上), and
    of those before it the nearest. A range without either is soft: 增长5%—6%.
    """
    before, after = patterns()
    found = after.match(text, end)
    if found:
        return Wording(lexicon()["after"][found[1]], found[1])
    head = CLAUSE.split(text[max(0, start - 30) : start])[-1]
    words = before.findall(head)
    if words:
        return Wording(lexicon()["before"][words[-1]], words[-1])
    return Wording("soft", "区间") if is_range else None
