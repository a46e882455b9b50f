"""Units report, the office decides: the way of one task through the year."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from openpyxl import Workbook

import taizhang
from taizhang.ledger import EDITABLE, Ledger
from tests.web.forms import form_token
from tests.web.test_permissions import client_of, staffed

__all__ = ["staffed"]
EXAMPLE = Path(__file__).parents[2] / "examples" / "suzhou" / "report.md"


def send(client: TestClient, path: str, files: Any = None, **fields: Any) -> Any:
    return client.post(path, data=fields, files=files, headers={"x-form-token": form_token(client, "/login")})


@pytest.fixture
def reporter(staffed: Ledger) -> TestClient:
    return client_of("reporter", staffed)


@pytest.fixture
def office(staffed: Ledger) -> TestClient:
    return client_of("office", staffed)


def test_a_report_goes_from_draft_to_accepted(reporter: TestClient, office: TestClient, staffed: Ledger) -> None:
    assert send(reporter, "/tasks/2/progress", words="主线贯通", stage="started", submit="false").status_code == 303
    assert "主线贯通" not in client_of("leader", staffed).get("/tasks/2").text, "a draft is the unit's own"
    assert send(reporter, "/tasks/2/progress", words="建成通车", stage="done", submit="true").status_code == 303
    assert "建成通车" in office.get("/inbox").text
    (report,) = staffed.progress.of(2)
    path = f"/progress/{report.id}"
    assert send(office, f"{path}/return", revision=report.revision, reason="请附验收材料").status_code == 303
    assert "请附验收材料" in reporter.get("/my").text
    again = staffed.progress.one(report.id)
    assert send(office, f"{path}/accept", revision=report.revision).status_code == 409, "seen before it changed"
    proof = {"file": ("验收单.pdf", b"%PDF-1.7")}
    assert send(reporter, "/tasks/2/evidence", files=proof).status_code == 303
    assert send(reporter, "/tasks/2/progress", words="建成通车", stage="done", submit="true").status_code == 303
    again = staffed.progress.one(report.id)
    assert send(office, f"{path}/accept", revision=again.revision).status_code == 303
    assert staffed.task(2).done == again.as_of
    (file,) = staffed.evidence.of(2)
    download = office.get(f"/tasks/2/evidence/{file.id}")
    assert download.content == b"%PDF-1.7"
    assert download.headers["content-disposition"].startswith("attachment")


def test_what_was_found_stands_beside_what_was_reported(office: TestClient, staffed: Ledger) -> None:
    assert send(office, "/tasks/2/verify", verdict="refuted", words="").status_code == 422
    assert send(office, "/tasks/2/verify", verdict="refuted", words="现场未通车").status_code == 303
    assert "现场未通车" in office.get("/tasks/2").text


def test_an_extension_is_asked_for_and_answered(reporter: TestClient, office: TestClient, staffed: Ledger) -> None:
    assert send(reporter, "/tasks/2/ask", kind="extension", due="2020-05-01", reason="疫情").status_code == 422
    assert send(reporter, "/tasks/2/ask", kind="extension", due="2020-10-31", reason="疫情影响").status_code == 303
    assert "疫情影响" in office.get("/inbox").text
    (asked,) = staffed.requests.all()
    assert send(office, f"/requests/{asked.id}", decision="approve", words="同意").status_code == 303
    assert staffed.task(2).due == "2020-10-31"
    assert "同意" in reporter.get("/tasks/2").text


def test_a_change_is_asked_for_and_made_when_it_is_approved(
    reporter: TestClient, office: TestClient, staffed: Ledger
) -> None:
    asked = {"kind": "change", "reason": "机构职能调整"}
    assert send(reporter, "/tasks/2/ask", **asked).status_code == 422, "nothing to change is named"
    change = {**asked, "field": "support", "wanted": "市财政局、市公安局"}
    assert send(reporter, "/tasks/2/ask", **change).status_code == 303
    inbox = office.get("/inbox").text
    assert "机构职能调整" in inbox
    assert "市财政局、市公安局" in inbox
    assert staffed.task(2).support == (), "asking changes nothing"
    (request,) = staffed.requests.all()
    assert send(office, f"/requests/{request.id}", decision="approve", words="同意").status_code == 303
    assert staffed.task(2).support == ("市财政局", "市公安局")
    assert "配合单位 → 市财政局、市公安局" in reporter.get("/tasks/2").text


def test_a_change_of_any_field_is_shown(office: TestClient, reporter: TestClient, staffed: Ledger) -> None:
    samples: dict[str, Any] = {"livelihood": True, "key_project": True, "extra": {"栏目": "内容"}}
    samples |= {"lead": ["市公安局"], "support": ["市财政局"], "due": "2020-12-31"}
    for field in EDITABLE:
        staffed.requests.ask(2, "change", f"调整{field}", "测试", {field: samples.get(field, "新内容")})
        assert f"调整{field}" in office.get("/inbox").text
        assert f"调整{field}" in reporter.get("/tasks/2").text
        staffed.requests.refuse(staffed.requests.all()[0].id, "测试", "不同意")


def test_several_are_reported_in_one_sitting(reporter: TestClient, staffed: Ledger) -> None:
    staffed.edit_task(1, {"support": ["市交通运输局"]}, "测试")
    page = reporter.get("/my")
    assert page.text.index("南湖快速路建成通车") < page.text.index("新建健身步道"), "overdue before the rest"
    fields = {"words-1": "完成120公里", "value-1": "120", "words-2": "", "value-2": ""}
    assert send(reporter, "/my", **fields).status_code == 303
    assert [report.words for report in staffed.progress.of(1)] == ["完成120公里"]
    assert staffed.progress.of(2) == ()
    refused = send(reporter, "/my", **{"words-1": "又一批", "value-1": "很多"})
    assert refused.status_code == 422
    assert "又一批" in refused.text


def test_the_workbook_goes_out_and_comes_back(reporter: TestClient, staffed: Ledger) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(reporter.get("/my.xlsx").content))
    page = sheet.worksheets[0]
    assert (page["A3"].value, page["B3"].value) == (2, "南湖快速路建成通车。")
    page["I3"], page["J3"] = "进行中", "路面完成"
    filled = io.BytesIO()
    sheet.save(filled)
    assert send(reporter, "/my/workbook", files={"file": ("t.xlsx", filled.getvalue())}).status_code == 303
    (report,) = staffed.progress.of(2)
    assert (report.words, report.stage, report.state) == ("路面完成", "started", "submitted")
    page["I3"] = "差不多"
    wrong = io.BytesIO()
    sheet.save(wrong)
    answer = send(reporter, "/my/workbook", files={"file": ("t.xlsx", wrong.getvalue())})
    assert answer.status_code == 422
    assert "I3" in answer.text
    assert len(staffed.progress.of(2)) == 1


def rows_of(client: TestClient) -> tuple[Workbook, list[dict[str, Any]]]:
    """The unit's workbook and its rows by heading."""
    book = openpyxl.load_workbook(io.BytesIO(client.get("/my.xlsx").content))
    _, heading, *rows = book.worksheets[0].iter_rows(values_only=True)
    return book, [dict(zip(heading, row, strict=True)) for row in rows]


def sent_back(client: TestClient, book: Workbook) -> Any:
    filled = io.BytesIO()
    book.save(filled)
    return send(client, "/my/workbook", files={"file": ("t.xlsx", filled.getvalue())})


def test_the_workbook_says_what_is_expected_and_was_said(reporter: TestClient, staffed: Ledger) -> None:
    staffed.edit_task(1, {"support": ["市交通运输局"]}, "测试")
    send(reporter, "/my", **{"words-1": "完成80公里", "value-1": "80"})
    trails = rows_of(reporter)[1][1]
    assert trails["上期进展"] == "80公里 完成80公里"
    # 1 July 2020: six of twelve months are over.
    assert trails["序时应完成"] == "50%（100公里）"
    assert trails["事项"] == "整项任务"
    assert "50%（100公里）" in reporter.get("/my").text


def test_values_are_typed_as_people_say_them(reporter: TestClient, staffed: Ledger) -> None:
    staffed.edit_task(1, {"support": ["市交通运输局"]}, "测试")
    assert send(reporter, "/my", **{"value-1": "0.01万公里"}).status_code == 303
    assert staffed.progress.of(1)[0].value == 100
    refused = send(reporter, "/my", **{"value-1": "3亿元"})
    assert refused.status_code == 422
    assert "is in 元, the goal in 公里" in refused.text
    assert send(reporter, "/tasks/1/progress", value="150公里", submit="true").status_code == 303
    assert "150公里" in reporter.get("/tasks/1").text


def test_what_was_reported_since_the_workbook_went_out_is_not_overwritten(
    reporter: TestClient, staffed: Ledger
) -> None:
    staffed.edit_task(1, {"support": ["市交通运输局"]}, "测试")
    book, _ = rows_of(reporter)
    assert send(reporter, "/my", **{"words-2": "另一同事已报", "stage-2": "started"}).status_code == 303
    page = book.worksheets[0]
    page["J3"], page["J4"] = "旧表所填", "完成100公里"
    before = staffed.head()
    answer = sent_back(reporter, book)
    assert answer.status_code == 422
    assert "A3" in answer.text
    assert "另一同事已报" in answer.text
    assert staffed.head() == before, "not even the row without a conflict was taken"
    assert [one.words for one in staffed.progress.of(2)] == ["另一同事已报"]
    fresh, _ = rows_of(reporter)
    fresh.worksheets[0]["J3"] = "再报"
    assert sent_back(reporter, fresh).status_code == 303


def test_a_row_on_a_task_of_another_unit_is_named(reporter: TestClient, staffed: Ledger) -> None:
    book, _ = rows_of(reporter)
    page = book.worksheets[0]
    page["A3"], page["J3"] = 1, "完成"
    answer = sent_back(reporter, book)
    assert answer.status_code == 422
    assert "A3" in answer.text
    assert staffed.progress.of(1) == ()


def test_each_goal_has_its_row(staffed: Ledger) -> None:
    staffed.import_reading(taizhang.read(EXAMPLE), "report.md")
    (task,) = [one for one in staffed.tasks() if "示范智能车间100个" in one.sentence]
    staffed.edit_task(task.id, {"lead": ["市交通运输局"]}, "测试")
    reporter = client_of("reporter", staffed)
    book, rows = rows_of(reporter)
    mine = [row for row in rows if row["任务编号"] == task.id]
    assert [row["事项"] for row in mine] == ["100个", "10家", "1000家"]
    first = 3 + rows.index(mine[0])
    page = book.worksheets[0]
    page[f"H{first}"], page[f"H{first + 2}"] = 52, 600
    assert sent_back(reporter, book).status_code == 303
    assert {one.goal: one.value for one in staffed.progress.of(task.id)} == {"100个": 52, "1000家": 600}


def test_a_workbook_of_another_kind_is_refused(reporter: TestClient, staffed: Ledger) -> None:
    other = io.BytesIO()
    Workbook().save(other)
    for content in (other.getvalue(), b"no zip"):
        assert send(reporter, "/my/workbook", files={"file": ("t.xlsx", content)}).status_code == 422
    assert staffed.progress.of(2) == ()
