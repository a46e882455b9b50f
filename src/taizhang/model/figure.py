"""Figures, targets and milestones: what a report states, with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from taizhang.model.report import Sure

Aspect = Literal["value", "growth", "change", "rank"]
Bound = Literal["exact", "approx", "min", "max", "range"]
Directional = Literal["positive", "negative", "stable", "above", "match", "assigned", "improve"]
Mode = Literal["actual", "estimate", "target"]
Stage = Literal["start", "finish", "establish", "award", "event"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that the report states of something.

    `value` (or `low` and `high` for a range) is in the base `unit`, sign included; `period` is
    `2019`, `2016/2020` or none where the text does not tell; `place` only where it is not the
    report's own.
    """

    start: int
    end: int
    quote: str
    indicator: str
    aspect: Aspect
    unit: str
    bound: Bound
    mode: Mode
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    code: str | None = None
    period: str | None = None
    place: str | None = None
    headline: bool = False
    sure: Sure = "certain"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A listed main expected target: a numeric condition, or one in words with its `reference`."""

    start: int
    end: int
    quote: str
    indicator: str
    bound: Bound | Directional
    aspect: Aspect | None = None
    unit: str | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    reference: str | None = None
    code: str | None = None
    period: str | None = None
    stretch: bool = False
    sure: Sure = "certain"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A promised event: `quote` is the shortest contiguous text with verb and object.

    `object` is what the event happens to, standing alone: «开工建设东山、西山供水工程» is one span for two
    milestones, 东山供水工程 and 西山供水工程.
    """

    start: int
    end: int
    quote: str
    stage: Stage
    object: str = ""
    sure: Sure = "certain"
    reason: str | None = None
