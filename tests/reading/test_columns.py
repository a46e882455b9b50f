"""Pages in several columns are read column by column, whatever goes across them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from tests.office_suite import opened
from tests.reading import conversions

from taizhang import reading
from taizhang.reading.columns import in_columns

REPORT = Path(__file__).parents[2] / "examples" / "suzhou" / "report.md"
MASTHEAD = "某某市人民政府公报　2020年第1期（总第200期）　某某市人民政府办公室主办　2020年1月31日出版"


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    name: str


def column(left: float, width: float, names: str, top: float = 0.0) -> list[Box]:
    return [Box(left, top + 14 * i, left + width, top + 14 * i + 10, name) for i, name in enumerate(names)]


def read(boxes: list[Box]) -> list[str]:
    by_height = sorted(boxes, key=lambda box: (box.top, box.left))
    return ["".join(box.name for box in block) for block in in_columns(by_height)]


def test_two_columns() -> None:
    assert read(column(0, 200, "abcdef") + column(220, 200, "ghijkl")) == ["abcdef", "ghijkl"]


def test_three_columns() -> None:
    boxes = column(0, 120, "abcdef") + column(130, 120, "ghijkl") + column(260, 120, "mnopqr")
    assert read(boxes) == ["abcdef", "ghijkl", "mnopqr"]


def test_what_goes_across_parts_the_columns() -> None:
    boxes = column(0, 420, "MN", top=0) + column(0, 200, "abcdef", top=40) + column(220, 200, "ghijkl", top=40)
    boxes += column(0, 420, "H", top=140) + column(0, 200, "op", top=160) + column(220, 200, "q", top=160)
    assert read(boxes) == ["MN", "abcdef", "ghijkl", "H", "op", "q"]


def test_one_column_stays_one_block() -> None:
    assert read(column(0, 420, "abcdefgh")) == ["abcdefgh"]
    assert read(column(0, 420, "abcdef") + column(0, 90, "ghijkl", top=100)) == ["abcdefghijkl"]
    assert read([]) == []


def test_a_table_stays_row_by_row() -> None:
    boxes = column(0, 60, "acegik") + column(220, 60, "bdfhjl")
    assert read(boxes) == ["abcdefghijkl"]


def two_column_pdf(text: str, folder: Path) -> Path:
    return opened(conversions.as_docx(text, folder / "report.docx", 2, MASTHEAD), folder, "pdf")


def two_column_ofd(text: str, folder: Path) -> Path:
    return conversions.as_ofd(text, folder / "report.ofd", columns=2)


def without_blanks(line: str) -> str:
    return "".join(line.split())


@pytest.mark.parametrize("make", [two_column_pdf, two_column_ofd])
def test_a_report_in_two_columns(make: Callable[[str, Path], Path], tmp_path: Path) -> None:
    text = REPORT.read_text(encoding="utf-8")
    lines = [bare for line in text.split("\n") if (bare := without_blanks(line))]
    found = {without_blanks(line) for line in reading.read_report(make(text, tmp_path)).text.split("\n")}
    missing = [line for line in lines if line not in found]
    assert len(missing) <= 0.05 * len(lines), missing


def test_a_scan_in_two_columns(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="the extra taizhang[ocr] is not installed")
    text = REPORT.read_text(encoding="utf-8")
    pdf = two_column_pdf(text, tmp_path)
    printed = without_blanks(reading.read_report(pdf).text)
    scan = without_blanks(reading.read_report(conversions.scanned(pdf, tmp_path, pages=1)).text)
    assert SequenceMatcher(None, printed[: len(scan)], scan, autojunk=False).ratio() > 0.95
