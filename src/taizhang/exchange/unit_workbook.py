"""The workbook that goes out to a unit and comes back filled: a row for each goal, grey cells are not to be changed.

A hidden column says which report of the unit was its last when the workbook went out, so that nothing is overwritten
that was reported since.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from taizhang.exchange.office_archive import check_archive
from taizhang.exchange.office_import import CellProblem, cell_words
from taizhang.exchange.safe_cell import put
from taizhang.exchange.sheet_page import THIN, head_cell, set_page
from taizhang.exchange.wording import due_words

COLUMNS = (
    ("任务编号", 9),
    ("工作任务", 40),
    ("事项", 24),
    ("完成时限", 14),
    ("序时应完成", 13),
    ("上期进展", 30),
    ("上期版本", 9),
    ("本期数值", 12),
    ("本期阶段", 12),
    ("本期进展", 40),
    ("存在问题", 24),
)
GIVEN, VERSION, STAGE = 7, 7, 9  # the columns that are given, and the places (from 1) of two of them
WHOLE = "整项任务"
STAGE_WORDS = {"未启动": "not_started", "进行中": "started", "已完成": "done"}
GREY = PatternFill("solid", fgColor="F0F2F4")
MOST_ROWS = 5000


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What a unit may report on, with what it last said: a goal by its words in the report, or the whole task (none).

    `expected` says what is due by now, `version` which report was the last.
    """

    task_id: int
    task: str
    goal: str | None
    due: str | None
    due_assumed: bool
    expected: str
    last: str
    version: str


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """What a unit filled in; `place` is where (a cell, or a key of the page's form), `version` the last report then."""

    place: str
    task_id: int
    goal: str | None
    version: str | None
    value: str
    stage: str
    words: str
    problems: str

    @property
    def filled(self) -> bool:
        """Whether anything was filled in."""
        return bool(self.value or self.stage or self.words or self.problems)


def unit_workbook(unit: str, rows: Sequence[UnitRow]) -> Workbook:
    """The workbook of a unit; the stage is chosen from a list."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "进展填报"
    put(sheet, 1, 1, f"{unit}重点任务进展填报表")
    for place, (heading, width) in enumerate(COLUMNS, 1):
        head_cell(sheet, 2, place, heading)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(rows, 3):
        due = due_words(row.due, row.due_assumed)
        given = (row.task_id, row.task, row.goal or WHOLE, due, row.expected, row.last, row.version)
        for place in range(1, len(COLUMNS) + 1):
            cell = put(sheet, number, place, given[place - 1] if place <= GIVEN else None)
            cell.border = THIN
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if place <= GIVEN:
                cell.fill = GREY
    choice = DataValidation(type="list", formula1=f'"{",".join(STAGE_WORDS)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    stage = get_column_letter(STAGE)
    choice.add(f"{stage}3:{stage}{max(len(rows) + 2, 3)}")
    sheet.column_dimensions[get_column_letter(VERSION)].hidden = True
    set_page(sheet, header_row=2, frozen_columns=2)
    return book


def read_unit_workbook(data: bytes, name: str) -> tuple[list[UnitEntry], list[CellProblem]]:
    """What was filled in, and every cell that cannot be taken.

    Raises `ValueError` for a file that is not this workbook.
    """
    check_archive(data, name)
    try:
        sheet = load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    except (InvalidFileException, KeyError, OSError, IndexError) as error:
        raise ValueError(f"{name}: the file is damaged or of another kind ({error})") from error
    rows = [[cell_words(value) for value in row] for row in sheet.iter_rows(max_row=MOST_ROWS, values_only=True)]
    headings = [heading for heading, _ in COLUMNS]
    if len(rows) < 2 or rows[1][: len(headings)] != headings:
        raise ValueError(f"{name}: row 2 must hold the headings {'、'.join(headings)}; fill in the workbook as sent")
    entries: list[UnitEntry] = []
    problems: list[CellProblem] = []
    for number, row in enumerate(rows[2:], 3):
        task, _, goal, _, _, _, version, value, stage, words, said = row[: len(headings)]
        if not (value or stage or words or said):
            continue
        if not task.isdecimal():
            problems.append(CellProblem(f"A{number}", "任务编号被改动"))
        elif stage and stage not in STAGE_WORDS:
            problems.append(CellProblem(f"{get_column_letter(STAGE)}{number}", f"阶段应为{'、'.join(STAGE_WORDS)}"))
        else:
            named = None if goal == WHOLE else goal
            step = STAGE_WORDS.get(stage, "")
            entries.append(UnitEntry(f"A{number}", int(task), named, version, value, step, words, said))
    return entries, problems
