"""Who answers for a sentence, where the sentence says so in brackets.

«(牵头单位:甲局、乙局;配合单位:丙局)», «(甲局牵头,乙局、丙局配合)», «(甲局、乙局按职责分工负责)»: the last has no
lead, as in the State Council's division of tasks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BRACKET = re.compile(r"[（(]([^（）()]*(?:牵头|责任单位|负责|配合)[^（）()]*)[）)]")
LEAD = re.compile(r"(?:牵头(?:单位|部门)|责任单位|主责单位)[:：]?(?P<names>[^；;，,。]+)")
SUPPORT = re.compile(r"(?:配合(?:单位|部门)|协同单位)[:：]?(?P<names>[^；;，,。]+)")
LEADS = re.compile(r"(?P<names>[^；;，,。]+?)(?:共同|分别)?牵头(?!单位|部门)")
SUPPORTS = re.compile(r"(?P<names>[^；;，,。]+?)(?:(?:按职责)?分工负责|分别负责|(?:参与)?配合(?!单位|部门))")
ALONE = re.compile(r"(?P<names>[^；;，,。、]+?)(?<!分工)(?<!分别)负责")
CLOSING = re.compile(r"等(?:部门|单位)?$|按职责$")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Names of the organizations that lead and of those that take part, in the order of the text."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()


def responsibility(sentence: str) -> Responsibility | None:
    """The organizations that a bracket of the sentence names, none where there is no such bracket."""
    bracket = BRACKET.search(sentence)
    if not bracket:
        return None
    words = bracket.group(1)
    lead = names(LEAD, words) or names(LEADS, words) or names(ALONE, words)
    return Responsibility(lead, names(SUPPORT, words) or names(SUPPORTS, words))


def without_bracket(sentence: str) -> str:
    """The sentence without that bracket."""
    return BRACKET.sub("", sentence, count=1)


def names(pattern: re.Pattern[str], words: str) -> tuple[str, ...]:
    """The names that the pattern's group lists, without the words that leave a list open."""
    found = (CLOSING.sub("", name.strip()) for match in pattern.finditer(words) for name in match["names"].split("、"))
    return tuple(name for name in found if name)
