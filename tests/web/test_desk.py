"""What the office does to tasks, as forms."""

from typing import Any

from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from tests.web.forms import form_token


def send(client: TestClient, path: str, **fields: Any) -> Any:
    sent = {"form_token": form_token(client, "/reports"), **fields}
    return client.post(path, data=sent, follow_redirects=False)


def test_a_task_is_reworded_assigned_and_dated(client: TestClient, ledger: Ledger) -> None:
    answer = send(
        client,
        "/tasks/1/edit",
        revision=1,
        title="新建健身步道200公里以上",
        area="加快城市建设",
        due="2020-09-30",
        lead="★市体育局、市体育局",
        support="市财政局，各区",
        remark="示范",
        livelihood="true",
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks/1")
    task = ledger.task(1)
    assert (task.title, task.due, task.due_assumed) == ("新建健身步道200公里以上", "2020-09-30", False)
    assert (task.lead, task.support, task.remark, task.livelihood) == (
        ("市体育局",),
        ("市财政局", "各区"),
        "示范",
        True,
    )
    page = client.get("/tasks/1").text
    assert "新建健身步道200公里。" in page, "the sentence of the report stays in sight"
    assert "本机" in page, "who did it"


def test_saving_without_a_change_changes_nothing(client: TestClient, ledger: Ledger) -> None:
    task = ledger.task(2)
    fields = {"title": task.title, "area": task.area, "due": task.due, "lead": "市交通运输局"}
    assert send(client, "/tasks/2/edit", revision=task.revision, **fields).status_code == 303
    assert ledger.task(2) == task


def test_a_stale_edit_is_refused_and_keeps_what_was_typed(client: TestClient, ledger: Ledger) -> None:
    ledger.edit_task(1, {"remark": "先改的"}, "别人")
    answer = send(client, "/tasks/1/edit", revision=1, title="后改的", area="加快城市建设")
    assert answer.status_code == 409
    assert "后改的" in answer.text
    assert ledger.task(1).remark == "先改的"


def test_a_field_out_of_form_comes_back_with_its_reason(client: TestClient, ledger: Ledger) -> None:
    answer = send(client, "/tasks/1/edit", revision=1, title="新题目", area="加快城市建设", due="下周")
    assert answer.status_code == 422
    assert "下周" in answer.text
    assert ledger.task(1).revision == 1


def test_many_are_assigned_at_once_or_not_at_all(client: TestClient, ledger: Ledger) -> None:
    seen = [f"{task.id}:{task.revision}" for task in ledger.tasks()]
    stale = [seen[0], "2:0"]
    assert send(client, "/tasks/bulk", action="assign", task=stale, lead="市住建局").status_code == 409
    assert ledger.task(1).lead == ()
    answer = send(client, "/tasks/bulk", action="assign", task=seen, lead="市住建局", next="area=加快城市建设")
    assert answer.status_code == 303
    assert [task.lead for task in ledger.tasks()] == [("市住建局",), ("市住建局",)]
    assert [task.due for task in ledger.tasks()] == ["2020-12-31", "2020-06-30"], "an empty field changes nothing"


def test_tasks_are_split_merged_dropped_and_restored(client: TestClient, ledger: Ledger) -> None:
    assert send(client, "/tasks/1/split", revision=1, titles="甲\n\n乙").status_code == 303
    first, second = [task for task in ledger.tasks() if task.origin == "split"]
    pairs = [f"{first.id}:{first.revision}", f"{second.id}:{second.revision}"]
    assert send(client, "/tasks/bulk", action="merge", task=pairs, title="甲和乙").status_code == 303
    (merged,) = [task for task in ledger.tasks() if task.origin == "merge"]
    assert send(client, f"/tasks/{merged.id}/drop", revision=merged.revision, reason="").status_code == 422
    assert (
        send(client, f"/tasks/{merged.id}/drop", revision=merged.revision, reason="已并入其他工作").status_code == 303
    )
    assert "已撤销" in client.get(f"/tasks/{merged.id}").text
    dropped = ledger.task(merged.id)
    assert send(client, f"/tasks/{merged.id}/restore", revision=dropped.revision).status_code == 303
    assert ledger.task(merged.id).state == "standing"


def test_a_task_of_another_paper_names_it(client: TestClient, ledger: Ledger) -> None:
    answer = send(
        client, "/tasks/add?report=1", title="落实第5次常务会议事项", source="常务会议纪要第5号", lead="市发改委"
    )
    task = ledger.task(int(answer.headers["location"].rpartition("/")[2]))
    assert (task.source, task.origin, task.lead) == ("常务会议纪要第5号", "paper", ("市发改委",))
    assert "常务会议纪要第5号" in client.get(f"/tasks/{task.id}").text
    refused = send(client, "/tasks/add?report=1", title="", source="某纪要")
    assert refused.status_code == 422
    assert "某纪要" in refused.text


def test_a_bulk_change_of_nothing_says_so(client: TestClient) -> None:
    assert send(client, "/tasks/bulk", action="assign", lead="市住建局").status_code == 422
    assert send(client, "/tasks/bulk", action="assign", task="x", lead="市住建局").status_code == 422


def test_a_changed_sentence_waits_for_a_decision(client: TestClient, ledger: Ledger) -> None:
    from dataclasses import replace

    from tests.readings import TEXT, small_reading

    ledger.edit_task(1, {"title": "改过的题目"}, "某人")
    reading = small_reading()
    text = TEXT.replace("新建健身步道200公里。", "新建健身步道300公里。")
    task = replace(reading.tasks[0], title="新建健身步道300公里。")
    report = replace(reading.report, text=text, sha256="1" * 64)
    figures = reading.figures[:2]
    ledger.import_reading(
        replace(reading, report=report, figures=figures, tasks=(task, reading.tasks[1])), "r2", "某人"
    )
    page = client.get("/conflicts").text
    assert "300公里" in page
    (conflict,) = ledger.conflicts()
    assert send(client, f"/conflicts/{conflict.id}", keep="false").status_code == 303
    assert ledger.task(1).title == "新建健身步道300公里。"
    assert send(client, f"/conflicts/{conflict.id}", keep="true").status_code == 409


def test_units_are_suggested_with_reasons_and_never_assigned_silently(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/tasks/1").text
    assert "采用建议" in page
    assert "体育局" in page
    assert ledger.task(1).lead == ()
    fields = {"action": "assign", "task": "1:1", "lead": "市体育局", "support": ""}
    assert send(client, "/tasks/bulk", **fields).headers["location"] == "/tasks/1"
    assert ledger.task(1).lead == ("市体育局",)
    assert "采用建议" not in client.get("/tasks/1").text
