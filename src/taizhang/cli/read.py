"""`taizhang read`: a report to tables on the screen, JSON, Excel or CSV."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

import taizhang
from taizhang.cli.batch import read_many
from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.exchange import TABLES, condition, quantity, reading_workbook, table, write_csv
from taizhang.exchange.office_row import area_of
from taizhang.model import Reading


def read(
    file: Annotated[Path, typer.Argument(help="The report (text, web page, Word, WPS, PDF, OFD, scan), or a folder.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    xlsx: Annotated[Path | None, typer.Option(help="Write an Excel workbook, a sheet per table.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write a CSV file per table into this folder.")] = None,
    show: Annotated[
        list[str] | None, typer.Option(help="Print a whole table: figures, targets, milestones, tasks.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Read a folder or .zip of reports: a JSON file each in here.")
    ] = None,
) -> None:
    """Read a report: its title page, sections, figures, targets, milestones and tasks.

    Example: taizhang read examples/suzhou/report.md --xlsx suzhou.xlsx
    Many reports: taizhang read reports/ --out readings/
    """
    if out:
        with naming_failures(file):
            failed = read_many(file, out, Console())
        raise typer.Exit(1 if failed else 0)
    if file.is_dir():
        fail(f"{file}: is a folder. Say where its readings go: taizhang read {file} --out FOLDER")
    for name in show or []:
        if name not in TABLES:
            fail(f"--show {name}: no such table; choose one of {', '.join(TABLES)}")
    with naming_failures(file):
        reading = taizhang.read(file)
    if xlsx:
        with naming_failures(xlsx):
            reading_workbook(reading).save(xlsx)
    if csv:
        with naming_failures(csv):
            write_csv(reading, csv)
    if as_json:
        write_text(json.dumps(reading.to_dict(), ensure_ascii=False) + "\n")
        return
    console = Console()
    if show:
        for name in show:
            console.print(full_table(reading, name))
        return
    console.print(title_table(reading))
    console.print(target_table(reading))
    console.print(area_table(reading))
    for written in filter(None, (xlsx, csv)):
        console.print(f"Written: {written}")


def grid(title: str, *columns: str) -> Table:
    """An empty table whose first columns fold instead of being cut."""
    made = Table(title=title, title_justify="left")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def title_table(reading: Reading) -> Table:
    """The title page and how much was read."""
    report = reading.report
    made = grid(report.title or "报告", "", "")
    for name in ("place", "adcode", "level", "year", "date", "session", "speaker"):
        value = getattr(report, name)
        made.add_row(name, "–" if value is None else str(value))
    for name in TABLES:
        rows = getattr(reading, name)
        doubtful = sum(row.sure == "review" for row in rows)
        made.add_row(name, f"{len(rows)}" + (f", {doubtful} to review" if doubtful else ""))
    for doubt in report.doubts:
        made.add_row("to review", doubt)
    return made


def target_table(reading: Reading) -> Table:
    """The listed targets with their conditions."""
    made = grid("主要预期目标", "indicator", "condition")
    for target in reading.targets:
        made.add_row(target.indicator, condition(target))
    return made


def area_table(reading: Reading) -> Table:
    """How many tasks and goals each area has."""
    made = grid("任务", "area", "tasks", "goals")
    areas: dict[str, list[int]] = {}
    for task in reading.tasks:
        areas.setdefault(area_of(task.path), []).append(len(task.goals))
    for area, goals in areas.items():
        made.add_row(area, str(len(goals)), str(sum(goals)))
    return made


def full_table(reading: Reading, name: str) -> Table:
    """Every row of a table with the columns that fit a screen."""
    if name == "figures":
        made = grid(name, "indicator", "figure", "mode", "period", "sure")
        for figure in reading.figures:
            made.add_row(figure.indicator, quantity(figure), figure.mode, figure.period or "", figure.sure)
        return made
    if name == "targets":
        return target_table(reading)
    columns, rows = table(reading, name)
    kept = [at for at, column in enumerate(columns) if column in {"title", "quote", "stage", "path", "due", "goals"}]
    made = grid(name, *(columns[at] for at in kept))
    for row in rows:
        made.add_row(*(shown(row[at]) for at in kept))
    return made


def shown(value: Any) -> str:
    """A cell on the screen; nothing for an absent value."""
    return "" if value is None else str(value)
