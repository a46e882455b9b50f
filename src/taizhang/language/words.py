"""Words around numbers: what a verb, adverb or bound makes of the number that follows it."""

from __future__ import annotations

from functools import cache
from importlib import resources


def lines(name: str) -> list[str]:
    """The lines of a data file of this room, comments and blanks left out."""
    text = (resources.files("taizhang.language") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def predicates() -> dict[str, str]:
    """Word right before a number → class (level, rise, fall, min, max, approx, cap, adverb)."""
    return {word: kind for word, kind, *_ in (line.split("\t") for line in lines("predicates.tsv")[1:])}


@cache
def delivering() -> frozenset[str]:
    """Verbs of delivery, which stay in the name of what is counted."""
    return frozenset(word for line in lines("delivering.txt") for word in line.split())


def longest_prefix(text: str, words: frozenset[str] | dict[str, str], most: int = 8) -> str:
    """The longest of `words` that `text` begins with, or the empty string."""
    for size in range(min(most, len(text)), 0, -1):
        if text[:size] in words:
            return text[:size]
    return ""


def longest_suffix(text: str, words: frozenset[str] | dict[str, str], most: int = 8) -> str:
    """The longest of `words` that `text` ends with, or the empty string."""
    for size in range(min(most, len(text)), 0, -1):
        if text[-size:] in words:
            return text[-size:]
    return ""
