"""What a panel covers: reports by year and level, by province, and places without a year between first and last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taizhang.corpus.derived import query

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Region:
    """The nation, or a province with all places in it: places, reports, years from and to, missing reports."""

    name: str
    places: int
    reports: int
    first: int
    last: int
    missing: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """`by_year` counts the reports of each year by level; `missing` lists (place, year) without a report."""

    reports: int
    places: int
    figures: int
    by_year: Mapping[int, Mapping[str, int]]
    regions: tuple[Region, ...]
    missing: tuple[tuple[str, int], ...]
    problems: Mapping[str, int]


REGIONS = """
select any_value(names.place), count(*), sum(reports), min(first), max(last), sum(len(missing))
from covered left join names on names.adcode = left(covered.adcode, 2) || '0000'
group by left(covered.adcode, 2) order by left(covered.adcode, 2)
"""


def coverage(connection: DuckDBPyConnection) -> Coverage:
    """Count what the panel holds."""
    by_year: dict[int, dict[str, int]] = {}
    for year, level, count, *_ in connection.execute(query("coverage")).fetchall():
        by_year.setdefault(year, {})[level or "?"] = count
    totals = connection.execute(
        "select count(*), count(distinct adcode), coalesce(sum(figures), 0) from reports"
    ).fetchone()
    assert totals is not None
    names = "names as (select adcode, arg_max(place, year) as place from reports group by adcode)"
    covered = f"with covered as ({query('place_coverage')}), {names}"
    missing = f"{covered} select place, unnest(missing) as year from covered order by adcode, year"
    problems = connection.execute("select kind, count(*) from problems group by kind order by kind").fetchall()
    regions = [
        Region(name or "?", places, int(reports), first, last, int(gaps))
        for name, places, reports, first, last, gaps in connection.execute(f"{covered} {REGIONS}").fetchall()
    ]
    return Coverage(
        reports=totals[0],
        places=totals[1],
        figures=int(totals[2]),
        by_year=by_year,
        regions=tuple(regions),
        missing=tuple(connection.execute(missing).fetchall()),
        problems=dict(problems),
    )
