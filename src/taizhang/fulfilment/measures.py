"""What an indicator's name stands for, which way it is better, and by which names a clause speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from taizhang.catalogue import indicator_by_code, indicator_code
from taizhang.fulfilment.word_lists import rows
from taizhang.model import Aspect, Figure

SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure by its catalogue code (or a key of its own): direction, whether it is a price, its names."""

    code: str
    better: Literal["higher", "lower"] = "higher"
    price: bool = False
    names: tuple[str, ...] = ()


@cache
def spoken() -> dict[str, tuple[bool, tuple[str, ...]]]:
    """Code → whether it is a price, and its names in speech. Raises `ValueError` for another kind."""
    found = {}
    for code, kind, names in rows("measures.tsv", 3):
        if kind not in ("price", "other"):
            raise ValueError(f"measures.tsv: {code} is of the unknown kind {kind}")
        found[code] = (kind == "price", tuple(names.split("|")))
    return found


@cache
def measure_by_code(code: str) -> Measure:
    """The measure of a code; the longest of its names come first."""
    row = indicator_by_code(code)
    price, names = spoken().get(code, (False, ()))
    known = [name.strip("*") for name in row.names] if row else []
    lower = price or (row is not None and row.better == "lower")
    longest = sorted({*known, *names}, key=lambda name: (-len(name), name))
    kept = tuple(name for name in longest if len(name) >= SHORTEST_NAME)
    return Measure(code, "lower" if lower else "higher", price, kept)


@cache
def measure_of(name: str, unit: str | None = None, aspect: Aspect | None = None) -> Measure | None:
    """The measure that an indicator's name stands for: by the catalogue, else by its names in speech."""
    code = indicator_code(name, unit, aspect)
    if code is None:
        code = next((one for one, (_, names) in spoken().items() if any(part in name for part in names)), None)
    return measure_by_code(code) if code else None


def measure_of_figure(figure: Figure) -> Measure | None:
    """The measure of a stated figure."""
    if figure.code:
        return measure_by_code(figure.code)
    return measure_of(figure.indicator, figure.unit, figure.aspect)
