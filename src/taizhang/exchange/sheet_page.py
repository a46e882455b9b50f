"""How a sheet looks on paper and screen: landscape A4, header row repeated and frozen."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.exchange.safe_cell import put

SIDE = Side(style="thin", color="808080")
THIN = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)
HEAD_FILL = PatternFill("solid", fgColor="E8EEF4")


def head_cell(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write one heading of a table."""
    cell = put(sheet, row, column, text)
    cell.font = Font(bold=True)
    cell.fill = HEAD_FILL
    cell.border = THIN
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def set_page(sheet: Worksheet, header_row: int, frozen_columns: int = 0) -> None:
    """Landscape A4, one page wide, `header_row` repeated on every page and frozen on screen."""
    sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}{header_row + 1}"
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页，共 &N 页"
    sheet.oddFooter = footer
