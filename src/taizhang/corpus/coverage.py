"""What a panel covers: reports by year and level, places without a year between their first and last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Coverage:
    """`by_year` counts the reports of each year by level; `missing` lists (place, year) without a report."""

    reports: int
    places: int
    figures: int
    by_year: dict[int, dict[str, int]]
    missing: tuple[tuple[str, int], ...]
    problems: dict[str, int]


MISSING = """
select place, cast(missing as integer) from (
    select adcode, any_value(place) as place, unnest(range(min(year), max(year) + 1)) as missing
    from reports where adcode is not null and year is not null group by adcode
) where (adcode, missing) not in (select (adcode, year) from reports where adcode is not null and year is not null)
order by adcode, missing
"""


def coverage(connection: DuckDBPyConnection) -> Coverage:
    """Count what the panel holds."""
    by_year: dict[int, dict[str, int]] = {}
    counted = (
        "select year, level, count(*) from reports where year is not null group by year, level order by year, level"
    )
    for year, level, count in connection.execute(counted).fetchall():
        by_year.setdefault(year, {})[level or "?"] = count
    totals = connection.execute(
        "select count(*), count(distinct adcode), coalesce(sum(figures), 0) from reports"
    ).fetchone()
    assert totals is not None
    problems = connection.execute("select kind, count(*) from problems group by kind order by kind").fetchall()
    missing = connection.execute(MISSING).fetchall()
    return Coverage(totals[0], totals[1], int(totals[2]), by_year, tuple(missing), dict(problems))
