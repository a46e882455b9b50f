"""Names of one measure, and which way it is better."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from taizhang.fulfilment.word_lists import rows

RATIO = "ratio"  # names that hold another measure's name and are another measure


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure by its names: whether more is better, and whether it is a price."""

    key: str
    better: Literal["higher", "lower"]
    price: bool
    names: tuple[str, ...] = ()


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure in order. Raises `ValueError` for a direction that is none."""
    found = []
    for key, better, names in rows("measures.tsv", 3):
        if better not in ("higher", "lower", "price"):
            raise ValueError(f"measures.tsv: {key} has the direction {better}")
        found.append(
            Measure(key, "higher" if better == "higher" else "lower", better == "price", tuple(names.split("|")))
        )
    return tuple(found)


@cache
def measure_of(indicator: str) -> Measure | None:
    """The measure that an indicator's name stands for, if it is a known one."""
    found = next((one for one in measures() if any(name in indicator for name in one.names)), None)
    return found if found and found.key != RATIO else None
