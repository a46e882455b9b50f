"""The table for the congress (对照表) as an Excel workbook and as a Word document."""

from __future__ import annotations

from docx.document import Document as WordDocument
from openpyxl import Workbook

from taizhang.exchange.comparison_rows import (
    CHANGE_COLUMNS,
    RESULT_COLUMNS,
    change_rows,
    comparison_title,
    result_rows,
    verdict_counts,
)
from taizhang.exchange.office_document import office_document
from taizhang.exchange.office_workbook import add_table, office_workbook
from taizhang.exchange.safe_cell import put
from taizhang.exchange.sheet_page import head_cell, set_page
from taizhang.exchange.verdict_words import VERDICTS
from taizhang.model import Comparison

# Word has a page's width: the running number, promise, result, done or not, and why.
DOCUMENT_COLUMNS = tuple(
    column for column in RESULT_COLUMNS if column.field in {"number", "area", "promise", "result", "verdict", "why"}
)


def comparison_workbook(comparison: Comparison) -> Workbook:
    """A sheet of promises and results, one of changes between the papers, one of counts by area."""
    title = comparison_title(comparison)
    book = office_workbook(title, result_rows(comparison), RESULT_COLUMNS, "对照表")
    add_table(book.create_sheet("承诺的变化"), "承诺的变化", change_rows(comparison), CHANGE_COLUMNS)
    sheet = book.create_sheet("分领域统计")
    for place, heading in enumerate(("领域", *VERDICTS.values()), 1):
        head_cell(sheet, 1, place, heading)
    for number, (area, counts) in enumerate(verdict_counts(comparison).items(), 2):
        for place, value in enumerate((area, *counts.values()), 1):
            put(sheet, number, place, value)
    sheet.column_dimensions["A"].width = 40
    set_page(sheet, header_row=1)
    return book


def comparison_document(comparison: Comparison) -> WordDocument:
    """The table as the congress gets it: promise, result, done or not, why."""
    return office_document(comparison_title(comparison), result_rows(comparison), DOCUMENT_COLUMNS)
