"""The tables of a panel as DuckDB views, for SQL of any kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from taizhang.corpus.tables import SCHEMAS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# One report per place and year: of several copies the fullest is kept, the others stay in `all_reports`.
KEPT = """
create view reports as
select * exclude (place_in_order) from (
    select *, row_number() over (
        partition by coalesce(adcode, report), coalesce(year, 0) order by figures desc, characters desc, report
    ) as place_in_order
    from all_reports
) where place_in_order = 1
"""

DUPLICATES = """
create view duplicates as
select copy.report, copy.source, kept.report as kept, kept.source as kept_source, kept.place, kept.year
from all_reports as copy
join reports as kept on kept.adcode = copy.adcode and kept.year = copy.year
where copy.report <> kept.report
"""


def connect(panel: Path) -> DuckDBPyConnection:
    """An in-memory DuckDB with a view per table of the panel, duplicates left out, and `duplicates` that lists them.

    Raises `FileNotFoundError` where `panel` is no panel.
    """
    if not (panel / "panel.json").exists():
        raise FileNotFoundError(f"{panel}: no panel here; make one with: taizhang corpus build FOLDER --out {panel}")
    connection = duckdb.connect()
    for table in SCHEMAS:
        source = f"read_parquet({quoted(str(panel / table / '*.parquet'))})"
        if table == "reports":
            connection.execute(f"create view all_reports as select * from {source}")
            connection.execute(KEPT)
            connection.execute(DUPLICATES)
        elif table == "problems":
            connection.execute(f"create view problems as select * from {source}")
        else:
            connection.execute(
                f"create view {table} as select * from {source} where report in (select report from reports)"
            )
    for derived in sorted((panel / "derived").glob("*.parquet")):
        connection.execute(f"create view {derived.stem} as select * from read_parquet({quoted(str(derived))})")
    return connection


def quoted(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"
