"""Gaps between levels as rows: for the screen, for JSON and for a table."""

from __future__ import annotations

from typing import Any

from taizhang.exchange.division_table import Division
from taizhang.fulfilment.handed_down import LEVELS, Demand, Gap, demand_of_cell
from taizhang.model import Level
from taizhang.model.reading import plain

WHOLE = frozenset({"全市", "全省", "全区", "全县", "全国", "合计"})
FIRMNESS = {"hard": "硬", "soft": "软"}


def demands_of_division(division: Division, place: str, level: Level, year: int | None) -> tuple[Demand, ...]:
    """The cells of a division table as demands: the column of the whole is `place`'s, the others lie a level below."""
    below = LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]
    found = []
    for row in division.rows:
        for column, (words, condition) in zip(division.places, row.cells, strict=True):
            if condition is not None:
                whole = column in WHOLE or column == place
                found.append(
                    demand_of_cell(
                        row.indicator, place if whole else column, level if whole else below, year, condition, words
                    )
                )
    return tuple(found)


def gap_record(gap: Gap) -> dict[str, Any]:
    """A gap as plain JSON types: both demands with words and wording, the points where there are any."""
    record: dict[str, Any] = {"indicator": gap.own.indicator, "code": gap.own.code, "year": gap.own.year}
    record |= {"own": demand_record(gap.own), "above": demand_record(gap.above)}
    record |= {"points": plain(gap.points), "least_points": plain(gap.least_points)}
    return {name: value for name, value in record.items() if value is not None}


def demand_record(demand: Demand) -> dict[str, Any]:
    """One side of a gap."""
    record: dict[str, Any] = {"place": demand.place, "level": demand.level, "words": demand.words}
    record |= {"bound": demand.condition.bound, "value": plain(demand.condition.value)}
    record |= {"low": plain(demand.condition.low), "high": plain(demand.condition.high)}
    if demand.wording is not None:
        record |= {"firmness": demand.wording.firmness, "word": demand.wording.word}
    return {name: value for name, value in record.items() if value is not None}


def firmness_words(demand: Demand) -> str:
    """硬（以上）, 软（左右）, or nothing for a plain number."""
    return "" if demand.wording is None else f"{FIRMNESS[demand.wording.firmness]}（{demand.wording.word}）"
