"""Senses: whether a quantity is a level, a growth, a change, a ratio or a rank, as far as the text tells."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from taizhang.language.folding import fold
from taizhang.language.quantity import Direction, Quantity, Sense
from taizhang.language.scan import scan
from taizhang.language.tables import rows

# Between the verb and the number may stand an aspect word and a bound: 增长了约5%. 到 and 至 name the level reached.
LEVEL = re.compile("[到至为]")
REACH = 12
CLAUSE = re.compile("[，。；、：！？,;:!?\n]")


@cache
def verbs() -> dict[str, Direction]:
    """Verb → direction. Raises `ValueError` for a direction that is none."""
    found: dict[str, Direction] = {}
    for word, direction, _ in rows("senses.tsv", 3, required=2):
        if direction not in ("up", "down"):
            raise ValueError(f"senses.tsv: {word} has direction {direction}")
        found[word] = "up" if direction == "up" else "down"
    return found


@cache
def pattern() -> re.Pattern[str]:
    """The last verb of a clause with what follows it up to the number; verbs of one character stand right before it."""
    words = sorted(verbs(), key=len, reverse=True)
    long = "|".join(word for word in words if len(word) > 1)
    short = "|".join(word for word in words if len(word) == 1)
    return re.compile(f".*(?:(?P<long>{long})(?P<between>[^0-9]{{0,6}})|(?P<short>{short})了?)")


def movement(text: str, at: int) -> Direction | None:
    """The direction of the verb that governs the quantity at `at`, or none: 提高到5% is a level."""
    head = CLAUSE.split(text[max(0, at - REACH) : at])[-1]
    found = pattern().fullmatch(head)
    if found is None or LEVEL.search(found["between"] or ""):
        return None
    return verbs()[found["long"] or found["short"]]


def sense(quantity: Quantity, direction: Direction | None) -> Sense:
    """What the quantity tells, by its kind and the verb before it."""
    if quantity.kind in {"rank", "ordinal", "date", "time"} and not (quantity.kind == "time" and direction):
        return "rank" if quantity.kind == "rank" else "value"
    if quantity.kind == "point":
        return "change"
    if quantity.kind in {"percent", "multiple", "fraction", "ratio"}:
        return "growth" if direction else "ratio"
    return "change" if direction else "value"


def quantities(text: str) -> list[Quantity]:
    """The quantities of any Chinese text, with the sense that their clause gives them.

    As `taizhang.language.scan`, and besides: words for a set are counted in pieces (一打 → 12 个, 三双 → 6 个),
    `sense` is value, ratio, growth, change or rank, and `direction` tells whether a growth or change goes
    up or down; the value stays as written (下降5% → 5 `%`, growth, down).
    """
    folded = fold(text)
    return [told(folded, one) for one in scan(text)]


def told(text: str, quantity: Quantity) -> Quantity:
    """The quantity with its sense, its set words counted in pieces."""
    direction = movement(text, quantity.outer_start)
    meant = sense(quantity, direction)
    pieces = sets().get(quantity.unit)
    if pieces and quantity.value is not None:
        return replace(quantity, value=quantity.value * pieces, unit="个", sense=meant, direction=direction)
    moved = direction if meant in {"growth", "change"} else None
    return quantity if meant == "value" else replace(quantity, sense=meant, direction=moved)


@cache
def sets() -> dict[str, int]:
    """How many pieces a word for a set holds: 打 12, 双 2."""
    return {word: int(pieces) for word, pieces in rows("sets.tsv", 2)}
