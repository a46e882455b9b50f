"""Every role on every route."""

import re

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from taizhang.web import create_app
from taizhang.web.app import SUBJECTS
from taizhang.web.people import ROLES, Account, LoginRefusedError
from taizhang.web.permissions import permissions
from tests.web.forms import form_token

# What each role may do, written out apart from the product's own table.
PUBLIC = {
    "GET": r"/|/overview\.json|/reports(/1)?(\.json)?|/reports/1/records|/targets(\.json|\.xlsx|\.csv)?"
    r"|/search(\.json)?|/style(\.json)?|/login|/api/v1/.*",
    "POST": r"/login|/logout",
}
STAFF = {"GET": PUBLIC["GET"] + r"|/tasks(/1)?(\.json|\.xlsx|\.docx|\.csv)?", "POST": PUBLIC["POST"]}
OFFICE = {"GET": r".*", "POST": r".*"}
MAY = {"administrator": OFFICE, "office": OFFICE, "reporter": STAFF, "leader": STAFF, "public": PUBLIC}


class Cards:
    """People whose session is their role's name."""

    def account(self, token: str) -> Account | None:
        return Account("某人", token, "市教育局" if token == "reporter" else None) if token in ROLES else None

    def login(self, name: str, password: str, address: str) -> str:
        if password != "right":
            raise LoginRefusedError(30 if name == "tired" else 0)
        return name

    def logout(self, token: str) -> None:
        assert token in ROLES


def client_of(role: str, ledger: Ledger) -> TestClient:
    client = TestClient(create_app(ledger, Cards()), follow_redirects=False)
    client.cookies.set("taizhang_session", role)
    return client


def routes() -> list[tuple[str, str]]:
    found = [("GET", "/api/v1/openapi.json")]
    for subject in SUBJECTS:
        for route in subject.router.routes:
            assert isinstance(route, APIRoute)
            found += [(method, route.path) for method in sorted(route.methods or ())]
    return found


def concrete(path: str) -> str:
    return re.sub(r"\{\w+(:int)?\}", "1", path.replace("{table}", "figures"))


def test_every_route_is_in_the_table_and_every_line_is_a_route() -> None:
    assert set(routes()) == set(permissions())


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_what_it_may_and_nothing_else(role: str, ledger: Ledger) -> None:
    client = client_of(role, ledger)
    token = form_token(client, "/login")
    for method, path in routes():
        address = concrete(path)
        may = re.fullmatch(MAY[role][method], address) is not None
        status = client.request(method, address, headers={"x-form-token": token}).status_code
        if may:
            assert status not in {401, 403}, (role, method, address, status)
        elif role == "public" and method == "GET" and not address.endswith(".json"):
            assert status == 303, (role, method, address, status)
        else:
            assert status == (401 if role == "public" else 403), (role, method, address, status)


def test_login_goes_on_to_the_page_that_was_asked_for(ledger: Ledger) -> None:
    client = client_of("nobody", ledger)
    asked = client.get("/tasks?kind=milestone").headers["location"]
    assert asked == "/login?next=/tasks%3Fkind%3Dmilestone"
    sent = {"form_token": form_token(client, asked), "name": "office", "password": "right", "next": "/tasks"}
    answer = client.post("/login", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize(("name", "words"), [("office", "不对"), ("tired", "30秒")])
def test_a_refused_login_keeps_the_name_and_says_why(name: str, words: str, ledger: Ledger) -> None:
    client = client_of("nobody", ledger)
    sent = {"form_token": form_token(client, "/login"), "name": name, "password": "wrong"}
    answer = client.post("/login", data=sent)
    assert answer.status_code == 401
    assert words in answer.text
    assert f'value="{name}"' in answer.text


@pytest.mark.parametrize("address", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_login_never_leads_to_another_site(address: str, ledger: Ledger) -> None:
    client = client_of("nobody", ledger)
    sent = {"form_token": form_token(client, "/login"), "name": "office", "password": "right", "next": address}
    assert client.post("/login", data=sent).headers["location"] == "/"


def test_logout_ends_the_session(ledger: Ledger) -> None:
    client = client_of("office", ledger)
    answer = client.post("/logout", data={"form_token": form_token(client, "/")})
    assert answer.status_code == 303
    assert 'taizhang_session=""' in answer.headers["set-cookie"]


def test_a_page_offers_only_what_may_be_done(ledger: Ledger) -> None:
    assert "上传报告" not in client_of("public", ledger).get("/reports").text
    assert "上传报告" in client_of("office", ledger).get("/reports").text
    assert 'href="/tasks"' not in client_of("public", ledger).get("/").text
