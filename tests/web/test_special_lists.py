"""Livelihood projects and key projects: each list shows what was promised, reported, found, and the light."""

import io
from pathlib import Path

import docx
import openpyxl
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from tests.office_suite import opened


def worked(ledger: Ledger) -> None:
    """Task 1 is a livelihood project, task 2 a key project that a unit reported on and the office looked at."""
    ledger.edit_task(1, {"livelihood": True}, "王")
    ledger.edit_task(2, {"key_project": True}, "王")
    number = ledger.progress.draft(2, "市交通运输局", "李", stage="started", words="主线贯通", as_of="2020-05-31")
    ledger.progress.submit(number, "李")
    ledger.progress.accept(number, "王")
    ledger.verification.add(2, "confirmed", "王", "现场核查属实")


def test_each_kind_has_its_list(client: TestClient, ledger: Ledger) -> None:
    worked(ledger)
    projects = client.get("/projects").text
    assert "主线贯通" in projects
    assert "现场核查属实" in projects
    assert "健身步道" not in projects
    livelihood = client.get("/livelihood").text
    assert "健身步道" in livelihood
    assert "主线贯通" not in livelihood


def test_reported_and_found_stay_two_columns(client: TestClient, ledger: Ledger) -> None:
    worked(ledger)
    (task,) = client.get("/projects.json").json()["tasks"]
    assert task["reported"] == "2020-05-31 主线贯通"
    assert task["verified"].endswith("核查属实 现场核查属实") or "现场核查属实" in task["verified"]
    assert "现场核查" not in task["reported"]


def test_the_table_opens_in_office_programs(client: TestClient, ledger: Ledger, tmp_path: Path) -> None:
    worked(ledger)
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/projects.xlsx").content)).worksheets[0]
    (heading,) = [row for row in sheet.iter_rows(values_only=True) if "序号" in row]
    (row,) = [row for row in sheet.iter_rows(values_only=True) if "南湖快速路建成通车。" in row]
    assert row[heading.index("进展情况")] == "2020-05-31 主线贯通"
    assert "现场核查属实" in row[heading.index("核查结果")]
    document = docx.Document(io.BytesIO(client.get("/projects.docx").content))
    assert any("主线贯通" in cell.text for line in document.tables[0].rows for cell in line.cells)
    file = tmp_path / "projects.xlsx"
    file.write_bytes(client.get("/projects.xlsx").content)
    assert "主线贯通" in opened(file, tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76").read_text("utf-8")


def test_a_past_day_shows_what_was_known_then(client: TestClient, ledger: Ledger) -> None:
    worked(ledger)
    (task,) = client.get("/projects.json?day=2020-05-30").json()["tasks"]
    assert task["reported"] == ""


def test_an_empty_list_says_what_to_do(client: TestClient) -> None:
    assert "没有标记为重点项目的任务" in client.get("/projects").text
