"""A table of observations (CSV or Excel) as a statistical communiqué or a person fills it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from charset_normalizer import from_bytes
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from taizhang.exchange.office_archive import check_archive
from taizhang.exchange.safe_cell import from_csv_cell
from taizhang.language import quantities
from taizhang.model import Observation
from taizhang.model.figure import Aspect

NEEDED = ("indicator", "period", "value")
MAX_ROWS = 100_000
YEAR = re.compile(r"(\d{4})年?")
ASPECTS: dict[str, Aspect] = {
    "": "value",
    "value": "value",
    "值": "value",
    "绝对值": "value",
    "水平": "value",
    "growth": "growth",
    "增长": "growth",
    "增速": "growth",
    "同比": "growth",
    "change": "change",
    "变动": "change",
    "增减": "change",
    "rank": "rank",
    "位次": "rank",
}


class ObservationFileError(ValueError):
    """What is wrong with a table of observations: the file, the row, and what is expected there."""


def read_observations(path: Path) -> list[Observation]:
    """Every row of the table. Columns are found by their headings (observation_headings.tsv) in the first row.

    Raises `OSError` where the file cannot be opened and `ObservationFileError` naming file and row otherwise.
    """
    grid = excel_grid(path) if path.suffix.lower() in (".xlsx", ".xlsm") else csv_grid(path)
    rows = [(number, row) for number, row in enumerate(grid, 1) if any(row)]
    if not rows:
        raise ObservationFileError(f"{path}: the table is empty.")
    if len(rows) > MAX_ROWS:
        raise ObservationFileError(f"{path}: more than {MAX_ROWS} rows.")
    places = columns(path, rows[0][1])
    return [observation(path, number, {name: cell(row, at) for name, at in places.items()}) for number, row in rows[1:]]


def excel_grid(path: Path) -> list[list[str]]:
    """The first sheet as text."""
    data = path.read_bytes()
    try:
        check_archive(data, path.name)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, OSError, ValueError) as error:
        raise ObservationFileError(f"{path}: no Excel workbook ({error})") from error
    sheet = book.worksheets[0]
    return [["" if value is None else str(value).strip() for value in row] for row in sheet.iter_rows(values_only=True)]


def csv_grid(path: Path) -> list[list[str]]:
    """A CSV in UTF-8 or GB18030."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=["gb18030", "utf_16"]).best()
        if best is None:
            raise ObservationFileError(f"{path}: no text in UTF-8 or GB18030.") from None
        text = str(best)
    return [[from_csv_cell(value.strip()) for value in row] for row in csv.reader(io.StringIO(text))]


@cache
def headings() -> dict[str, str]:
    """Heading → field."""
    text = (resources.files("taizhang.exchange") / "observation_headings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {heading: field for field, names in rows for heading in names.split("|")}


def columns(path: Path, head: Iterable[str]) -> dict[str, int]:
    """Field → place of its column."""
    found = {headings()[name.lower()]: at for at, name in enumerate(head) if name.lower() in headings()}
    missing = [field for field in NEEDED if field not in found]
    if missing:
        wanted = "、".join(name for name, field in headings().items() if field in missing)
        raise ObservationFileError(f"{path}, row 1: no column for {', '.join(missing)}; headings can be {wanted}")
    return found


def cell(row: list[str], at: int) -> str:
    """A cell, empty where the row is short."""
    return row[at] if at < len(row) else ""


def observation(path: Path, number: int, cells: dict[str, str]) -> Observation:
    """The observation of one row."""

    def refuse(message: str) -> ObservationFileError:
        return ObservationFileError(f"{path}, row {number}: {message}")

    if not cells["indicator"]:
        raise refuse("the indicator is empty")
    year = YEAR.fullmatch(cells["period"])
    if year is None:
        raise refuse(f"the period {cells['period']!r} is no year such as 2020")
    aspect = ASPECTS.get(cells.get("aspect", "").lower())
    if aspect is None:
        raise refuse(f"the aspect {cells['aspect']!r} is unknown; it can be {'、'.join(filter(None, ASPECTS))}")
    stated = quantities(cells["value"] + cells.get("unit", ""))
    if len(stated) != 1 or stated[0].value is None:
        raise refuse(f"the value {cells['value']!r} is not one number")
    return Observation(
        indicator=cells["indicator"],
        period=year[1],
        value=stated[0].value,
        unit=stated[0].unit,
        aspect=aspect,
        place=cells.get("place") or None,
        source=cells.get("source") or None,
        note=cells.get("note") or None,
        row=number,
    )
