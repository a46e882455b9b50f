"""Words around numbers: what a verb, adverb or bound before a number makes of it."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from taizhang.language.tables import rows

# Behind a verb these make it part of a noun: 创新型企业.
NOUN_MAKERS = frozenset("型性力率")
JOINTS = frozenset(["和", "及", "、", "并", "与"])
CLASSES = frozenset(["level", "cap", "rise", "fall", "min", "max", "approx", "keep", "adverb"])


@cache
def predicates() -> dict[str, str]:
    """Word right before a number → class. Raises `ValueError` for a class that is not known."""
    found = {}
    for word, kind in rows("predicates.tsv", 2):
        if kind not in CLASSES:
            raise ValueError(f"predicates.tsv: class {kind} of {word}; known are {', '.join(sorted(CLASSES))}")
        found[word] = kind
    return found


@cache
def delivering() -> frozenset[str]:
    """Verbs of delivery, which stay in the name of what is counted."""
    return frozenset(verb for (verb,) in rows("delivering.tsv", 1))


def longest_prefix(text: str, words: Container[str], most: int = 6) -> str:
    """The longest of `words`, up to `most` characters, that `text` begins with, or the empty string."""
    for size in range(min(most, len(text)), 0, -1):
        if text[:size] in words:
            return text[:size]
    return ""


def longest_suffix(text: str, words: Container[str], most: int = 7) -> str:
    """The longest of `words`, up to `most` characters, that `text` ends with, or the empty string."""
    for size in range(min(most, len(text)), 0, -1):
        if text[-size:] in words:
            return text[-size:]
    return ""


def delivery(name: str) -> str:
    """The verbs of delivery that a name opens with, a noun left behind them: «新开工改造老旧小区» → «新开工改造»."""
    end = len(longest_prefix(name, delivering()))
    while end:
        joint = len(longest_prefix(name[end:], JOINTS))
        further = longest_prefix(name[end + joint :], delivering())
        after = end + joint + len(further)
        if len(further) < 2 or 0 < len(name) - after < 3 or name[after : after + 1] in NOUN_MAKERS:
            break
        end = after
    return name[:end]


def without_delivery(name: str) -> str:
    """The noun of a name, its verb of delivery left off: «新增有进出口实绩企业» → «有进出口实绩企业»."""
    return name[len(delivery(name)) :] or name
