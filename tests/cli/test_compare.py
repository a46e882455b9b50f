"""`taizhang compare` on an invented county: tables, JSON and files say the same."""

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

from taizhang.cli.app import app
from tests.fulfilment.pair import EARLIER, LATER, write_pair
from tests.office_suite import opened

RUN = CliRunner()


def told(folder: Path, *options: str) -> str:
    earlier, later = write_pair(folder)
    done = RUN.invoke(app, ["compare", str(earlier), str(later), *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_json_gives_both_places_and_a_sentence(tmp_path: Path) -> None:
    promises = json.loads(told(tmp_path, "--json"))["promises"]
    beds = next(one for one in promises if "养老床位" in one["indicator"])
    promise, outcome = beds["promise"], beds["outcome"]
    assert EARLIER[promise["start"] : promise["end"]] == "新增养老床位800张"
    assert LATER[outcome["start"] : outcome["end"]] == "640张"
    assert (beds["kind"], beds["actual"], beds["verdict"]) == ("quantified", 640, "missed")
    assert beds["condition"] == {"bound": "exact", "value": 800, "unit": "张", "aspect": "value"}
    assert beds["reason"] == "结果为640张，未到800张，相差160张，超出容差40张。"


def test_tables_show_counts_results_and_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    output = told(tmp_path)
    assert "2018年政府工作报告承诺完成情况对照表" in output
    assert "结果为增长6.1%，未到增长7%，相差0.9个百分点（容差0.5个百分点），接近完成。" in output
    assert "数值降低" in output


def test_the_workbook_holds_promises_changes_and_counts(tmp_path: Path) -> None:
    file = tmp_path / "对照表.xlsx"
    told(tmp_path, "--xlsx", str(file))
    book = load_workbook(file)
    assert book.sheetnames == ["对照表", "承诺的变化", "分领域统计"]
    rows = [[cell.value for cell in row] for row in book["对照表"].iter_rows(min_row=3)]
    assert any("新增养老床位800张" in row and "640张" in row and "未完成" in row for row in rows)
    total = [cell.value for cell in book["分领域统计"][2]]
    assert total == ["合计", 2, 5, 1, 1, 3, 0]


def test_the_congress_table_opens_in_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "table.docx"
    told(tmp_path, "--docx", str(file))
    headings = [cell.text for cell in Document(str(file)).tables[0].rows[0].cells]
    assert headings == ["序号", "领域", "上年承诺", "完成情况", "是否完成", "说明"]
    text = opened(file, tmp_path, "txt:Text").read_text(encoding="utf-8-sig")
    assert "结果为640张，未到800张，相差160张，超出容差40张。" in text


def test_the_page_links_promise_and_evidence_and_runs_nothing_of_theirs(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    earlier.write_text(EARLIER.replace("改善人民生活", "改善<script>alert(1)</script>生活"), encoding="utf-8")
    page = tmp_path / "page.html"
    done = RUN.invoke(app, ["compare", str(earlier), str(later), "--html", str(page)])
    assert done.exit_code == 0
    html = page.read_text(encoding="utf-8")
    number = next(part for part in html.split('<tr id="row')[1:] if "新增养老床位800张" in part).split('"')[0]
    assert f'<span class="anchor" id="p{number}"></span>' in html
    assert f'<span class="anchor" id="o{number}"></span>' in html
    assert f'href="#o{number}"' in html
    assert "<script>alert" not in html
    assert "http" not in html


def test_reports_in_the_wrong_order_are_named(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    done = RUN.invoke(app, ["compare", str(later), str(earlier)])
    assert done.exit_code == 1
    assert "year after" in done.output
    assert "2019.md" in done.output


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["compare", str(tmp_path / "none.md"), str(tmp_path / "none.md")])
    assert done.exit_code == 1
    assert "none.md" in done.output
