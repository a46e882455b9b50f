"""A condition as a table cell has it: 7左右, 8以上, 6-6.5, 与上年持平, 控制在3%以内, 完成省下达任务."""

from __future__ import annotations

import re

from taizhang.extraction.target_phrases import find_phrases
from taizhang.language import quantities
from taizhang.model import Aspect, Condition

EMPTY = frozenset({"", "-", "—", "－", "/", "–", "——"})
CLAUSE = re.compile(r"[，；。,;]")
LAST_NUMBER = re.compile(r"\d[\d.]*[万亿千百]*(?!.*\d)")
# 持平 alone means last year's level.
LEVEL_WITH = re.compile(r"^(?:基本)?持平$")


def condition_of_cell(cell: str, unit: str, aspect: Aspect) -> Condition | None:
    """The condition that a cell sets, or none for an empty one.

    A number without a unit has the row's `unit`; 下降 makes it negative. Of several clauses (8以上，力争8.5) the
    first counts. Raises `ValueError` for words that are no condition.
    """
    text = cell.strip()
    if text in EMPTY:
        return None
    clause = LEVEL_WITH.sub("与上年持平", CLAUSE.split(text)[0].strip())
    stated = quantities(with_unit(clause, unit))
    if len(stated) == 1:
        found = stated[0]
        sign = -1 if found.direction == "down" else 1
        low, high = (None, None) if found.low is None or found.high is None else (found.low * sign, found.high * sign)
        if low is not None and high is not None and low > high:
            low, high = high, low
        value = None if found.value is None else found.value * sign
        return Condition(found.bound, value, low, high, unit=found.unit or unit, aspect=aspect)
    phrases = find_phrases(clause)
    if len(phrases) == 1 and not stated:
        return Condition(phrases[0].bound, unit=unit, aspect=aspect, reference=phrases[0].reference)
    raise ValueError(f"{cell!r} is no condition such as 7左右, 8以上, 6-6.5, 与上年持平, 完成省下达任务")


def with_unit(clause: str, unit: str) -> str:
    """The clause with the row's unit behind its last number, unless it has one of its own."""
    if not unit or any(found.unit for found in quantities(clause)):
        return clause
    return LAST_NUMBER.sub(lambda match: match.group() + unit, clause)
