"""Whoever changes the store past the ledger is found, on either store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from typer.testing import CliRunner

from taizhang.cli.app import app
from taizhang.ledger import Ledger, Node, audit
from taizhang.ledger.events import chained
from taizhang.ledger.schema import edits, events, head, tasks, touched
from tests.ledger.conftest import SENTENCES, reading_of


@pytest.fixture
def worked(ledger: Ledger) -> Ledger:
    """A ledger with some work in it."""
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    for task in ledger.tasks()[:3]:
        ledger.edit_task(task.id, {"remark": "甲", "lead": ["市政府办"]}, "王")
    ledger.plans.set(1, (Node("2020-06-30", 4),), "李")
    number = ledger.progress.draft(1, "市政府办", "李", value="4.50")
    ledger.progress.submit(number, "李")
    ledger.evidence.attach(1, "a.jpg", b"\xff\x00picture", "李")
    ledger.drop_task(4, "重复", "王")
    return ledger


def test_an_honest_ledger_is_whole(worked: Ledger) -> None:
    found = audit(worked, exported=worked.head())
    assert found.whole, found.findings
    assert (found.number, found.hash) == worked.head()
    assert found.rows > len(SENTENCES)


def edit_row(connection: Connection) -> None:
    connection.execute(update(tasks).where(tasks.c.id == 2).values(title="别的"))


def add_row(connection: Connection) -> None:
    connection.execute(insert(edits).values(id=99, task_id=5, field="remark", value="偷偷"))


def take_row_away(connection: Connection) -> None:
    connection.execute(delete(edits).where(edits.c.id == 1))


def edit_event(connection: Connection) -> None:
    row = connection.execute(select(events.c.payload).where(events.c.number == 3)).scalar_one()
    connection.execute(update(events).where(events.c.number == 3).values(payload=row.replace("甲", "乙")))


def edit_actor(connection: Connection) -> None:
    connection.execute(update(events).where(events.c.number == 3).values(actor="别人"))


def remove_event(connection: Connection) -> None:
    connection.execute(delete(touched).where(touched.c.event == 3))
    connection.execute(delete(events).where(events.c.number == 3))


def close_the_gap(connection: Connection) -> None:
    remove_event(connection)
    connection.execute(delete(touched).where(touched.c.event > 3))
    for number in connection.execute(select(events.c.number).where(events.c.number > 3).order_by("number")).scalars():
        connection.execute(update(events).where(events.c.number == number).values(number=number - 1))


def insert_event(connection: Connection) -> None:
    last = connection.execute(select(head.c.number, head.c.hash)).one()
    forged = chained(last.number + 1, "2020-01-01", "王", "edit", '{"changes":[],"note":null}', "0" * 64)
    names = ("number", "at", "actor", "action", "payload", "previous", "hash")
    connection.execute(insert(events).values({name: getattr(forged, name) for name in names}))
    connection.execute(update(head).values(number=forged.number, hash=forged.hash))


def reorder_events(connection: Connection) -> None:
    names = ("at", "actor", "action", "payload", "previous", "hash")
    rows = connection.execute(select(events).where(events.c.number.in_((2, 3))).order_by(events.c.number)).mappings()
    second, third = [dict(row) for row in rows]
    for number, row in ((2, third), (3, second)):
        connection.execute(update(events).where(events.c.number == number).values({name: row[name] for name in names}))


def cut_tail(connection: Connection) -> None:
    last = connection.execute(select(head.c.number)).scalar_one()
    connection.execute(delete(touched).where(touched.c.event == last))
    connection.execute(delete(events).where(events.c.number == last))


def hide_from_life(connection: Connection) -> None:
    connection.execute(delete(touched).where(touched.c.event == 3))


@pytest.mark.parametrize(
    ("tamper", "kind", "said"),
    [
        (edit_row, "row", "tasks 2 was edited past the ledger: title"),
        (add_row, "row", "edits 99 was added"),
        (take_row_away, "row", "edits 1 was taken away"),
        (edit_event, "chain", "event 3 was edited"),
        (edit_actor, "chain", "event 3 was edited"),
        (remove_event, "chain", "event 3 is missing"),
        (close_the_gap, "chain", "event 3 does not follow"),
        (insert_event, "chain", "does not follow"),
        (reorder_events, "chain", "event 2 does not follow"),
        (cut_tail, "head", "the head row names"),
        (hide_from_life, "index", "event 3 is missing in the life of"),
    ],
)
def test_tampering_is_found(worked: Ledger, tamper: Callable[[Connection], None], kind: str, said: str) -> None:
    with worked.unaccounted() as connection:
        tamper(connection)
    first = audit(worked).findings[0]
    assert first.kind == kind
    assert said in first.message


def test_a_tail_cut_with_its_rows_shows_against_an_exported_head(worked: Ledger) -> None:
    """The cleverest cut: events, rows and head put back to an earlier, honest state."""
    exported = worked.head()
    before = worked.events(after=exported[0] - 2)[0]
    with worked.unaccounted() as connection:
        cut_tail(connection)
        connection.execute(update(head).values(number=before.number, hash=before.hash))
        connection.execute(update(tasks).where(tasks.c.id == 4).values(state="standing", revision=1))
    assert audit(worked).whole
    finding = audit(worked, exported).findings[0]
    assert (finding.kind, finding.event) == ("exported", exported[0])


def test_the_command_tells_and_fails(tmp_path: Path) -> None:
    path, kept = tmp_path / "city.db", tmp_path / "head.json"
    with Ledger(path) as ledger:
        ledger.import_reading(reading_of(SENTENCES), "report.txt")
    run = CliRunner().invoke
    assert run(app, ["audit", str(path), "--export", str(kept)]).exit_code == 0
    assert run(app, ["audit", str(path), "--head", str(kept)]).exit_code == 0
    with Ledger(path) as ledger, ledger.unaccounted() as connection:
        edit_row(connection)
    failed = run(app, ["audit", str(path), "--head", str(kept)])
    assert failed.exit_code == 1
    assert "tasks 2 was edited past the ledger: title" in failed.output
    missing = run(app, ["audit", str(tmp_path / "none.db")])
    assert missing.exit_code == 1
    assert not (tmp_path / "none.db").exists()
    kept.write_text("nothing", encoding="utf-8")
    assert "no exported head" in run(app, ["audit", str(path), "--head", str(kept)]).output
