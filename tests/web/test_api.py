"""The year's work by program: the API does what the pages do, under the same permissions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger, audit
from taizhang.web import create_app
from tests.web.test_permissions import PASSWORD, staffed

__all__ = ["staffed"]
ROAD = "南湖快速路建成通车"


class Program:
    """A program that logged in as a role and sends JSON."""

    def __init__(self, role: str, ledger: Ledger) -> None:
        self.client = TestClient(create_app(ledger))
        given = {"name": role, "password": PASSWORD}
        self.headers = {"Authorization": f"Bearer {self.client.post('/api/v1/session', json=given).json()['token']}"}

    def ask(self, method: str, path: str, expected: int = 200, **body: Any) -> Any:
        """The answer to a request, which must have this status."""
        sent = {"json": body} if body else {}
        answer = self.client.request(method, f"/api/v1{path}", headers=self.headers, **sent)
        assert answer.status_code == expected, answer.text
        return answer.json() if answer.content else None


@pytest.fixture
def office(staffed: Ledger) -> Program:
    return Program("office", staffed)


@pytest.fixture
def reporter(staffed: Ledger) -> Program:
    return Program("reporter", staffed)


def test_a_session_says_who_it_is_and_ends(office: Program) -> None:
    assert office.ask("GET", "/session") == {"name": "office", "role": "office", "unit": None}
    office.ask("DELETE", "/session", 204)
    assert office.ask("GET", "/session")["role"] == "public"
    office.ask("GET", "/tasks", 401)


def test_a_wrong_password_is_refused_and_then_has_to_wait(staffed: Ledger) -> None:
    client = TestClient(create_app(staffed))
    answers = [client.post("/api/v1/session", json={"name": "office", "password": "no"}) for _ in range(7)]
    assert answers[0].status_code == 401
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0


def test_a_task_is_edited_and_a_stale_edit_refused(office: Program, staffed: Ledger) -> None:
    task = office.ask("GET", "/tasks/1")
    edited = office.ask("PATCH", "/tasks/1", revision=task["revision"], values={"lead": ["市体育局"]})
    assert edited["lead"] == ["市体育局"]
    refusal = office.ask("PATCH", "/tasks/1", 409, revision=task["revision"], values={"remark": "迟到"})
    assert "市体育局" in refusal["detail"]
    assert office.ask("PATCH", "/tasks/1", 422, revision=edited["revision"], values={"due": "三月"})["detail"]
    assert staffed.task(1).remark == ""
    (change,) = office.ask("GET", "/tasks/1/events")[0]["changes"]
    assert (change["field"], change["after"]) == ("lead", ["市体育局"])


def test_tasks_are_listed_added_dropped_and_restored(office: Program) -> None:
    assert [task["id"] for task in office.ask("GET", "/tasks?unit=市交通运输局")] == [2]
    made = office.ask("POST", "/tasks", 201, title="落实纪要", source="会议纪要第3号", values={"due": "2020-08-31"})
    assert (made["due"], made["source"]) == ("2020-08-31", "会议纪要第3号")
    path = f"/tasks/{made['id']}/state"
    office.ask("PUT", path, 422, revision=made["revision"], state="dropped", reason="")
    dropped = office.ask("PUT", path, revision=made["revision"], state="dropped", reason="合并办理")
    assert dropped["state"] == "dropped"
    assert office.ask("PUT", path, revision=dropped["revision"], state="standing")["state"] == "standing"
    office.ask("POST", "/tasks", 422, title="无处可归", report=99)


def test_a_unit_plans_reports_and_asks(office: Program, reporter: Program, staffed: Ledger) -> None:
    nodes = [{"due": "2020-03-31", "expected": 50}, {"due": "2020-06-30", "expected": 100, "words": "通车"}]
    (plan,) = reporter.ask("PUT", "/tasks/2/plan", goal=ROAD, nodes=nodes)
    assert plan["nodes"][0] == {"due": "2020-03-31", "expected": 50, "words": ""}
    draft = reporter.ask("POST", "/tasks/2/progress", 201, stage="started", words="主线贯通", as_of="2020-06-20")
    assert (draft["state"], draft["unit"]) == ("draft", "市交通运输局")
    assert Program("leader", staffed).ask("GET", "/tasks/2/progress") == []
    sent = reporter.ask(
        "POST", "/tasks/2/progress", 201, stage="done", words="通车", revision=draft["revision"], submit=True
    )
    decision = f"/progress/{sent['id']}/decision"
    back = office.ask("POST", decision, revision=sent["revision"], decision="return", reason="请附材料")
    assert (back["state"], back["reason"]) == ("returned", "请附材料")
    office.ask("POST", decision, 409, revision=sent["revision"], decision="accept")
    again = reporter.ask("POST", "/tasks/2/progress", 201, stage="done", words="通车，附验收单", submit=True)
    assert office.ask("POST", decision, revision=again["revision"], decision="accept")["state"] == "accepted"
    found = office.ask("POST", "/tasks/2/verifications", 201, verdict="confirmed", words="现场核查")
    assert office.ask("GET", "/tasks/2/verifications") == [found]
    asked = reporter.ask(
        "POST", "/tasks/2/requests", 201, kind="extension", reason="雨季", values={"due": "2020-12-31"}
    )
    decided = office.ask("POST", f"/requests/{asked['id']}/decision", decision="approve", words="同意")
    assert decided["state"] == "approved"
    assert office.ask("GET", "/tasks/2")["due"] == "2020-12-31"
    assert audit(staffed).whole


def test_a_unit_reaches_its_own_tasks_alone(reporter: Program) -> None:
    reporter.ask("POST", "/tasks/1/progress", 403, words="完成")
    reporter.ask("PUT", "/tasks/1/plan", 403, nodes=[])
    reporter.ask("PATCH", "/tasks/2", 403, revision=1, values={"remark": "x"})


def test_leaders_sign(staffed: Ledger, reporter: Program) -> None:
    leader = Program("leader", staffed)
    assert leader.ask("POST", "/tasks/2/notes", 201, kind="sign", words="已阅")["author"] == "leader"
    reporter.ask("POST", "/tasks/2/notes", 403, kind="sign")
    assert [note["kind"] for note in reporter.ask("GET", "/tasks/2/notes")] == ["sign"]


def test_lights_of_any_day(office: Program) -> None:
    found = office.ask("GET", "/lights?day=2020-07-02&rules=xuancheng")
    assert found["rules"] == "xuancheng@1"
    states = {light["task"]: light["state"] for light in found["lights"]}
    assert states[2] == "overdue"
    assert found["lights"][1]["goals"][0]["goal"] == ROAD


def test_a_form_of_another_site_cannot_write(staffed: Ledger) -> None:
    client = TestClient(create_app(staffed))
    client.cookies.set("taizhang_session", staffed.people.login("office", PASSWORD, "test"))
    sent = '{"title": "伪造"}'
    assert client.post("/api/v1/tasks", content=sent, headers={"content-type": "text/plain"}).status_code == 403
    headers = {"content-type": "application/json"}
    assert (
        client.post("/api/v1/tasks", content=sent, headers={**headers, "origin": "http://evil.example"}).status_code
        == 403
    )
    assert client.post("/api/v1/tasks", content=sent, headers=headers).status_code == 201


@pytest.mark.parametrize(
    "body", [{}, {"revision": 1}, {"revision": 1, "values": {}, "extra": 1}, {"revision": -1, "values": {}}]
)
def test_a_body_out_of_form_is_named(office: Program, body: dict[str, Any]) -> None:
    answer = office.client.patch("/api/v1/tasks/1", json=body, headers=office.headers)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"][0] == "body"


def test_what_there_is_not(office: Program) -> None:
    office.ask("GET", "/tasks/999", 404)
    office.ask("POST", "/progress/999/decision", 422, revision=1, decision="accept")


def test_the_document_names_every_route(office: Program) -> None:
    described = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    paths = office.client.get("/api/v1/openapi.json").json()["paths"]
    for path in paths:
        shown = re.sub(r"\{(\w+)\}", "ID", path.removeprefix("/api/v1")).replace("ID/ID", "ID/figures")
        assert shown in described, path
