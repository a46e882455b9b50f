"""The indicators that reports and statistics use: what each measures, in which unit, and which way is better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

from taizhang.catalogue.indicator_units import share_a_kind

Better = Literal["higher", "lower", "none"]
COLUMNS = ("code", "name", "english", "units", "better", "annual", "parent", "source", "aliases")
ANY = "*"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the catalogue.

    `units` begins with the usual base unit and is empty where any will do; `annual` tells that the number is
    settled once a year only; `source` is the paper that publishes it (one of `indicator_sources.tsv`); `aliases`
    are other names, where `*` at an end stands for any words.
    """

    code: str
    name: str
    english: str
    units: tuple[str, ...]
    better: Better
    annual: bool
    parent: str | None
    source: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and all other names."""
        return (self.name, *self.aliases)


@cache
def indicators() -> tuple[Indicator, ...]:
    """The whole catalogue, file by file. Raises `ValueError` naming file and line of a row that is out of form."""
    folder = resources.files("taizhang.catalogue") / "indicators"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".tsv")), key=lambda file: file.name)
    found: list[Indicator] = []
    for file in files:
        found += parse(file.name, file.read_text(encoding="utf-8").splitlines())
    check(found)
    return tuple(found)


def parse(file: str, lines: Iterable[str]) -> list[Indicator]:
    """The indicators of one data file; its first line names the columns, `#` opens a comment line."""
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows or tuple(rows[0][1]) != COLUMNS:
        raise ValueError(f"{file}: the first line must name the columns {', '.join(COLUMNS)}")
    return [indicator_of(file, number, cells) for number, cells in rows[1:]]


def indicator_of(file: str, number: int, cells: list[str]) -> Indicator:
    """The indicator of one row."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{file}, line {number}: {len(cells)} columns in place of {len(COLUMNS)}")
    code, name, english, units, better, annual, parent, source, aliases = cells
    if not (code and name and english and source):
        raise ValueError(f"{file}, line {number}: code, name, english and source must be filled")
    if source not in sources():
        raise ValueError(f"{file}, line {number}: {source} is not in indicator_sources.tsv")
    if better not in get_args(Better) or annual not in ("yes", "no"):
        raise ValueError(f"{file}, line {number}: better is higher, lower or none, annual is yes or no")
    kind: Better = "higher" if better == "higher" else "lower" if better == "lower" else "none"
    return Indicator(
        code, name, english, tuple(units.split()), kind, annual == "yes", parent or None, source, tuple(aliases.split())
    )


@cache
def sources() -> dict[str, str]:
    """The papers that publish indicators (`indicator_sources.tsv`): Chinese name → who issues it."""
    text = (resources.files("taizhang.catalogue") / "indicator_sources.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {name: issuer for name, _, issuer in rows}


def check(found: list[Indicator]) -> None:
    """Refuse a code that stands twice, an unknown parent and a parent that is its own descendant.

    Two indicators share a name only where no figure could be of both: their units are of different kinds.
    """
    owners: dict[str, list[Indicator]] = {}
    parents = {row.code: row.parent for row in found}
    if len(parents) != len(found):
        raise ValueError("indicators: a code stands twice")
    for row in found:
        for name in row.names:
            others = owners.setdefault(name.strip(ANY), [])
            for other in others:
                if other is not row and share_a_kind(other.units, row.units):
                    raise ValueError(f"indicators: {name} is a name of both {other.code} and {row.code}")
            others.append(row)
        above, line = row.parent, [row.code]
        while above is not None:
            if above not in parents or above in line:
                raise ValueError(f"indicators: {row.code} has the parent {above}, which is unknown or below it")
            line.append(above)
            above = parents[above]


@cache
def by_code() -> dict[str, Indicator]:
    """Code → indicator."""
    return {row.code: row for row in indicators()}


def indicator_by_code(code: str) -> Indicator | None:
    """The indicator with this code, or none."""
    return by_code().get(code)


def search_indicators(word: str) -> tuple[Indicator, ...]:
    """The indicators whose code, name, English name or another name holds `word`, or that are stated in it as a unit,
    in the catalogue's order."""
    wanted = word.strip().lower()
    return tuple(
        row
        for row in indicators()
        if any(wanted == unit.lower() for unit in row.units)
        or any(wanted in text.lower() for text in (row.code, row.english, *row.names))
    )
