"""Nodes of a unit's plan, comments, and the signature of a leader, on the page of a task."""

from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger, Node
from tests.web.test_permissions import client_of, staffed
from tests.web.test_work_of_the_year import send

__all__ = ["staffed"]
ROAD = "南湖快速路建成通车"


@pytest.fixture
def reporter(staffed: Ledger) -> TestClient:
    return client_of("reporter", staffed)


def nodes(*rows: tuple[str, str, str], goal: str = ROAD) -> dict[str, object]:
    due, expected, words = (list(column) for column in zip(*rows, strict=True))
    return {"goal": goal, "due": due, "expected": expected, "words": words}


def test_a_unit_sets_the_nodes_of_its_goal(reporter: TestClient, staffed: Ledger) -> None:
    sent = nodes(("2020-03-31", "50", "主体完成"), ("", "", ""), ("2020-06-30", "100", ""))
    assert send(reporter, "/tasks/2/plan", **sent).status_code == 303
    first, second = staffed.plans.of(2)[ROAD]
    assert first == Node("2020-03-31", Decimal(50), "主体完成")
    assert second == Node("2020-06-30", Decimal(100))
    page = reporter.get("/tasks/2").text
    assert "主体完成" in page
    assert 'value="2020-03-31"' in page
    assert "制定计划" in page


def test_nodes_decide_the_light(reporter: TestClient, staffed: Ledger) -> None:
    assert send(reporter, "/tasks/2/plan", **nodes(("2020-03-31", "50", ""))).status_code == 303
    lights = {one["task"]: one["state"] for one in reporter.get("/lights.json?day=2020-04-02").json()["lights"]}
    assert lights[2] == "not_started"


def test_empty_rows_take_the_nodes_away(reporter: TestClient, staffed: Ledger) -> None:
    send(reporter, "/tasks/2/plan", **nodes(("2020-03-31", "50", "")))
    assert send(reporter, "/tasks/2/plan", **nodes(("", "", ""))).status_code == 303
    assert staffed.plans.of(2) == {}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("", "50", "")], "row 1 names no day"),
        ([("2020-03-31", "很多", "")], "a number is needed"),
        ([("2020-03-31", "", "")], "expects nothing"),
        ([("2020-13-31", "5", "")], "a day such as"),
        ([("2020-03-31", "5", ""), ("2020-03-31", "6", "")], "two nodes stand on one day"),
    ],
)
def test_a_plan_out_of_form_changes_nothing(
    reporter: TestClient, staffed: Ledger, rows: list[tuple[str, str, str]], said: str
) -> None:
    before = staffed.head()
    answer = send(reporter, "/tasks/2/plan", **nodes(*rows))
    assert answer.status_code == 422
    assert said in answer.text
    assert staffed.head() == before


def test_a_unit_plans_its_own_tasks_alone(reporter: TestClient, staffed: Ledger) -> None:
    assert send(reporter, "/tasks/1/plan", **nodes(("2020-03-31", "5", ""))).status_code == 403
    assert send(reporter, "/tasks/1/comment", words="已知").status_code == 403


def test_a_leader_reads_and_signs(staffed: Ledger) -> None:
    leader = client_of("leader", staffed)
    assert send(leader, "/tasks/2/sign", words="请按期完成").status_code == 303
    page = leader.get("/tasks/2").text
    assert "请按期完成" in page
    assert "已阅" in page
    assert "阅签" in page
    (note,) = staffed.notes.of(2)
    assert (note.kind, note.author) == ("sign", "leader")
    assert send(client_of("office", staffed), "/tasks/2/sign").status_code == 403


def test_a_comment_needs_words(staffed: Ledger) -> None:
    office = client_of("office", staffed)
    assert send(office, "/tasks/2/comment", words=" ").status_code == 422
    assert send(office, "/tasks/2/comment", words="请补充形象进度").status_code == 303
    assert "请补充形象进度" in office.get("/tasks/2").text
