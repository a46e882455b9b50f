"""Observations: what statistics say that was measured."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from taizhang.model.figure import Aspect


@dataclass(frozen=True, slots=True)
class Observation:
    """One measured value of an indicator: place, period (`2020`), value in its base unit, and who published it.

    `note` holds words that the source adds (高于上年). `row` is where it stands in its file, from 1.
    """

    indicator: str
    period: str
    value: Decimal
    unit: str
    aspect: Aspect = "value"
    place: str | None = None
    source: str | None = None
    note: str | None = None
    row: int | None = None
