"""Many tasks get their units at once, each after somebody looked at it."""

import re

import pytest
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from tests.web.forms import form_token

PAGE = "/tasks/suggestions"


def send(client: TestClient, **fields: object) -> tuple[int, str]:
    headers = {"x-form-token": form_token(client, "/tasks")}
    answer = client.post(f"{PAGE}?report=1", data=fields, headers=headers, follow_redirects=False)
    return answer.status_code, answer.text


def test_the_page_lists_what_nobody_leads(client: TestClient, ledger: Ledger) -> None:
    listed = client.get(f"{PAGE}.json").json()["tasks"]
    assert [row["task"] for row in listed] == [1], "task 2 has its unit"
    assert listed[0]["suggested"][0]["unit"] == "市体育局"
    assert "健身" in listed[0]["suggested"][0]["reason"]
    page = client.get(PAGE).text
    assert "1 项未分配任务，1 项有建议" in page
    assert ledger.task(1).lead == (), "looking assigns nothing"


def test_ticked_rows_get_the_units_that_stand_in_them(client: TestClient, ledger: Ledger) -> None:
    revision = ledger.task(1).revision
    sent = {"task": [f"1:{revision}"], "number": ["1"], "lead": ["市体育局"], "support": ["市园林和绿化局、各区"]}
    assert send(client, **sent)[0] == 303
    assert (ledger.task(1).lead, ledger.task(1).support) == (("市体育局",), ("市园林和绿化局", "各区"))
    assert "都有了牵头单位" in client.get(PAGE).text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"number": ["1"], "lead": ["市体育局"], "support": [""]}, 422),
        ({"task": ["1:1"], "number": ["1"], "lead": [""], "support": [""]}, 422),
        ({"task": ["1:1", "2:1"], "number": ["1", "2"], "lead": ["市体育局", "市财政局"], "support": ["", ""]}, 409),
    ],
    ids=["nothing ticked", "no unit", "one is stale"],
)
def test_all_or_none(client: TestClient, ledger: Ledger, fields: dict[str, list[str]], status: int) -> None:
    before = ledger.head()
    assert send(client, **fields)[0] == status
    assert ledger.head() == before


def test_rows_that_are_close_are_not_ticked(client: TestClient) -> None:
    (tick,) = re.findall(r'<input type="checkbox" name="task"[^>]*>', client.get(PAGE).text)
    assert "checked" in tick
