"""A task table comes back from the units: dry run, then the import."""

import io
import re
from typing import Any

import openpyxl
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from tests.exchange.test_office_import import workbook
from tests.web.forms import form_token

FILLED = workbook(
    [
        ["序号", "类别", "工作任务", "牵头单位", "配合单位", "完成时限", "资金来源", "牵头领导"],
        [1, "加快城市建设", "新建健身步道 200公里", "市体育局", "市财政局、各区", "9月底前", "市级财政", "张某"],
        [2, "加快城市建设", "南湖快速路建成通车。", "市交通运输局", None, "2020年6月30日", None, None],
        [3, "民生实事", "新建社区食堂30个", "市民政局", None, "择机", None, None],
    ]
)


def send(client: TestClient, path: str, files: Any = None, **fields: Any) -> Any:
    headers = {"x-form-token": form_token(client, "/reports")}
    return client.post(path, data=fields, files=files, headers=headers, follow_redirects=False)


def dry_run(client: TestClient, content: bytes = FILLED) -> tuple[str, str]:
    page = send(client, "/tasks/import?report=1", files={"file": ("hand.xlsx", content)}).text
    found = re.search(r'name="token" value="([^"]+)"', page)
    return page, found[1] if found else ""


def test_the_dry_run_shows_everything_and_writes_nothing(client: TestClient, ledger: Ledger) -> None:
    before = ledger.tasks(), ledger.head()
    page, token = dry_run(client)
    assert token
    for words in ("市体育局", "2020-09-30", "F4", "资金来源", "新建社区食堂30个"):
        assert words in page
    assert (ledger.tasks(), ledger.head()) == before


def test_the_import_changes_what_the_dry_run_showed(client: TestClient, ledger: Ledger) -> None:
    _, token = dry_run(client)
    assert send(client, "/tasks/import/take", token=token).status_code == 303
    first, second, third = ledger.tasks(1)
    assert (first.lead, first.support, first.due) == (("市体育局",), ("市财政局", "各区"), "2020-09-30")
    assert (first.leader, first.extra) == ("张某", {"资金来源": "市级财政"})
    assert second.revision == 2, "a row that says what stands already changes nothing"
    assert (third.title, third.source, third.lead) == ("新建社区食堂30个", "hand.xlsx", ("市民政局",))
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/tasks.xlsx").content)).worksheets[0]
    assert [cell.value for cell in sheet[2]][-1] == "资金来源", "a column of theirs comes out again"
    assert send(client, "/tasks/import/take", token=token).status_code == 409, "a dry run counts once"


def test_our_own_table_changes_nothing(client: TestClient, ledger: Ledger) -> None:
    before = ledger.tasks()
    for form in ("xlsx", "docx"):
        content = client.get(f"/tasks.{form}").content
        page = send(client, "/tasks/import?report=1", files={"file": (f"own.{form}", content)}).text
        token = re.search(r'name="token" value="([^"]+)"', page)
        assert token is not None
        send(client, "/tasks/import/take", token=token[1])
    assert ledger.tasks() == before


def test_a_task_changed_since_the_dry_run_stops_the_whole_import(client: TestClient, ledger: Ledger) -> None:
    _, token = dry_run(client)
    ledger.edit_task(1, {"remark": "先改的"}, "别人")
    assert send(client, "/tasks/import/take", token=token).status_code == 422
    assert len(ledger.tasks(1)) == 2


def test_a_file_that_is_no_table_is_refused(client: TestClient) -> None:
    answer = send(client, "/tasks/import", files={"file": ("photo.xlsx", b"\x89PNG")})
    assert answer.status_code == 422
    assert "photo.xlsx" in answer.text
