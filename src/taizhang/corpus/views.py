"""The tables of a panel as DuckDB views, for SQL of any kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taizhang.corpus.derived import derive, derived_view, lookups, over_buckets, quiet
from taizhang.corpus.tables import SCHEMAS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KEPT = """
create view reports as select * exclude (bucket, kept, kept_report) from derived_reports where kept;
create view all_reports as select * exclude (bucket, kept, kept_report) from derived_reports;
create view place_year as select * from derived_place_year;
create view duplicates as
select copy.report, copy.source, kept.report as kept, kept.source as kept_source, kept.place, kept.year
from derived_reports as copy join derived_reports as kept on kept.report = copy.kept_report
where not copy.kept
"""
# Tables whose rows belong to a report, under their names without its copies.
OF_REPORTS = tuple(table for table in SCHEMAS if table not in ("reports", "problems"))


def connect(panel: Path) -> DuckDBPyConnection:
    """An in-memory DuckDB with a view per table of the panel, duplicates left out, and `duplicates` that lists them.

    What is derived from all buckets is made where it is missing, as after a build that was broken off.
    Raises `PanelError` where `panel` is no panel.
    """
    derive(panel)
    buckets = quiet()
    # The same files are asked again and again; what their footers say is kept as long as they do not change.
    buckets.execute("set parquet_metadata_cache = true")
    buckets.execute("create schema buckets; use buckets")
    over_buckets(buckets, panel)
    buckets.execute("use memory.main")
    for table in ("reports", "place_year"):
        derived_view(buckets, panel, table)
    buckets.execute(KEPT)
    for table in OF_REPORTS:
        buckets.execute(
            f"create view {table} as select * from buckets.{table} where report in (select report from reports)"
        )
    buckets.execute("create view problems as select * from buckets.problems")
    lookups(buckets)
    return buckets
