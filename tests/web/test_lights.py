"""Lights on the pages: by unit, for any day, by any rule set."""

import pytest
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from taizhang.monitoring import rulesets


def states(client: TestClient, **asked: str) -> dict[int, str]:
    return {one["task"]: one["state"] for one in client.get("/lights.json", params=asked).json()["lights"]}


def test_a_milestone_past_its_day_is_overdue_until_it_is_done(client: TestClient, ledger: Ledger) -> None:
    assert states(client)[2] == "overdue"
    assert states(client, day="2020-06-01")[2] != "overdue", "the same ledger on a past day"
    number = ledger.progress.draft(2, "市交通运输局", "某人", stage="done", words="建成通车", as_of="2020-06-29")
    ledger.progress.submit(number, "某人")
    ledger.progress.accept(number, "王芳")
    assert states(client)[2] == "done"
    assert states(client, day="2020-06-01")[2] != "done"


def test_an_amount_follows_the_elapsed_share(client: TestClient, ledger: Ledger) -> None:
    ledger.edit_task(1, {"lead": ["市体育局"]}, "测试")
    for value, state in [("60", "behind"), ("150", "on_pace")]:
        number = ledger.progress.draft(1, "市体育局", "某人", value=value)
        ledger.progress.submit(number, "某人")
        ledger.progress.accept(number, "王芳")
        assert states(client)[1] == state, value


def test_the_table_names_the_unit_and_the_sentence_the_rule(client: TestClient) -> None:
    page = client.get("/lights").text
    assert "市交通运输局" in page
    (unit,) = [row for row in client.get("/lights.json").json()["units"] if row["unit"] == "市交通运输局"]
    assert unit["overdue"] == 1
    (sentence,) = [one["sentence"] for one in client.get("/lights.json").json()["lights"] if one["task"] == 2]
    assert "2020年6月30日" in sentence
    assert sentence in client.get("/tasks/2").text


@pytest.mark.parametrize("rules", rulesets())
def test_every_rule_set_can_be_chosen(client: TestClient, rules: str) -> None:
    answer = client.get("/lights.json", params={"rules": rules})
    assert answer.json()["rules"].startswith(f"{rules}@")


def test_tasks_are_filtered_by_light_and_the_office_table_shows_it(client: TestClient) -> None:
    assert [one["id"] for one in client.get("/tasks.json?light=overdue").json()["tasks"]] == [2]
    assert "逾期" in client.get("/tasks.csv?light=overdue").content.decode("utf-8-sig")
    assert "light=overdue" in client.get("/").text


def test_lights_add_up_to_the_actions_of_the_rule_set(client: TestClient, ledger: Ledger) -> None:
    ledger.edit_task(1, {"lead": ["市交通运输局"], "due": "2020-03-31"}, "测试")
    asked = {"rules": "guangyuan", "day": "2020-07-01"}
    assert client.get("/lights.json", params=asked).json()["actions"] == {"市交通运输局": ["约谈，扣2分"]}
    assert "约谈" in client.get("/lights", params=asked).text
    assert client.get("/lights.json", params={"rules": "xuancheng"}).json()["actions"] == {}


def test_what_falls_due_soon_is_called_to_mind(client: TestClient) -> None:
    soon = client.get("/lights.json?day=2020-06-10").json()["due_soon"]
    assert soon == [{"task": 2, "days": 20}]
    assert "还有 20 天" in client.get("/lights?day=2020-06-10").text
    assert client.get("/lights.json?day=2020-05-10").json()["due_soon"] == []
