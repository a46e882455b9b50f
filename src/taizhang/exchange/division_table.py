"""The table by which an office splits its targets over districts (指标分解): indicators by places, read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from taizhang.exchange.observation_file import csv_grid, excel_grid
from taizhang.exchange.safe_cell import put
from taizhang.extraction.target_cell import condition_of_cell
from taizhang.model import Aspect, Condition

INDICATOR = frozenset({"指标", "指标名称", "主要指标", "项目", "预期指标"})
UNIT = frozenset({"单位", "计量单位"})
IGNORED = frozenset({"序号", "编号", ""})
# Units and growth may stand in the indicator's own cell: 地区生产总值增长（%）.
IN_NAME = re.compile(r"[（(](?P<unit>[^（()）]*)[)）]$")
GROWTH = re.compile(r"(?:增长率|增长|增速|增幅|涨幅)$")


class DivisionTableError(ValueError):
    """What is wrong with a division table: the file, the cell, and what is expected there."""


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """One indicator: its name, unit and aspect, and what each place has: the words, and the condition or none."""

    indicator: str
    unit: str
    aspect: Aspect
    cells: tuple[tuple[str, Condition | None], ...]


@dataclass(frozen=True, slots=True)
class Division:
    """The places in the order of the columns, and a row for each indicator with as many cells."""

    places: tuple[str, ...]
    rows: tuple[DivisionRow, ...]


def read_division(path: Path) -> Division:
    """The table in the first sheet of a workbook, or in a CSV file; a title may stand above the headings.

    Raises `DivisionTableError` naming file and cell, `OSError` where the file cannot be opened.
    """
    grid = excel_grid(path) if path.suffix.lower() in (".xlsx", ".xlsm") else csv_grid(path)
    at = next((at for at, row in enumerate(grid) if INDICATOR & set(row)), None)
    if at is None:
        raise DivisionTableError(f"{path}: no row of headings with {' or '.join(sorted(INDICATOR))}")
    head = grid[at]
    name_at = next(column for column, heading in enumerate(head) if heading in INDICATOR)
    unit_at = next((column for column, heading in enumerate(head) if heading in UNIT), None)
    places = [(column, heading) for column, heading in enumerate(head) if heading not in INDICATOR | UNIT | IGNORED]
    if not places:
        raise DivisionTableError(f"{path}, row {at + 1}: no column for a place")
    if len({heading for _, heading in places}) < len(places):
        raise DivisionTableError(f"{path}, row {at + 1}: a place has two columns")
    rows = []
    for number, row in enumerate(grid[at + 1 :], at + 2):
        padded = [*row, *[""] * (len(head) - len(row))]
        if not padded[name_at]:
            if any(padded[column] for column, _ in places):
                raise DivisionTableError(f"{path}, row {number}: conditions without an indicator")
            continue
        indicator, unit, aspect = named(padded[name_at], padded[unit_at] if unit_at is not None else "")
        rows.append(
            DivisionRow(
                indicator,
                unit,
                aspect,
                tuple(read_cell(path, number, column, padded[column], unit, aspect) for column, _ in places),
            )
        )
    return Division(tuple(heading for _, heading in places), tuple(rows))


def named(cell: str, unit: str) -> tuple[str, str, Aspect]:
    """An indicator's cell taken apart: 地区生产总值增长（%） → 地区生产总值, %, growth."""
    inside = IN_NAME.search(cell)
    if inside:
        cell, unit = cell[: inside.start()].strip(), unit or inside["unit"].strip()
    plain = GROWTH.sub("", cell)
    return (plain, unit or "%", "growth") if plain and plain != cell else (cell, unit, "value")


def read_cell(
    path: Path, number: int, column: int, words: str, unit: str, aspect: Aspect
) -> tuple[str, Condition | None]:
    """A cell's words and condition."""
    try:
        return words, condition_of_cell(words, unit, aspect)
    except ValueError as error:
        raise DivisionTableError(f"{path}, cell {get_column_letter(column + 1)}{number}: {error}") from error


def division_workbook(division: Division, title: str) -> Workbook:
    """The table as a workbook that `read_division` reads back the same."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one sheet
    sheet.title = "指标分解"
    put(sheet, 1, 1, title)
    for column, heading in enumerate(("指标", "单位", *division.places), 1):
        put(sheet, 2, column, heading).font = Font(bold=True)
    for number, row in enumerate(division.rows, 3):
        name = f"{row.indicator}增长" if row.aspect == "growth" else row.indicator
        for column, value in enumerate((name, row.unit, *(words for words, _ in row.cells)), 1):
            put(sheet, number, column, value)
    sheet.freeze_panes = "C3"
    sheet.column_dimensions["A"].width = 32
    return book
