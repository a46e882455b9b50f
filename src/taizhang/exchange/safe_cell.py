"""Text that a spreadsheet cannot execute.

Excel, LibreOffice and WPS read a cell that begins with = + - @ (or a tab or return before one of
these) as a formula. In a workbook the cell is stored as text with the quote-prefix mark, so its
characters stay as they were; a CSV has no cell types, so there the text gets an apostrophe, and
`from_csv_cell` takes it off again.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n")


def put(sheet: Worksheet, row: int, column: int, value: Any) -> Cell:
    """Write a value into a cell of a workbook (rows and columns from 1); text never becomes a formula.

    Raises `ValueError` for the covered part of a merged cell, which holds no value.
    """
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise ValueError(f"cell {cell.coordinate} is covered by a merged cell")
    if isinstance(value, Decimal):
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    elif isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        if value.startswith(STARTERS):
            cell.quotePrefix = True
    else:
        cell.value = value
    return cell


def csv_cell(value: Any) -> str:
    """A value as a CSV cell; numbers stay numbers, text that could run gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(STARTERS) else value
    return str(value)


def from_csv_cell(text: str) -> str:
    """The text that `csv_cell` was given."""
    return text[1:] if text.startswith(tuple(f"'{mark}" for mark in STARTERS)) else text
