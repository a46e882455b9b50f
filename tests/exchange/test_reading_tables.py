import csv
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from taizhang.exchange import csv_cell, from_csv_cell, reading_workbook, write_csv
from taizhang.exchange.safe_cell import put
from tests.office_suite import opened
from tests.readings import small_reading


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_workbook_has_every_record_and_exact_numbers(tmp_path: Path) -> None:
    reading_workbook(small_reading()).save(tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert book.sheetnames == ["report", "figures", "targets", "milestones", "tasks"]
    sheet = book["figures"]
    columns = [cell.value for cell in sheet[1]]
    assert sheet.max_row == 4
    assert sheet.cell(2, columns.index("value") + 1).value == 1930000000000
    assert sheet.print_title_rows == "$1:$1"


def test_the_csv_files_say_the_same(tmp_path: Path) -> None:
    write_csv(small_reading(), tmp_path)
    assert [row["quote"] for row in rows(tmp_path / "figures.csv")] == ["1.93万亿元", "6%", "200公里"]
    assert rows(tmp_path / "tasks.csv")[1]["goals"] == "南湖快速路建成通车"
    assert rows(tmp_path / "tasks.csv")[0]["path"] == "2020年主要任务 › 加快城市建设"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_text_never_becomes_a_formula(text: str, tmp_path: Path) -> None:
    book = Workbook()
    put(book.worksheets[0], 1, 1, text)
    book.save(tmp_path / "x.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]["A1"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    assert csv_cell(text) == f"'{text}"
    assert from_csv_cell(csv_cell(text)) == text


def test_a_negative_number_stays_a_number_in_csv() -> None:
    assert csv_cell(-17) == "-17"


def test_libreoffice_opens_the_workbook_and_runs_nothing(tmp_path: Path) -> None:
    book = reading_workbook(small_reading())
    book.move_sheet("figures", -1)
    put(book["figures"], 5, 3, "=1+1")
    book.save(tmp_path / "r.xlsx")
    text = opened(tmp_path / "r.xlsx", tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76").read_text("utf-8")
    assert "1.93万亿元" in text
    assert "=1+1" in text
