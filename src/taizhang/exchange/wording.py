"""Values, conditions and dates in the words that papers use: 1.93万亿元, 增长6%左右, 2020年6月30日."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from taizhang.language.amounts import amount, span_of_values
from taizhang.model import Directional, Figure, Target

BOUND_WORDS = {"exact": "", "range": "", "approx": "左右", "min": "以上", "max": "以内"}
# An indicator that is itself a change (居民消费价格涨幅) needs no verb before its value.
CHANGE_NAMES = ("涨幅", "增幅", "增速", "增长率", "降幅", "下降率", "降低率")


def quantity(row: Figure | Target) -> str:
    """The value of a record with its aspect and bound: 增长6%左右, 下降17.1%, 60件."""
    value, low, high = row.value, row.low, row.high
    falling = (value if value is not None else high or low or Decimal(0)) < 0
    verb = {"growth": ("增长", "下降"), "change": ("提高", "减少")}.get(row.aspect or "")
    if verb and row.indicator.endswith(CHANGE_NAMES):
        verb = None
    elif verb and falling:
        value, low, high = (None if one is None else -one for one in (value, high, low))
    if value is not None:
        body = amount(value, row.unit)
    elif low is not None and high is not None:
        body = span_of_values(low, high, row.unit)
    else:
        return row.quote
    return f"{verb[falling] if verb else ''}{body}{BOUND_WORDS.get(row.bound, '')}"


def condition(target: Target) -> str:
    """The condition of a listed target: a quantity, or the report's own words (保持增长)."""
    return target.quote if target.bound in get_args(Directional) else quantity(target)


def date_words(iso: str) -> str:
    """An ISO date as papers print it: 2020-06-30 → 2020年6月30日."""
    year, month, day = iso.split("-")
    return f"{int(year)}年{int(month)}月{int(day)}日"


def due_words(due: str | None, assumed: bool) -> str:
    """A deadline: a date, with （推定） where the text names none, or 持续推进 for standing tasks."""
    if due is None:
        return "持续推进"
    return date_words(due) + ("（推定）" if assumed else "")
