"""Structures written as a ratio: 三次产业结构由9.1∶45.3∶45.6调整为6∶43∶51 gives each sector's share.

Three numbers between ratio signs are no quantities by themselves; behind 三次产业结构 each is the share of its sector
in the gross product, in percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from taizhang.extraction.figures.mentions import SENTENCE_END
from taizhang.extraction.figures.rules import pattern

NUMBER = r"\d{1,3}(?:\.\d+)?"
RATIO = rf"(?P<a>{NUMBER})\s*[∶:：︰比]\s*(?P<b>{NUMBER})\s*[∶:：︰比]\s*(?P<c>{NUMBER})"
# The name, then at most a few words such as 由, 进一步优化为.
NAMED = re.compile(
    r"(?:三次|三大|三个|一二三次?|一、二、三次)产业(?:增加值)?(?:结构|比例|比重|构成|之比|比)(?:比例|比)?|产业结构(?:比例|比)?"
)
STEP = re.compile(rf"(?P<from>由|从)?(?:(?!产业)[^\d。；：\n]){{0,16}}?(?:20\d\d年的)?{RATIO}")
# How far back 预计 is looked for.
REACH = 120
FORESEEN = pattern("periods.foreseen")
SECTORS = ("第一产业", "第二产业", "第三产业")


@dataclass(frozen=True, slots=True)
class Share:
    """One sector's share; offsets into the view. `base`: where the change began, `foreseen`: behind 预计."""

    start: int
    end: int
    indicator: str
    value: Decimal
    base: bool
    foreseen: bool


def shares(text: str) -> Iterator[Share]:
    """Every share of a written structure, in order."""
    for name in NAMED.finditer(text):
        at = name.end()
        sentence = SENTENCE_END.split(text[max(0, name.start() - REACH) : name.start()])[-1]
        foreseen = FORESEEN.search(sentence) is not None
        while step := STEP.match(text, at):
            base = step["from"] is not None
            for sector, part in zip(SECTORS, "abc", strict=True):
                indicator = f"{sector}占地区生产总值比重"
                yield Share(*step.span(part), indicator, Decimal(step[part]), base, foreseen)
            at = step.end()
