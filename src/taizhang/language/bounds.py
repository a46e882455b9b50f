"""Bounds: words beside a quantity that make it about, at least or at most."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from taizhang.language.tables import rows

Bound = Literal["exact", "approx", "min", "max", "range"]
# A plus with a term behind it adds up or names a scheme (3+1, 1+N); 100+ without one is a bound.
PLUS_TERM = re.compile("[0-9A-Za-z]")
PLACES = ("before", "after", "before power")


@cache
def words(place: str) -> dict[str, Bound]:
    """Word → bound for one place. Raises `ValueError` for a place or bound that is none."""
    found: dict[str, Bound] = {}
    for word, where, bound, _ in rows("bounds.tsv", 4, required=3):
        if where not in PLACES or bound not in get_args(Bound):
            raise ValueError(f"bounds.tsv: {word} has place {where}, bound {bound}")
        if where == place:
            found[word] = bound  # type: ignore[assignment]
    return found


@cache
def barred() -> dict[str, str]:
    """Word of bound → characters beside it that make it part of another word: 签约, 附近, 多式联运."""
    return {word: beside for word, _, _, beside in rows("bounds.tsv", 4, required=3) if beside}


@cache
def longest(place: str) -> int:
    """Length of the longest word of this place."""
    return max(map(len, words(place)))


def bound_before(text: str, start: int, power: bool) -> tuple[Bound, int] | None:
    """The bound word that ends at `start`, and where it begins; `power` allows 上 and 过 (上百家)."""
    stripped = start - 1 if text[start - 1 : start] == " " else start
    for place in ("before", "before power") if power else ("before",):
        for length in range(min(longest(place), stripped), 0, -1):
            word = text[stripped - length : stripped]
            bound = words(place).get(word)
            beside = text[stripped - length - 1 : stripped - length]
            if bound and not (beside and beside in barred().get(word, "")):
                return bound, stripped - length
    return None


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """The bound word that begins at `end` (one blank may part them), and where it ends."""
    begin = end + 1 if text[end : end + 1] == " " else end
    for length in range(longest("after"), 0, -1):
        word = text[begin : begin + length]
        beside = text[begin + length : begin + length + 1]
        if beside and beside in barred().get(word, ""):
            continue
        if word in words("after") and not (word == "+" and PLUS_TERM.match(text, begin + 1)):
            return words("after")[word], begin + length
    return None
