"""The office's task table as a Word document: landscape A4, merged categories, header repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.run import Run

from taizhang.exchange.office_row import OFFICE_COLUMNS, Column, TableRow

# GB/T 9704-2012: title in 小标宋 size 2, table text in 仿宋, table headings in 黑体; fonts fall back where absent.
TITLE_FONT, BODY_FONT, HEAD_FONT = "方正小标宋简体", "仿宋", "黑体"
TITLE_SIZE, BODY_SIZE = Pt(22), Pt(10.5)
MARGIN = Mm(20)


def office_document(title: str, rows: Sequence[TableRow], columns: Sequence[Column] = OFFICE_COLUMNS) -> WordDocument:
    """The table under its title, one task a row."""
    document = Document()
    set_page(document)
    head = document.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    dress(head.add_run(title), TITLE_FONT, TITLE_SIZE)
    table = document.add_table(rows=1 + len(rows), cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    set_widths(document, table, columns)
    # python-docx finds a cell by walking the table; taking all cells once keeps 300 rows quick.
    cells = table._cells
    for place, column in enumerate(columns):
        fill(cells[place], column.heading, HEAD_FONT, centered=True)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            value = str(column.of(number, row))
            fill(cells[number * len(columns) + place], value, BODY_FONT, centered=column.field == "number")
    repeat_header(table)
    merge_areas(cells, rows, columns)
    return document


def set_page(document: WordDocument) -> None:
    """Landscape A4."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def set_widths(document: WordDocument, table: Table, columns: Sequence[Column]) -> None:
    """Share the type area among the columns as their widths stand to each other."""
    section = document.sections[0]
    area = Mm(297) - 2 * MARGIN if section.page_width is None else section.page_width - 2 * MARGIN
    whole = sum(column.width for column in columns)
    for place, column in enumerate(columns):
        table.columns[place].width = int(area * column.width / whole)


def fill(cell: _Cell, words: str, font: str, centered: bool) -> None:
    """Put words into a cell in the table's type."""
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centered else WD_ALIGN_PARAGRAPH.LEFT
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    dress(paragraph.add_run(words), font, BODY_SIZE)


def dress(run: Run, font: str, size: Pt) -> None:
    """Set the font for Chinese and Latin letters alike."""
    run.font.name, run.font.size = font, size
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def repeat_header(table: Table) -> None:
    """Print the row of headings on every page."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def merge_areas(cells: Sequence[_Cell], rows: Sequence[TableRow], columns: Sequence[Column]) -> None:
    """Merge the cells of neighbouring rows of one area, whose words then stand once."""
    place = next((at for at, column in enumerate(columns) if column.field == "area"), None)
    if place is None:
        return
    first = 1
    for area, block in groupby(rows, key=lambda row: row.area):
        last = first + len(list(block)) - 1
        if last > first:
            for number in range(first + 1, last + 1):
                cells[number * len(columns) + place].text = ""
            merged = cells[first * len(columns) + place].merge(cells[last * len(columns) + place])
            merged.text = ""
            fill(merged, area, BODY_FONT, centered=True)
        first = last + 1
