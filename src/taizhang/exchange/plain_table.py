"""A table of headings and rows as a workbook, with nothing of an office's own form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from taizhang.exchange.safe_cell import put
from taizhang.exchange.sheet_page import head_cell, set_page

WIDEST = 48


def plain_workbook(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Workbook:
    """One sheet with the headings frozen and repeated on every printed page; text never becomes a formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    for place, name in enumerate(columns, 1):
        head_cell(sheet, 1, place, name)
        longest = max((len(str(row[place - 1])) for row in rows[:200] if row[place - 1] is not None), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = min(max(2 * len(name), longest) + 4, WIDEST)
    for number, row in enumerate(rows, 2):
        for place, value in enumerate(row, 1):
            if value is not None:
                put(sheet, number, place, value)
    set_page(sheet, 1, 1)
    return book
