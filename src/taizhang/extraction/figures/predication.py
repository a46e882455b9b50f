"""The words before a number taken apart: subject, predicate, bounds and adverbs."""

from __future__ import annotations

from dataclasses import dataclass, field

from taizhang.extraction.figures.rules import pattern
from taizhang.language.predicates import delivery, longest_suffix, predicates

# How far before the number a comparison may begin.
REACH = 14
OPENER = pattern("predication.opener")
AIMED = pattern("predication.aimed")
CLOSER = pattern("predication.closer")
VERSUS = pattern("predication.versus")
COMPARED = pattern("predication.compared")
WHOLLY_COMPARED = pattern("predication.wholly_compared")
YEARS = pattern("predication.years")
EXCLUDING = pattern("predication.excluding")
AFTER = pattern("predication.after")
PER = pattern("predication.per")
PAID = pattern("linking.paid")
# The last characters that a comparison can have, so that most texts need no search.
COMPARED_ENDS = frozenset("年月份度初末底期前算际数平时的比”届划")

EXCLUDING_ENDS = frozenset("素响后")


# What is crossed is counted and no bound: 连续跨过3个大关.
CROSSING = ("跨过", "跨越")


@dataclass(slots=True)
class Words:
    """What stands before a number.

    `subject` is tidied for a name, `stem` is the same as written; `verb` the verb of delivery that the
    subject opens with. `predicate` is the class of the verb at the number (level, cap, rise, fall,
    versus, or empty) and `word` that verb.
    """

    subject: str
    stem: str = ""
    verb: str = ""
    predicate: str = ""
    word: str = ""
    bounds: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)


def take_apart(pre: str, counted: bool) -> Words:
    """Strip comparison, predicate, bounds and adverbs from the end of `pre`.

    `counted` tells that a noun follows the number («新建14家研究院»): then the verb belongs to the name.
    """
    found = Words("")
    s = pre
    while s:
        rest = without_comparison(s, found, counted)
        if rest is None:
            rest = without_word(s, found, counted)
        if rest is None:
            break
        s = rest
    found.stem, found.subject = s, tidy(s)
    found.verb = delivery(found.subject)
    return found


def without_comparison(s: str, found: Words, counted: bool) -> str | None:
    """`s` without what the number is compared with at its end, or none where there is nothing."""
    at = max(0, len(s) - REACH)
    if not found.predicate and not counted:
        versus = VERSUS.search(s, at)
        if versus:
            found.predicate, found.word = "versus", versus.group()
            return s[: versus.start()]
    if found.predicate and WHOLLY_COMPARED.match(s):
        return ""
    excluding = EXCLUDING.search(s) if found.predicate in ("rise", "fall") and s[-1] in EXCLUDING_ENDS else None
    if excluding:
        return s[: excluding.start()]
    compared = COMPARED.search(s, at) if s[-1] in COMPARED_ENDS else None
    if compared:
        return s[: compared.start()]
    years = YEARS.search(s, at) if found.predicate or found.adverbs else None
    return s[: years.start()] if years else None


def without_word(s: str, found: Words, counted: bool) -> str | None:
    """`s` without the word at its end that belongs to the number, noted in `found`; none where there is none."""
    table = predicates()
    word = longest_suffix(s, table)
    kind = table.get(word, "keep")
    if kind == "keep" or (counted and (kind in ("rise", "fall", "level", "cap") or word.endswith(CROSSING))):
        return None
    single = len(word) == 1
    if kind in ("rise", "fall"):
        if found.predicate in ("rise", "fall") or (single and found.predicate and len(s) > 1):
            return None
        found.predicate, found.word = kind, word
    elif kind in ("level", "cap"):
        if single and found.predicate:
            return None
        found.predicate, found.word = found.predicate or kind, found.word or word
    elif kind in ("min", "max", "approx"):
        if single and found.predicate:
            return None
        found.bounds.append(word)
    else:
        found.adverbs.append(word)
    return s[: len(s) - len(word)]


def tidy(s: str) -> str:
    """A name without adverbials at its beginning and particles at its end."""
    s = s.strip()
    while opener := OPENER.match(s) or AIMED.match(s):
        s = s[opener.end() :].lstrip("、")
    return CLOSER.sub("", s)


def per_unit(pre: str) -> tuple[str, str]:
    """«提高到每人每月995元»: the text before the divisor, and the divisor (人·月)."""
    found = PER.search(pre, max(0, len(pre) - 12)) if "每" in pre[-12:] else None
    if not found or not (found["a"] or found["b"]):
        return pre, ""
    parts = [part for part in (found["a"], found["b"]) if part]
    if parts in (["年"], ["月"], ["天"]) and not PAID.search(pre, 0, found.start()):
        return pre, ""
    return pre[: found.start()] + found["c"], "·".join(parts)
