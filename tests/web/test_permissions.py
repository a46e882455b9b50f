"""Every role on every route."""

import re

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from taizhang.ledger import ROLES, Ledger
from taizhang.web import create_app
from taizhang.web.app import SUBJECTS, panel_subjects
from taizhang.web.permissions import actions
from tests.web.forms import form_token

# What each role may do, written out apart from the product's own table.
PUBLIC = {
    "GET": r"/|/overview\.json|/reports(/1)?(\.json)?|/reports/1/records|/reports/1/original|/reports/1/pages/1\.svg"
    r"|/targets(\.json|\.xlsx|\.csv)?"
    r"|/series(\.json|\.xlsx|\.csv)?"
    r"|/compare(\.json)?|/compare/1/1(\.json|\.xlsx|\.csv|\.docx)?"
    r"|/places(/(year|scatter|gaps|wording|coverage|sentences))?(\.json|\.xlsx|\.csv)?|/places/reports/1(\.json)?"
    r"|/search(\.json)?|/style(\.json)?|/login"
    r"|/api/v1/(openapi\.json|session|reports(/.*)?)",
    "POST": r"/login|/logout|/api/v1/session",
    "DELETE": r"/api/v1/session",
}
API_TASK = r"|/api/v1/tasks/2"
STAFF = {
    "GET": PUBLIC["GET"] + r"|/tasks(/2)?(\.json|\.xlsx|\.docx|\.csv)?|/tasks/2/evidence/1|/lights(\.json)?"
    r"|/(livelihood|projects)(\.json|\.xlsx|\.docx|\.csv)?"
    r"|/api/v1/(tasks|lights)" + API_TASK + r"(/(events|plan|progress|verifications|requests|notes))?",
    "POST": PUBLIC["POST"],
    "DELETE": PUBLIC["DELETE"],
}
LEADER = {**STAFF, "POST": STAFF["POST"] + r"|/tasks/2/(comment|sign)" + API_TASK + r"/notes"}
REPORTER = {
    "GET": STAFF["GET"] + r"|/my(\.json|\.xlsx)?",
    "POST": STAFF["POST"]
    + r"|/tasks/2/(progress|ask|evidence|plan|comment)|/my|/my/workbook"
    + API_TASK
    + r"/(progress|requests|notes)",
    "PUT": r"/api/v1/tasks/2/plan",
    "DELETE": STAFF["DELETE"],
}
OFFICE = {"GET": r"(?!/admin).*", "POST": r"(?!/admin/users|/tasks/2/sign).*"}
OFFICE |= dict.fromkeys(("PUT", "PATCH", "DELETE"), r".*")
ADMINISTRATOR = dict.fromkeys(("GET", "POST", "PUT", "PATCH", "DELETE"), r".*")
MAY = {"administrator": ADMINISTRATOR, "office": OFFICE, "reporter": REPORTER, "leader": LEADER, "public": PUBLIC}


PASSWORD = "correct horse battery"


@pytest.fixture
def staffed(ledger: Ledger) -> Ledger:
    """A ledger with one account of each role, named after it; the reporter's unit leads task 2."""
    ledger.units.add("市交通运输局", "测试")
    ledger.people.add("administrator", PASSWORD, "administrator", "测试")
    ledger.people.add("office", PASSWORD, "office", "测试")
    ledger.people.add("reporter", PASSWORD, "reporter", "测试", unit="市交通运输局")
    ledger.people.add("leader", PASSWORD, "leader", "测试")
    return ledger


def client_of(role: str, ledger: Ledger) -> TestClient:
    client = TestClient(create_app(ledger), follow_redirects=False)
    if role != "public":
        client.cookies.set("taizhang_session", ledger.people.login(role, PASSWORD, "test"))
    return client


def routes() -> list[tuple[str, str]]:
    found = [("GET", "/api/v1/openapi.json")]
    for subject in (*SUBJECTS, *panel_subjects()):
        for route in subject.router.routes:
            assert isinstance(route, APIRoute)
            found += [(method, route.path) for method in sorted(route.methods or ())]
    return found


def concrete(path: str) -> str:
    named = path.replace("{table}", "figures").replace("{task_id:int}", "2").replace("{task_id}", "2")
    return re.sub(r"\{\w+(:int)?\}", "1", named)


def test_every_route_is_in_the_table_and_every_line_is_a_route() -> None:
    assert set(routes()) == set(actions())


def renewed(role: str, ledger: Ledger) -> tuple[TestClient, str]:
    """A client with a new session, and the token of its forms."""
    client = client_of(role, ledger)
    return client, form_token(client, "/login")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_what_it_may_and_nothing_else(role: str, staffed: Ledger) -> None:
    client, token = renewed(role, staffed)
    # Logging out ends the session, so that is tried last, and with one of its own.
    ends = {"/logout", "/api/v1/session"}
    for method, path in sorted(routes(), key=lambda route: route[1] in ends):
        if path in ends:
            client, token = renewed(role, staffed)
        address = concrete(path)
        may = re.fullmatch(MAY[role].get(method, ""), address) is not None
        status = client.request(method, address, headers={"x-form-token": token}).status_code
        if may:
            assert status not in {401, 403}, (role, method, address, status)
        elif role == "public" and method == "GET" and not re.search(r"\.json$|^/api/", address):
            assert status == 303, (role, method, address, status)
        else:
            assert status == (401 if role == "public" else 403), (role, method, address, status)


def test_login_goes_on_to_the_page_that_was_asked_for(staffed: Ledger) -> None:
    client = client_of("public", staffed)
    asked = client.get("/tasks?kind=milestone").headers["location"]
    assert asked == "/login?next=/tasks%3Fkind%3Dmilestone"
    sent = {"form_token": form_token(client, asked), "name": "office", "password": PASSWORD, "next": "/tasks"}
    answer = client.post("/login", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_a_refused_login_keeps_the_name_and_says_why(staffed: Ledger) -> None:
    client = client_of("public", staffed)
    token = form_token(client, "/login")
    answers = [
        client.post("/login", data={"form_token": token, "name": "office", "password": "wrong"}) for _ in range(7)
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert "不对" in answers[0].text
    assert "秒再试" in answers[-1].text
    name = "office"
    answer = answers[0]
    assert f'value="{name}"' in answer.text


@pytest.mark.parametrize("address", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_login_never_leads_to_another_site(address: str, staffed: Ledger) -> None:
    client = client_of("public", staffed)
    sent = {"form_token": form_token(client, "/login"), "name": "office", "password": PASSWORD, "next": address}
    assert client.post("/login", data=sent).headers["location"] == "/"


def test_logout_ends_the_session(staffed: Ledger) -> None:
    client = client_of("office", staffed)
    answer = client.post("/logout", data={"form_token": form_token(client, "/")})
    assert answer.status_code == 303
    assert 'taizhang_session=""' in answer.headers["set-cookie"]


def test_a_page_offers_only_what_may_be_done(staffed: Ledger) -> None:
    assert "上传报告" not in client_of("public", staffed).get("/reports").text
    assert "上传报告" in client_of("office", staffed).get("/reports").text
    assert 'href="/tasks"' not in client_of("public", staffed).get("/").text


def test_a_reporter_works_on_the_tasks_of_its_unit_alone(staffed: Ledger) -> None:
    client = client_of("reporter", staffed)
    token = {"x-form-token": form_token(client, "/login")}
    for path, fields in [("progress", {"words": "完成"}), ("ask", {"kind": "cancel", "reason": "不做"})]:
        assert client.post(f"/tasks/1/{path}", data=fields, headers=token).status_code == 403
    assert client.get("/tasks/1/evidence/1").status_code == 403
    assert staffed.progress.of(1) == ()


def test_the_first_account_is_an_administrators_and_closes_the_door(ledger: Ledger) -> None:
    client = TestClient(create_app(ledger), follow_redirects=False)
    token = {"x-form-token": form_token(client, "/admin")}
    given = {"name": "王芳", "password": PASSWORD}
    assert client.post("/admin/users", data={**given, "role": "office"}, headers=token).status_code == 422
    assert client.post("/admin/users", data={**given, "role": "administrator"}, headers=token).status_code == 303
    assert client.get("/admin").status_code == 303, "from now on everybody logs in"
    session = client.post("/login", data={**given, "form_token": form_token(client, "/login")})
    assert session.status_code == 303
    assert "王芳" in client.get("/admin").text
    headers = {"x-form-token": form_token(client, "/admin")}
    (user,) = ledger.people.all()
    answer = client.post(f"/admin/users/{user.id}/active", data={"active": "false"}, headers=headers)
    assert answer.status_code == 422, "one administrator must remain"
