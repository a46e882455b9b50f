"""An opened panel that many may ask at a time, and what can be chosen in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import pyarrow.parquet as pq

from taizhang.catalogue import indicator_by_code
from taizhang.corpus.derived import query
from taizhang.corpus.search import opened as opened_index
from taizhang.corpus.views import connect

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator of the panel: how many targets have a number, and in which sense and unit most of them are."""

    code: str
    name: str
    english: str
    targets: int
    aspect: str
    unit: str


class OpenPanel:
    """A panel behind the pages: read only, asked by several threads, as it stood when it was opened."""

    def __init__(self, folder: Path) -> None:
        """Raises `PanelError` where `folder` is no panel."""
        self.folder = folder
        self.connection = connect(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def ask(self, name: str, **values: Any) -> list[Row]:
        """The rows of the query in `queries/NAME.sql`."""
        return self.rows(query(name), values)

    def rows(self, statement: str, values: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of a statement with the `$names` filled."""
        cursor = self.connection.cursor()
        given = {name: value for name, value in (values or {}).items() if f"${name}" in statement}
        result = cursor.execute(statement, given or None)
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    @cached_property
    def choices(self) -> dict[str, Choice]:
        """Every indicator with a numeric target, by code, the most frequent first."""
        found: dict[str, Choice] = {}
        for row in self.ask("choices"):
            entry = indicator_by_code(row["code"])
            if entry is not None and row["code"] not in found:
                found[entry.code] = Choice(
                    entry.code, entry.name, entry.english, row["of_code"], row["aspect"], row["unit"]
                )
        return found

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the reports, in order."""
        return tuple(row["year"] for row in self.rows("select distinct year from reports where year > 0 order by year"))

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The levels of the reports' places, the widest first."""
        known = {row["level"] for row in self.rows("select distinct level from reports")}
        return tuple(level for level in ("nation", "province", "city", "county") if level in known)

    @cached_property
    def provinces(self) -> dict[str, str]:
        """Code → name of the provinces in the panel."""
        named = "select adcode, arg_max(place, year) as place from reports where level = 'province' group by adcode"
        return {row["adcode"]: row["place"] for row in self.rows(f"{named} order by adcode")}

    def report(self, key: str) -> Row | None:
        """The report with this key, copies too, or none."""
        found = self.rows("select * from derived_reports where report = $key", {"key": key})
        return found[0] if found else None

    def reports(self, keys: list[str]) -> dict[str, Row]:
        """Key → report of those that there are."""
        found = self.rows("select * from derived_reports where report in (select unnest($keys))", {"keys": keys})
        return {row["report"]: row for row in found}

    def sentences(self, report: Row) -> list[Row]:
        """The sentences of a report, in order."""
        index = self.folder / "search" / f"{report['bucket']}.arrow"
        listed = opened_index(index, index.stat().st_mtime_ns).reports
        if report["report"] not in listed:
            return []
        file = pq.ParquetFile(self.folder / "sentences" / f"{report['bucket']}.parquet")
        rows: list[Row] = file.read_row_group(listed.index(report["report"])).to_pylist()
        return rows
