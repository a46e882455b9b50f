"""The office's task table as an Excel workbook: landscape A4, merged categories, repeated header."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.exchange.office_row import OFFICE_COLUMNS, Column, TableRow
from taizhang.exchange.safe_cell import put
from taizhang.exchange.sheet_page import THIN, head_cell, set_page

HEADER_ROW = 2
CENTERED = {"number", "area", "due", "light"}


def office_workbook(
    title: str, rows: Sequence[TableRow], columns: Sequence[Column] = OFFICE_COLUMNS, sheet_name: str = "任务分解表"
) -> Workbook:
    """The table with its title in row 1, headings in row 2 and one task per row below."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheet_name
    add_table(sheet, title, rows, columns)
    return book


def add_table(sheet: Worksheet, title: str, rows: Sequence[TableRow], columns: Sequence[Column]) -> None:
    """Write one such table on an empty sheet."""
    write_head(sheet, title, columns)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns, 1):
            cell = put(sheet, HEADER_ROW + number, place, column.of(number, row))
            cell.border = THIN
            cell.alignment = Alignment(
                wrap_text=True, vertical="center", horizontal="center" if column.field in CENTERED else "left"
            )
    merge_areas(sheet, rows, columns)
    set_page(sheet, HEADER_ROW, frozen_columns=3)


def write_head(sheet: Worksheet, title: str, columns: Sequence[Column]) -> None:
    """Title over all columns and the row of headings."""
    cell = put(sheet, 1, 1, title)
    cell.font = Font(size=18, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(columns))
    sheet.row_dimensions[1].height = 36
    for place, column in enumerate(columns, 1):
        head_cell(sheet, HEADER_ROW, place, column.heading)
        sheet.column_dimensions[get_column_letter(place)].width = column.width


def merge_areas(sheet: Worksheet, rows: Sequence[TableRow], columns: Sequence[Column]) -> None:
    """Merge the cells of neighbouring rows of one area."""
    place = next((at for at, column in enumerate(columns, 1) if column.field == "area"), None)
    if place is None:
        return
    first = HEADER_ROW + 1
    for _, block in groupby(rows, key=lambda row: row.area):
        last = first + len(list(block)) - 1
        if last > first:
            sheet.merge_cells(start_row=first, end_row=last, start_column=place, end_column=place)
        first = last + 1
