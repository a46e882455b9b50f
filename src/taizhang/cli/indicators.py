"""`taizhang indicators`: the catalogue of indicators on the screen, as JSON or as CSV."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from taizhang.catalogue import Indicator, search_indicators
from taizhang.catalogue import indicators as catalogue
from taizhang.cli.failure import fail, naming_failures, write_text

COLUMNS = [field.name for field in fields(Indicator)]


def indicators(
    word: Annotated[str | None, typer.Argument(help="Part of a code or name, Chinese or English, or a unit.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list and nothing else.")] = False,
    to_csv: Annotated[Path | None, typer.Option("--csv", help="Write a CSV file.")] = None,
) -> None:
    """List the indicators of the catalogue, or search them.

    Example: taizhang indicators 失业率
    """
    found = search_indicators(word) if word else catalogue()
    if as_json:
        write_text(json.dumps([asdict(row) for row in found], ensure_ascii=False) + "\n")
        return
    if not found:
        fail(f"no indicator holds {word!r}. List all with: taizhang indicators")
    if to_csv:
        with naming_failures(to_csv):
            write_catalogue(found, to_csv)
        write_text(f"Written: {to_csv}\n")
        return
    Console().print(grid(found))


def write_catalogue(found: tuple[Indicator, ...], path: Path) -> None:
    """A CSV file that Excel opens as UTF-8; lists in a cell are parted by blanks."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in found:
            cells = asdict(row)
            cells |= {name: " ".join(cells[name]) for name in ("units", "aliases")}
            writer.writerow(["" if value is None else value for value in cells.values()])


def grid(found: tuple[Indicator, ...]) -> Table:
    """The columns that fit a screen."""
    made = Table(title=f"指标目录 · {len(found)}", title_justify="left")
    for column in ("name", "code", "unit", "better", "annual", "source", "English"):
        made.add_column(column, overflow="fold", no_wrap=column == "name")
    for row in found:
        unit = row.units[0] if row.units else ""
        made.add_row(row.name, row.code, unit, row.better, "年度" if row.annual else "", row.source, row.english)
    return made
