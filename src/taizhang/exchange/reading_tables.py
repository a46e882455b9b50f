"""A reading as flat tables: what `taizhang read --xlsx` and `--csv` write.

Columns are the fields of docs/records.md; numbers are exact; lists are joined with “；”, the
headings of a path with “ › ”.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from taizhang.exchange.safe_cell import csv_cell, put
from taizhang.exchange.sheet_page import head_cell, set_page
from taizhang.model import Figure, Goal, Milestone, Reading, Target, Task

TABLES = {"figures": Figure, "targets": Target, "milestones": Milestone, "tasks": Task}
WIDE = {"quote", "indicator", "title", "path", "goals", "reason"}


def flat(name: str, value: Any, text: str) -> Any:
    """One field as one cell; a goal is the text that it points to."""
    if not isinstance(value, tuple):
        return value
    if name == "goals":
        return "；".join(text[goal.start : goal.end] for goal in value if isinstance(goal, Goal))
    return (" › " if name == "path" else "；").join(value)


def table(reading: Reading, name: str) -> tuple[list[str], list[list[Any]]]:
    """Column names and rows of one of `TABLES`."""
    columns = [field.name for field in fields(TABLES[name])]
    text = reading.report.text
    return columns, [[flat(column, getattr(row, column), text) for column in columns] for row in getattr(reading, name)]


def title_page(reading: Reading) -> Iterator[tuple[str, Any]]:
    """The report's own fields, name and value."""
    report = reading.report
    for name in ("title", "place", "adcode", "level", "year", "date", "session", "speaker", "sha256"):
        yield name, getattr(report, name)
    yield "doubts", "；".join(report.doubts)


def reading_workbook(reading: Reading, names: Iterable[str] = tuple(TABLES)) -> Workbook:
    """One sheet for the title page and one for each of the named tables."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "report"
    for number, (name, value) in enumerate(title_page(reading), 1):
        put(first, number, 1, name)
        put(first, number, 2, value)
    first.column_dimensions["B"].width = 70
    for name in names:
        sheet = book.create_sheet(name)
        columns, rows = table(reading, name)
        for place, column in enumerate(columns, 1):
            head_cell(sheet, 1, place, column)
            sheet.column_dimensions[get_column_letter(place)].width = 40 if column in WIDE else 14
        for number, row in enumerate(rows, 2):
            for place, value in enumerate(row, 1):
                put(sheet, number, place, value).alignment = Alignment(wrap_text=True, vertical="top")
        set_page(sheet, header_row=1)
        sheet.auto_filter.ref = sheet.dimensions
    return book


def write_csv(reading: Reading, folder: Path) -> list[Path]:
    """Write one CSV file (UTF-8 with BOM, as Excel expects) per table; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        columns, rows = table(reading, name)
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([csv_cell(value) for value in row] for row in rows)
        written.append(path)
    return written
