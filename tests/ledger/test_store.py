"""Reports, tasks and edits in the store."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

import taizhang
from taizhang.ledger import Ledger, LedgerError, StaleEditError, schema
from tests.ledger.conftest import SENTENCES, reading_of


def titles(ledger: Ledger) -> dict[int, str]:
    return {task.id: task.title for task in ledger.tasks()}


def test_a_report_comes_back_as_it_was_read(ledger: Ledger) -> None:
    reading = reading_of(SENTENCES)
    done = ledger.import_reading(reading, "report.txt")
    assert (done.unchanged, done.new) == (False, len(SENTENCES))
    assert ledger.read_report(done.report_id).reading == reading
    assert [task.sentence for task in ledger.tasks()] == SENTENCES


def test_the_same_report_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    before = ledger.head(), ledger.tasks()
    assert ledger.import_reading(reading_of(SENTENCES), "again.txt").unchanged
    assert (ledger.head(), ledger.tasks()) == before


def test_a_corrected_text_keeps_ids_and_edits(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    ids = {task.sentence: task.id for task in ledger.tasks()}
    ledger.edit_task(ids[SENTENCES[1]], {"lead": ["市交通局"], "due": "2020-06-30"}, "王")
    ledger.edit_task(ids[SENTENCES[2]], {"lead": ["市教育局"]}, "王")
    ledger.edit_task(ids[SENTENCES[3]], {"remark": "待定"}, "王")
    changed = [
        SENTENCES[5],
        "建成轨道交通1号线并投用。",
        SENTENCES[2],
        SENTENCES[4],
        "新增充电桩2000个。",
        SENTENCES[0],
    ]
    done = ledger.import_reading(reading_of(changed), "corrected.txt")
    tasks = {task.id: task for task in ledger.tasks(state=None)}
    assert done.version == 2
    assert done.conflicts == 2
    assert tasks[ids[SENTENCES[1]]].lead == ("市交通局",)
    assert tasks[ids[SENTENCES[1]]].due == "2020-06-30"
    assert tasks[ids[SENTENCES[1]]].sentence == "建成轨道交通1号线并投用。"
    assert tasks[ids[SENTENCES[2]]].lead == ("市教育局",)
    assert tasks[ids[SENTENCES[2]]].conflicts == ()
    assert tasks[ids[SENTENCES[3]]].state == "vanished"
    assert tasks[ids[SENTENCES[3]]].remark == "待定"
    assert {(conflict.task_id, conflict.kind) for conflict in ledger.conflicts()} == {
        (ids[SENTENCES[1]], "changed"),
        (ids[SENTENCES[3]], "vanished"),
    }
    assert tasks[ids[SENTENCES[0]]].start == reading_of(changed).report.text.index(SENTENCES[0])
    assert len(tasks) == len(SENTENCES) + 1


def test_another_year_is_another_report(ledger: Ledger) -> None:
    first = ledger.import_reading(reading_of(SENTENCES), "a.txt")
    other = ledger.import_reading(reading_of(SENTENCES[:2], session="市十届人大二次会议"), "b.txt")
    assert first.report_id != other.report_id
    assert len(ledger.reports()) == 2


def test_an_edit_can_be_taken_back(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    task = ledger.tasks()[0]
    ledger.edit_task(task.id, {"title": "新建口袋公园10个"}, "王", seen=task.revision)
    assert ledger.task(task.id).as_read == {"title": "新建公园10个"}
    ledger.edit_task(task.id, {"title": "新建公园10个"}, "王")
    assert ledger.task(task.id).as_read == {}


def test_a_stale_edit_is_refused_and_changes_nothing(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    task = ledger.tasks()[0]
    ledger.edit_task(task.id, {"remark": "甲"}, "王", seen=task.revision)
    before = ledger.head()
    with pytest.raises(StaleEditError, match="changed meanwhile"):
        ledger.edit_task(task.id, {"remark": "乙"}, "李", seen=task.revision)
    assert ledger.task(task.id).remark == "甲"
    assert ledger.head() == before


def test_many_tasks_are_edited_together_or_not_at_all(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    tasks = ledger.tasks()
    ledger.edit_task(tasks[2].id, {"remark": "先"}, "李")
    with pytest.raises(StaleEditError):
        ledger.edit_tasks({task.id: task.revision for task in tasks}, {"lead": ["市政府办"]}, "王")
    assert all(task.lead == () for task in ledger.tasks())
    ledger.edit_tasks({task.id: task.revision for task in ledger.tasks()}, {"lead": ["市政府办"]}, "王")
    assert all(task.lead == ("市政府办",) for task in ledger.tasks())


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"due": "2020-02-30"}, "due"),
        ({"sentence": "别的"}, "sentence"),
        ({"lead": "市教育局"}, "list of units"),
        ({"title": "  "}, "words"),
        ({"remark": "长" * 3000}, "2000"),
        ({"livelihood": "yes"}, "true or false"),
    ],
)
def test_bad_values_are_named(ledger: Ledger, values: dict[str, object], said: str) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    before = ledger.head()
    with pytest.raises(LedgerError, match=said):
        ledger.edit_task(ledger.tasks()[0].id, values, "王")
    assert ledger.head() == before


def test_split_merge_drop_and_add_keep_the_past(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    first, second, third, *_ = ledger.tasks()
    ledger.edit_task(first.id, {"lead": ["市园林局"]}, "王")
    parts = ledger.split_task(first.id, ["新建公园6个", "改建公园4个"], "王")
    assert [ledger.task(part).ancestors for part in parts] == [(first.id,), (first.id,)]
    assert ledger.task(parts[0]).lead == ("市园林局",)
    assert ledger.task(first.id).state == "split"
    merged = ledger.merge_tasks({second.id: None, third.id: None}, "交通与学位", "王")
    assert ledger.task(merged).ancestors == (second.id, third.id)
    assert len(ledger.task(merged).goals) == 2
    ledger.drop_task(merged, "并入专项规划", "王")
    assert ledger.life(merged)[0].note == "并入专项规划"
    added = ledger.add_task("落实专题会议纪要", "李", source="市政府专题会议纪要第3号", values={"lead": ["市政府办"]})
    assert (ledger.task(added).origin, ledger.task(added).lead) == ("paper", ("市政府办",))
    with pytest.raises(LedgerError, match="reason"):
        ledger.drop_task(added, " ", "王")
    # A later reading of the same text brings nothing back that people decided.
    ledger.import_reading(reading_of([*SENTENCES, "新增车位3000个。"]), "more.txt")
    assert ledger.task(first.id).state == "split"
    assert ledger.task(parts[0]).state == "standing"


def test_a_conflict_is_settled_once(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    task = ledger.tasks()[1]
    ledger.edit_task(task.id, {"title": "建成1号线", "lead": ["市交通局"]}, "王")
    ledger.import_reading(reading_of([SENTENCES[0], "建成轨道交通1号线二期。", *SENTENCES[2:]]), "new.txt")
    conflict = ledger.conflicts()[0]
    ledger.settle_conflict(conflict.id, keep_edit=False, actor="王")
    assert ledger.task(task.id).title == "建成轨道交通1号线二期"
    assert ledger.task(task.id).lead == ("市交通局",)
    assert ledger.conflicts() == ()
    with pytest.raises(LedgerError, match="settled already"):
        ledger.settle_conflict(conflict.id, keep_edit=True, actor="王")


def test_every_change_is_an_event_with_before_and_after(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt", actor="王")
    task = ledger.tasks()[0]
    ledger.edit_task(task.id, {"remark": "甲"}, "李")
    event = ledger.life(task.id)[0]
    assert (event.actor, event.action) == ("李", "edit")
    change = next(change for change in event.changes if change.table == "edits")
    assert (change.before, change.after["value"] if change.after else None) == (None, "甲")
    assert event.previous == ledger.events()[-2].hash


def break_off(ledger: Ledger) -> None:
    with ledger.writing("王", "edit") as work:
        work.change(schema.tasks, 1, {"title": "x"})
        raise RuntimeError("broken")


def test_a_failing_write_leaves_no_trace(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    before = ledger.head(), ledger.tasks()
    with pytest.raises(RuntimeError, match="broken"):
        break_off(ledger)
    assert (ledger.head(), ledger.tasks()) == before


def test_migrations_build_the_schema(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_other_files_are_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "photo.taizhang").write_bytes(b"\x89PNG" * 1000)
    with pytest.raises(LedgerError, match=r"photo\.taizhang"):
        Ledger(tmp_path / "photo.taizhang")
    with pytest.raises(LedgerError, match="postgresql"):
        Ledger("mysql://localhost/x")


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.taizhang"
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = 'z999'")
    with pytest.raises(LedgerError, match="newer"):
        Ledger(path)


def test_the_package_offers_the_ledger_without_loading_it_for_readers() -> None:
    program = (
        "import sys, taizhang; assert 'sqlalchemy' not in sys.modules; assert taizhang.Ledger.__name__ == 'Ledger'"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    with pytest.raises(AttributeError):
        taizhang.__getattr__("NoSuchThing")
