"""What is derived from the tables of all buckets together: which copy of a report is kept, and the place-year table.

Both are made when a build ends and whenever they are missing, in the same order by whoever makes them, so that they
too are the same bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from taizhang.catalogue import indicators, place_by_code
from taizhang.corpus.panel_folder import check, write
from taizhang.corpus.reader_mark import reader_mark
from taizhang.corpus.tables import SCHEMAS
from taizhang.corpus.verdicts import with_verdicts

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "400MB"
# Rows in a row group: one indicator of one year of a whole nation is read without its neighbours.
GROUP = 20_000
# Rows that are joined at a time, about.
BATCH = 40_000
QUERIES = files("taizhang.corpus") / "queries"


def derive(panel: Path) -> None:
    """Make the derived tables of a panel, unless they stand. Raises `PanelError` where `panel` is none.

    The parts are joined on disk, one indicator at a time, so that memory does not grow with the panel.
    """
    check(panel)
    marker = panel / "derived" / "complete"
    with suppress(FileNotFoundError):
        if marker.read_text() == reader_mark():
            return
    forget(panel)
    work = panel / "derived" / ".work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    try:
        with quiet(work / "work.duckdb", memory_limit=MEMORY, temp_directory=str(work), threads=2) as connection:
            over_buckets(connection, panel)
            save(panel, "reports", iter([connection.sql(query("reports")).to_arrow_table()]))
            derived_view(connection, panel, "reports")
            connection.execute("create view reports as select * from derived_reports where kept")
            lookups(connection)
            connection.execute(query("place_year_parts"))
            save(panel, "place_year", place_year(connection))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    write(marker, reader_mark().encode())


def forget(panel: Path) -> None:
    """Note that the derived tables no longer follow from the buckets."""
    (panel / "derived" / "complete").unlink(missing_ok=True)


def quiet(file: Path | None = None, **settings: Any) -> DuckDBPyConnection:
    """A DuckDB in a file or in memory that installs nothing."""
    return duckdb.connect(str(file or ":memory:"), config={"autoinstall_known_extensions": False, **settings})


def query(name: str) -> str:
    """The SQL of a derived table."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def over_buckets(connection: DuckDBPyConnection, panel: Path) -> None:
    """A view for each table over the files of all buckets; that of the reports is `all_reports`."""
    for table in SCHEMAS:
        name = "all_reports" if table == "reports" else table
        files = quoted(str(panel / table / "*.parquet"))
        where = ", filename = true" if table == "reports" else ""
        connection.execute(f"create view {name} as select * from read_parquet({files}{where})")


def derived_view(connection: DuckDBPyConnection, panel: Path, table: str) -> None:
    """The view `derived_TABLE` over a derived table."""
    file = quoted(str(panel / "derived" / f"{table}.parquet"))
    connection.execute(f"create view derived_{table} as select * from read_parquet({file})")


def quoted(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def lookups(connection: DuckDBPyConnection) -> None:
    """Tables from the catalogue: the places above each place of the panel, and the names of indicators."""
    above = [
        (code, *above_of(code))
        for (code,) in connection.execute("select distinct adcode from reports where adcode is not null").fetchall()
    ]
    names = [(entry.code, entry.name) for entry in indicators()]
    connection.register("above", texts(("adcode", "above1", "above2", "above3"), above))
    connection.register("indicators", texts(("code", "indicator"), names))


def texts(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> pa.Table:
    """A table of text columns."""
    schema = pa.schema([(name, pa.string()) for name in columns])
    return pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows], schema=schema)


def above_of(code: str) -> tuple[str | None, str | None, str | None]:
    """The codes of the levels above a place, the nearest first."""
    found: list[str | None] = []
    place = place_by_code(code)
    while place is not None and place.parent is not None:
        found.append(place.parent)
        place = place_by_code(place.parent)
    return (*found, None, None, None)[:3]  # type: ignore[return-value]


def place_year(connection: DuckDBPyConnection) -> Iterator[pa.Table]:
    """The rows of the place-year table with their verdicts, so many at a time that they are joined in memory."""
    counted = (
        "select code, left(adcode, 2), count(*) from (select code, adcode from stated union all "
        "select code, adcode from first_target) group by all order by all"
    )
    counts: dict[str, dict[str, int]] = {entry.code: {} for entry in sorted(indicators(), key=lambda one: one.code)}
    for code, region, count in connection.execute(counted).fetchall():
        counts[code][region] = count
    for codes, first, last in batches(counts):
        asked = {"codes": codes, "first": first, "last": last + "9999"}
        yield with_verdicts(connection.sql(query("place_year"), params=asked).to_arrow_table())


def batches(counts: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[list[str], str, str]]:
    """Codes and the first and last region that are joined together, of `BATCH` rows or a little more.

    `counts` has the rows of each code by region (the first two digits of a place code). Several small indicators
    go together over all regions, a large one goes by itself, some regions at a time.
    """
    held: list[str] = []
    rows = 0
    for code, regions in counts.items():
        total = sum(regions.values())
        if held and rows + total > BATCH:
            yield held, "00", "99"
            held, rows = [], 0
        if total <= BATCH:
            held.append(code)
            rows += total
            continue
        first, inside = "00", 0
        for region, count in regions.items():
            inside += count
            if inside > BATCH:
                yield [code], first, region
                first, inside = f"{int(region) + 1:02d}", 0
        yield [code], first, "99"
    if held:
        yield held, "00", "99"


def save(panel: Path, table: str, pieces: Iterator[pa.Table]) -> None:
    """Write at least one piece as a derived table, each in row groups of its own of `GROUP` rows at most."""
    path = panel / "derived" / f"{table}.parquet"
    part = path.with_name(f".part-{table}")
    first = next(pieces)
    with pq.ParquetWriter(part, first.schema, compression="zstd") as writer:
        for piece in chain([first], pieces):
            writer.write_table(piece, row_group_size=GROUP)
    part.replace(path)
