"""The year's work: plans, progress, verification, requests, evidence and units."""

from decimal import Decimal
from pathlib import Path

import pytest

from taizhang.ledger import FieldChange, Ledger, LedgerError, Node, StaleReportError, told
from tests.ledger.conftest import SENTENCES, reading_of


@pytest.fixture
def first(ledger: Ledger) -> int:
    """A task of an imported report, led by 市园林局."""
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    task = ledger.tasks()[0]
    ledger.edit_task(task.id, {"lead": ["市园林局"]}, "王")
    return task.id


def test_a_report_goes_from_draft_to_accepted(ledger: Ledger, first: int) -> None:
    number = ledger.progress.draft(first, "市园林局", "李", goal="10", value="4", as_of="2020-06-30")
    assert ledger.progress.waiting("市园林局")[0].value == Decimal(4)
    assert ledger.progress.waiting() == ()
    ledger.progress.submit(number, "李")
    ledger.progress.give_back(number, "王", "请补充证明材料")
    returned = ledger.progress.waiting("市园林局")[0]
    assert (returned.state, returned.reason) == ("returned", "请补充证明材料")
    again = ledger.progress.draft(first, "市园林局", "李", goal="10", value="5", as_of="2020-06-30")
    assert again == number
    ledger.progress.submit(number, "李")
    ledger.progress.accept(number, "王")
    done = ledger.progress.one(number)
    assert (done.state, done.value, done.decided_by) == ("accepted", Decimal(5), "王")
    actions = [event.action for event in ledger.life(first)]
    assert actions[:6] == ["accept", "submit", "draft", "return", "submit", "draft"]


def test_reported_and_verified_are_two_columns(ledger: Ledger, first: int) -> None:
    number = ledger.progress.draft(first, "市园林局", "李", goal="10", value=10)
    ledger.progress.submit(number, "李")
    ledger.verification.add(first, "refuted", "王", "现场仅见8个", goal="10", value=8, progress_id=number)
    assert ledger.progress.one(number).value == 10
    found = ledger.verification.of(first)[0]
    assert (found.verdict, found.value, found.words) == ("refuted", Decimal(8), "现场仅见8个")
    with pytest.raises(LedgerError, match="words"):
        ledger.verification.add(first, "refuted", "王", " ")
    with pytest.raises(LedgerError, match="no report on task"):
        ledger.verification.add(first + 1, "confirmed", "王", "", progress_id=number)


def test_a_finished_task_has_its_day_until_it_is_returned(ledger: Ledger, first: int) -> None:
    number = ledger.progress.draft(first, "市园林局", "李", stage="done", words="全部建成", as_of="2020-11-20")
    ledger.progress.submit(number, "李")
    assert ledger.task(first).done is None
    ledger.progress.accept(number, "王")
    assert ledger.task(first).done == "2020-11-20"
    ledger.progress.give_back(number, "王", "抽查不符")
    assert ledger.task(first).done is None


def test_a_stale_progress_report_is_refused_with_what_stands(ledger: Ledger, first: int) -> None:
    number = ledger.progress.draft(first, "市园林局", "李", words="甲")
    ledger.progress.draft(first, "市园林局", "张", words="乙", seen=1)
    head = ledger.head()
    with pytest.raises(StaleReportError, match="乙") as refused:
        ledger.progress.draft(first, "市园林局", "李", words="丙", seen=1)
    assert refused.value.report.words == "乙"
    with pytest.raises(StaleReportError):
        ledger.progress.submit(number, "李", seen=1)
    assert ledger.head() == head


def test_steps_out_of_turn_are_refused(ledger: Ledger, first: int) -> None:
    number = ledger.progress.draft(first, "市园林局", "李")
    with pytest.raises(LedgerError, match="says nothing"):
        ledger.progress.submit(number, "李")
    with pytest.raises(LedgerError, match="is draft, not submitted"):
        ledger.progress.accept(number, "王")
    with pytest.raises(LedgerError, match="number"):
        ledger.progress.draft(first, "市园林局", "李", value="许多")
    with pytest.raises(LedgerError, match="no such"):
        ledger.progress.draft(999, "市园林局", "李")


def test_the_latest_statement_of_a_past_day(ledger: Ledger, first: int) -> None:
    for day, value in (("2020-03-31", 2), ("2020-06-30", 5)):
        number = ledger.progress.draft(first, "市园林局", "李", goal="10", value=value, as_of=day)
        ledger.progress.submit(number, "李")
        ledger.progress.accept(number, "王")
    assert ledger.progress.latest()[first, "10"].value == 5
    assert ledger.progress.latest(until="2020-05-01")[first, "10"].value == 2
    assert ledger.progress.latest(until="2020-01-01") == {}


def test_plans_are_set_changed_and_taken_away(ledger: Ledger, first: int) -> None:
    plan = (Node("2020-06-30", Decimal(4)), Node("2020-12-31", Decimal(10), "全部建成"))
    ledger.plans.set(first, plan, "李", goal="10")
    assert ledger.plans.of(first) == {"10": plan}
    ledger.plans.set(first, plan[1:], "李", goal="10")
    ledger.plans.set(first, (Node("2020-03-31", None, "完成选址"),), "李")
    assert ledger.plans.all()[first] == {"10": plan[1:], None: (Node("2020-03-31", None, "完成选址"),)}
    ledger.plans.set(first, (), "李", goal="10")
    assert set(ledger.plans.of(first)) == {None}
    with pytest.raises(LedgerError, match="one day"):
        ledger.plans.set(first, (plan[0], plan[0]), "李")
    with pytest.raises(LedgerError, match="expects nothing"):
        ledger.plans.set(first, (Node("2020-03-31"),), "李")


def test_requests_are_decided_with_their_effect(ledger: Ledger, first: int) -> None:
    with pytest.raises(LedgerError, match="after 2020-12-31"):
        ledger.requests.ask(first, "extension", "拆迁未完", "李", {"due": "2020-11-30"})
    asked = ledger.requests.ask(first, "extension", "拆迁未完", "李", {"due": "2021-03-31"}, unit="市园林局")
    with pytest.raises(LedgerError, match="waits"):
        ledger.requests.ask(first, "extension", "再次", "李", {"due": "2021-06-30"})
    assert ledger.task(first).due == "2020-12-31"
    ledger.requests.approve(asked, "王", "同意")
    assert ledger.task(first).due == "2021-03-31"
    with pytest.raises(LedgerError, match="approved already"):
        ledger.requests.refuse(asked, "王", "不同意")
    refused = ledger.requests.ask(first, "change", "口径调整", "李", {"title": "新建公园8个"})
    ledger.requests.refuse(refused, "王", "目标不变")
    cancelled = ledger.requests.ask(first, "cancel", "项目并入其他任务", "李")
    ledger.requests.approve(cancelled, "王")
    assert ledger.task(first).state == "dropped"
    assert [request.state for request in ledger.requests.of(first)] == ["approved", "refused", "approved"]
    assert ledger.requests.all() == ()


def test_evidence_is_kept_and_bounded(ledger: Ledger, first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    number = ledger.evidence.attach(first, "../照片.jpg", b"\xff\xd8 picture", "李")
    assert ledger.evidence.content(number) == ("照片.jpg", b"\xff\xd8 picture")
    assert [file.size for file in ledger.evidence.of(first)] == [10]
    monkeypatch.setattr("taizhang.ledger.evidence.MAX_BYTES", 4)
    with pytest.raises(LedgerError, match="larger"):
        ledger.evidence.attach(first, "大.pdf", b"12345", "李")
    with pytest.raises(LedgerError, match="empty"):
        ledger.evidence.attach(first, "空.pdf", b"", "李")


def test_a_renamed_unit_keeps_its_tasks(ledger: Ledger, first: int) -> None:
    unit = ledger.units.add("市园林局", "王")
    ledger.units.rename(unit, "市园林和绿化局", "王")
    assert ledger.task(first).lead == ("市园林和绿化局",)
    with pytest.raises(LedgerError, match="already"):
        ledger.units.add("市园林和绿化局", "王")
    ledger.units.set_active(unit, False, "王")
    assert [unit.active for unit in ledger.units.all()] == [False]


def test_what_one_store_cannot_keep_is_refused_by_both(ledger: Ledger, first: int) -> None:
    head = ledger.head()
    for words in ("nul\0", "half \ud800"):
        with pytest.raises(LedgerError, match="no text"):
            ledger.edit_task(first, {"remark": words}, "王")
    with pytest.raises(LedgerError, match="more than 120"):
        ledger.units.add("局" * 121, "王")
    assert ledger.head() == head


def test_bad_work_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.taizhang") as ledger:
        reading = reading_of([*SENTENCES[:2], "含\0的一句。"])
        with pytest.raises(LedgerError):
            ledger.import_reading(reading, "bad.txt")
        assert ledger.reports() == ()
        assert ledger.head() == (0, "0" * 64)


def test_comments_and_signatures_stand_in_the_life(ledger: Ledger, first: int) -> None:
    ledger.notes.add(first, "comment", "请园林局说明选址进度", "王")
    ledger.notes.add(first, "sign", "", "张副市长")
    assert [(note.kind, note.author) for note in ledger.notes.of(first)] == [("comment", "王"), ("sign", "张副市长")]
    assert [event.action for event in ledger.life(first)][:2] == ["sign", "comment"]
    with pytest.raises(LedgerError, match="words"):
        ledger.notes.add(first, "comment", " ", "王")


def test_the_story_tells_each_field_before_and_after(ledger: Ledger, first: int) -> None:
    ledger.edit_task(first, {"due": "2020-09-30"}, "王")
    ledger.edit_task(first, {"due": "2020-10-31"}, "李")
    number = ledger.progress.draft(first, "市园林局", "李", value=4)
    ledger.progress.submit(number, "李")
    submit, draft, later, earlier, assigned, made = ledger.life(first)
    assert told(later, first) == (FieldChange("tasks", "due", "2020-09-30", "2020-10-31"),)
    assert told(earlier, first) == (FieldChange("tasks", "due", None, "2020-09-30"),)
    assert told(assigned, first) == (FieldChange("tasks", "lead", None, ["市园林局"]),)
    assert told(made, first) == (FieldChange("tasks", "sentence", None, SENTENCES[0]),)
    assert FieldChange("progress", "value", None, "4") in told(draft, first)
    assert FieldChange("progress", "state", "draft", "submitted") in told(submit, first)
    assert told(later, first + 1) == ()
