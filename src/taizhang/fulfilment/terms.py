"""Likeness of wordings: pairs of neighbouring characters, weighed by how rare they are in both reports."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from taizhang.fulfilment.word_lists import alternatives, rows

# Function characters part words from one another; figures are compared as numbers, never as characters.
RUN = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]+")
FUNCTION = re.compile("[的了和与及或等将把被也都又已是其]")
OPENING = 3
UNIT = "(?:美元|公里|平方米|公顷|百分点|[元个项家名人户所条座件位亩吨倍年])"
NUMERAL = re.compile(f"[一二三四五六七八九十百千万亿两几数多余]+{UNIT}|[0-9.,，％%]+[万亿千百多余]*{UNIT}?")


@cache
def short_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of every short form, and its full form."""
    full = {row[0]: row[1] for row in rows("short_forms.tsv", 2)}
    return alternatives(full), full


@cache
def light_words() -> re.Pattern[str]:
    """A pattern of the words that say nothing of what a thing is."""
    return alternatives(word for (word,) in rows("light_words.tsv", 1))


def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of each word run; Latin words stay whole."""
    return frozenset(ordered_grams(text))


def opening(text: str) -> frozenset[str]:
    """The first terms of a text: what tells a compound from others with the same head."""
    return frozenset(ordered_grams(text)[:OPENING])


def ordered_grams(text: str) -> list[str]:
    """As `grams`, in the order of the text."""
    pattern, full = short_forms()
    plain = light_words().sub(" ", pattern.sub(lambda match: full[match[0]], text))
    found: list[str] = []
    for run in RUN.findall(NUMERAL.sub(" ", plain)):
        if run.isascii():
            found.append(run.lower())
            continue
        for piece in FUNCTION.split(run):
            found += [piece[at : at + 2] for at in range(len(piece) - 1)]
    return found


class Rarity:
    """How much a pair of characters tells: the logarithm of how few sentences hold it."""

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0
        for sentence in sentences:
            self._counts.update(sentence)
            self._total += 1

    def weight(self, gram: str) -> float:
        """From nearly 0 for what stands everywhere to log of the number of sentences for what stands once."""
        return math.log(1 + self._total / (1 + self._counts[gram]))


def share_of(rarity: Rarity, name: str, words: str) -> float:
    """How much of a name stands in the words, from 0 to 1."""
    wanted = {gram: rarity.weight(gram) for gram in grams(name)}
    total = sum(wanted.values())
    held = grams(words)
    return sum(weight for gram, weight in wanted.items() if gram in held) / total if total else 0.0


def likeness(rarity: Rarity, one: str, other: str) -> float:
    """How much two names share, from 0 to 1: the harmonic mean of both ways."""
    there, back = share_of(rarity, one, other), share_of(rarity, other, one)
    return 2 * there * back / (there + back) if there + back else 0.0
