"""The data files of this room: verbs of acts, what answers them, words of progress."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of an act: its family and the objects that make it a promise (empty: it only answers)."""

    word: str
    family: str
    objects: tuple[str, ...]


def rows(name: str, columns: int) -> list[tuple[str, ...]]:
    """The tab-separated rows of a data file; `#` opens a comment.

    Raises `ValueError` naming file and line for a row with another number of columns.
    """
    text = (resources.files("taizhang.fulfilment") / name).read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) != columns or not all(cells):
            raise ValueError(f"{name}, line {number}: needs {columns} filled columns: {line!r}")
        found.append(cells)
    return found


@cache
def deeds() -> dict[str, Deed]:
    """Every verb. Raises `ValueError` for one that stands twice or whose family has no answers."""
    found: dict[str, Deed] = {}
    for word, family, objects in rows("deeds.tsv", 3):
        if word in found or family not in answers():
            raise ValueError(f"deeds.tsv: {word} stands twice or has the unknown family {family}")
        found[word] = Deed(word, family, () if objects == "-" else tuple(objects.split("|")))
    return found


@cache
def answers() -> dict[str, frozenset[str]]:
    """Family → the families whose acts keep its promises."""
    return {family: frozenset(kept_by.split()) for family, kept_by in rows("answers.tsv", 2)}


@cache
def deed_pattern() -> re.Pattern[str]:
    """Any verb, the longest first."""
    return alternatives(deeds())


@cache
def progress(sense: str) -> re.Pattern[str]:
    """Any word of one sense, the longest first. Raises `ValueError` for a sense without words."""
    words = [word for word, its in rows("progress.tsv", 2) if its == sense]
    if not words:
        raise ValueError(f"progress.tsv: no words of sense {sense}")
    return alternatives(words)


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
