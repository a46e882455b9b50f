"""An office's task table read back from Excel or Word, also one filled by hand elsewhere."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from taizhang.exchange.office_archive import check_archive
from taizhang.exchange.responsibility import Responsibility, from_bracket, from_cells
from taizhang.language.deadlines import Deadline, deadline

# Fields whose cell stands for the rows below it where these are empty (merged, or left blank by hand).
FILLED_DOWN = ("area",)
BLANKS = re.compile(r"[\s（）()：:*]+")
BARE_DATE = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})")
BARE_MONTH_OR_YEAR = re.compile(r"(?:20\d\d年)?(?:1[0-2]|0?[1-9])月|20\d\d年")
ASSUMED = re.compile(r"[（(]推定[）)]$")
HEADER_SEARCH = 12
MAX_ROWS = 20_000
MAX_COLUMNS = 200
FIELDS = (
    "name",
    "goals",
    "leader",
    "coleader",
    "person",
    "contact",
    "progress",
    "share",
    "problem",
    "next",
    "pace",
    "light",
    "remark",
)

Grid = list[list[str]]


class OfficeTableError(ValueError):
    """A file in which no task table was found; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with one cell: `cell` as Excel names it (C7), or «第7行第3列» of a Word table."""

    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportedTask:
    """One row of the table. `extra` keeps columns that no field means, by heading, to be exported again."""

    row: int
    number: str
    area: str
    task: str
    responsibility: Responsibility
    due: Deadline | None
    due_words: str
    fields: dict[str, str] = field(default_factory=dict)
    nodes: dict[int, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """A table as read: nothing is written anywhere. `columns` maps headings to fields in their order."""

    title: str
    columns: dict[str, str]
    unknown: tuple[str, ...]
    tasks: tuple[ImportedTask, ...]
    problems: tuple[CellProblem, ...]


@cache
def headings() -> dict[str, str]:
    """Heading → field. Raises `ValueError` for a heading that is listed twice."""
    text = (resources.files("taizhang.exchange") / "office_headings.tsv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        meaning, heading = line.split("\t")
        if heading in found:
            raise ValueError(f"office_headings.tsv: {heading} stands twice")
        found[heading] = meaning
    return found


def read_office_table(data: bytes, name: str, year: int) -> OfficeTable:
    """The task table in an .xlsx or .docx file; deadlines without a year mean `year`.

    Raises `OfficeTableError` for another kind of file, a broken one, or one without a task table.
    """
    if not name.lower().endswith((".xlsx", ".docx")):
        raise OfficeTableError(f"{name}: a task table is read from .xlsx or .docx; save it as one of them")
    try:
        check_archive(data, name)
        if name.lower().endswith(".xlsx"):
            return first_table(excel_grids(data), name, year, in_excel=True)
        return first_table(word_grids(data), name, year, in_excel=False)
    except OfficeTableError:
        raise
    except (InvalidFileException, PackageNotFoundError, ValueError, KeyError, OSError) as error:
        said = str(error)
        told = said if said.startswith(name) else f"{name}: the file is damaged or of another kind ({said})"
        raise OfficeTableError(told) from error


def excel_grids(data: bytes) -> list[Grid]:
    """Every sheet as rows of words, merged cells filled with their first one."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    grids = []
    for sheet in book.worksheets:
        rows, columns = min(sheet.max_row, MAX_ROWS), min(sheet.max_column, MAX_COLUMNS)
        grid = [
            [cell_words(value) for value in row]
            for row in sheet.iter_rows(max_row=rows, max_col=columns, values_only=True)
        ]
        for merged in sheet.merged_cells.ranges:
            for row in range(merged.min_row, min(merged.max_row, rows) + 1):
                for column in range(merged.min_col, min(merged.max_col, columns) + 1):
                    grid[row - 1][column - 1] = grid[merged.min_row - 1][merged.min_col - 1]
        grids.append(grid)
    return grids


def cell_words(value: object) -> str:
    """A cell's value in words; a date as 2020-06-30, a whole number without a point."""
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def word_grids(data: bytes) -> list[Grid]:
    """Every table as rows of words; Word gives a merged cell its words in each row."""
    document = Document(io.BytesIO(data))
    return [
        [[cell.text.strip() for cell in row.cells[:MAX_COLUMNS]] for row in table.rows[:MAX_ROWS]]
        for table in document.tables
    ]


def first_table(grids: Sequence[Grid], name: str, year: int, in_excel: bool) -> OfficeTable:
    """The first grid with a header that names tasks."""
    for grid in grids:
        at = header_row(grid)
        if at is not None:
            return table_of(grid, at, year, in_excel)
    raise OfficeTableError(
        f"{name}: no task table found. One row must hold headings such as 序号, 工作任务, 牵头单位, 完成时限."
    )


def plain(heading: str) -> str:
    """A heading without blanks and brackets."""
    return BLANKS.sub("", heading)


def header_row(grid: Grid) -> int | None:
    """The first row that holds a heading for tasks and one other known heading."""
    for at, row in enumerate(grid[:HEADER_SEARCH]):
        meanings = {headings().get(plain(cell)) for cell in row} - {None}
        if meanings & {"task", "name"} and len(meanings) >= 2:
            return at
    return None


def header_of(grid: Grid, at: int) -> tuple[list[str], int]:
    """The headings of the header in row `at` and the first row below it.

    A second header row (牵头单位 and 配合单位 under 责任) gives the headings of the columns it names.
    """
    upper = grid[at]
    lower = grid[at + 1] if at + 1 < len(grid) else []
    named = [bool(low) and low != up for up, low in zip(upper, lower, strict=False)]
    known = [low in ("", up) or plain(low) in headings() for up, low in zip(upper, lower, strict=False)]
    if any(named) and all(known):
        return [low if said else up for up, low, said in zip(upper, lower, named, strict=True)], at + 2
    return upper, at + 1


def area_row(row: list[str]) -> str | None:
    """The area that a row merged across the table announces (一、工业经济), if it is such a row."""
    texts = {cell for cell in row if cell}
    return texts.pop() if len(texts) == 1 and sum(map(bool, row)) > 2 else None


def table_of(grid: Grid, at: int, year: int, in_excel: bool) -> OfficeTable:
    """The table below the header in row `at` (from 0)."""
    heads, first = header_of(grid, at)
    meanings = [headings().get(plain(head)) for head in heads]
    # A table with 项目 and no 工作任务 calls its tasks 项目.
    if "task" not in meanings:
        meanings[meanings.index("name")] = "task"
    problems: list[CellProblem] = []
    tasks: list[ImportedTask] = []
    above: dict[str, str] = {}
    for number, row in enumerate(grid[first:], first):
        if (area := area_row(row)) is not None:
            above["area"] = area
            continue
        cells: dict[str, str] = {}
        extra: dict[str, str] = {}
        for place, value in enumerate(row[: len(heads)]):
            meaning = meanings[place]
            if meaning is None:
                if heads[place]:
                    extra[heads[place]] = value
            elif value and not cells.get(meaning):
                cells[meaning] = value
        if not any(cells.values()) and not any(extra.values()):
            continue
        for meaning in FILLED_DOWN:
            cells[meaning] = above[meaning] = cells.get(meaning) or above.get(meaning, "")
        if not cells.get("task"):
            if set(cells) - {"area", "number"} and any(cells[key] for key in set(cells) - {"area", "number"}):
                problems.append(CellProblem(cell_name(number, meanings.index("task"), in_excel), "工作任务为空"))
            continue
        task, troubles = task_of(number, cells, extra, year)
        tasks.append(task)
        problems += [
            CellProblem(cell_name(number, meanings.index(meaning), in_excel), said) for meaning, said in troubles
        ]
    title = next((cell for row in grid[:at] for cell in row if cell), "")
    known = {head: meaning for head, meaning in zip(heads, meanings, strict=True) if meaning}
    unknown = tuple(head for head, meaning in zip(heads, meanings, strict=True) if head and meaning is None)
    return OfficeTable(title, known, unknown, tuple(tasks), tuple(problems))


def task_of(
    row: int, cells: dict[str, str], extra: dict[str, str], year: int
) -> tuple[ImportedTask, list[tuple[str, str]]]:
    """One task from the cells of its row, with what is wrong by field."""
    troubles: list[tuple[str, str]] = []
    words, said, bracket = from_bracket(cells["task"])
    listed = from_cells(cells.get("lead", ""), cells.get("support", ""), cells.get("units", ""))
    due_words = cells.get("due", "")
    due = deadline(as_words(due_words) or bracket, year)
    if due_words and due is None:
        troubles.append(("due", f"看不懂的完成时限「{due_words}」；可写作 6月底前、三季度、年内、持续推进"))
    responsibility = listed if listed.lead or listed.support or said is None else said
    shown = {name: cells[name] for name in FIELDS if cells.get(name)}
    nodes = {quarter: cells[f"node{quarter}"] for quarter in range(1, 5) if cells.get(f"node{quarter}")}
    return (
        ImportedTask(
            row=row + 1,
            number=cells.get("number", ""),
            area=cells.get("area", ""),
            task=words,
            responsibility=responsibility,
            due=due,
            due_words=due_words,
            fields=shown,
            nodes=nodes,
            extra=extra,
        ),
        troubles,
    )


def as_words(cell: str) -> str:
    """A deadline cell as words: a bare date, month or year means its last day; our own mark （推定） is dropped."""
    cell = ASSUMED.sub("", cell)
    if bare := BARE_DATE.fullmatch(cell):
        return f"{int(bare[1])}年{int(bare[2])}月{int(bare[3])}日"
    return f"{cell}底" if BARE_MONTH_OR_YEAR.fullmatch(cell) else cell


def cell_name(row: int, column: int, in_excel: bool) -> str:
    """The cell in row and column (from 0) as its program names it."""
    return f"{get_column_letter(column + 1)}{row + 1}" if in_excel else f"第{row + 1}行第{column + 1}列"
