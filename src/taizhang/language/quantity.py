"""A quantity: a number in a text with its unit and bound."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from taizhang.language.bounds import Bound

Kind = Literal[
    "number",
    "count",
    "measure",
    "money",
    "percent",
    "point",
    "multiple",
    "fraction",
    "ratio",
    "rank",
    "ordinal",
    "time",
    "date",
]

Sense = Literal["value", "ratio", "growth", "change", "rank"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text with what it counts. Offsets are half-open, into the text that was scanned.

    `start`/`end` hold the value expression: from the first digit (第 and 前 of a rank included) to the
    end of its unit, without words of bound («1.93万亿元», «4.5%—5%», «第3位», «5000余户»); `quote` is
    that text. `number_end` is where the last numeral ends and the unit begins (`end` where there is
    none). `outer_start`/`outer_end` take in the words of bound («超1.93万亿元», «6%左右»).

    `value`, or `low` and `high` of a range, is in the base unit: 1.93万亿元 → 1930000000000 `元`;
    percentages stay (8.1% → 8.1 `%`), 四成 is 40 `%`, 百分点 has no 个; a fraction (三分之一) is a pure
    ratio 0.333… of kind `fraction` with no unit, 2.5∶1 is 2.5 `无` of kind `ratio`. Only a
    written minus (负, -) gives a sign. `unit` is empty for a bare number. A divisor is part of it:
    微克/立方米, 名/万人, 元/人·月.

    `bound` exact|approx|min|max|range. `kind`: `number` (no unit), `count` (个 家 件), `measure`
    (公里 吨 千瓦时), `money`, `percent`, `point` (百分点), `multiple` (倍 番), `fraction`, `rank`
    (第3位, 前十, 首位: unit 位), `ordinal` (第二季度: no quantity), `time` (durations: 年 个月 天), `date`
    (2019年, 3月: no quantity). `chinese` tells that the number is written without Arabic digits.
    `currency` is the ISO code of money. `sense` and `direction` are filled by `quantities` alone.
    """

    start: int
    end: int
    quote: str
    unit: str
    kind: Kind
    bound: Bound
    number_end: int
    outer_start: int
    outer_end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    chinese: bool = False
    currency: str | None = None
    sense: Sense = "value"
    direction: Direction | None = None

    @property
    def number(self) -> str:
        """The number without its unit: «1.93万亿» of «1.93万亿元»."""
        return self.quote[: self.number_end - self.start]
