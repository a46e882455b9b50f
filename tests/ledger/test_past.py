"""The ledger as it stood on a past day, and a ledger of an earlier program."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taizhang.ledger import Ledger, LedgerError, Node, audit
from tests.ledger.conftest import SENTENCES, reading_of

FIRST_TABLES = {
    *("reports", "versions", "tasks", "edits", "ancestors", "conflicts", "corrections"),
    *("events", "touched", "head", "alembic_version"),
}


def on(ledger: Ledger, month: int, day: int) -> None:
    """Set the ledger's clock to noon of a day of 2020."""
    ledger.clock = lambda: datetime(2020, month, day, 4, 0, tzinfo=UTC)


def test_a_past_day_is_seen_as_it_was(ledger: Ledger) -> None:
    on(ledger, 1, 10)
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    january = ledger.tasks(), ledger.head(), ledger.read_report(1)
    on(ledger, 3, 1)
    ledger.edit_task(1, {"lead": ["市园林局"], "due": "2020-06-30"}, "王")
    ledger.plans.set(1, (Node("2020-06-30", 4),), "李", goal="10")
    number = ledger.progress.draft(1, "市园林局", "李", goal="10", value="2.5")
    ledger.progress.submit(number, "李")
    march = ledger.tasks(), ledger.plans.all(), ledger.progress.latest(), ledger.life(1)
    on(ledger, 6, 20)
    ledger.progress.accept(number, "王")
    ledger.requests.approve(ledger.requests.ask(1, "extension", "拆迁", "李", {"due": "2020-12-31"}), "王")
    ledger.import_reading(reading_of(SENTENCES[:3]), "shorter.txt")
    ledger.people.add("admin", "correct horse battery", "administrator", "admin")
    ledger.evidence.attach(1, "a.jpg", b"picture", "李")

    with ledger.as_of(date(2020, 2, 28)) as past:
        assert (past.tasks(), past.head(), past.read_report(1)) == january
        assert past.today() == "2020-02-28"
    with ledger.as_of(date(2020, 3, 1)) as past:
        assert (past.tasks(), past.plans.all(), past.progress.latest(), past.life(1)) == march
        with pytest.raises(LedgerError, match="past"):
            past.edit_task(1, {"remark": "x"}, "王")
    with ledger.as_of(date(2020, 12, 31)) as past:
        assert past.tasks(state=None) == ledger.tasks(state=None)
        assert past.conflicts() == ledger.conflicts()
    with ledger.as_of(date(2019, 12, 31)) as past:
        assert past.reports() == ()


def test_a_ledger_of_an_earlier_program_is_brought_up_to_date(tmp_path: Path) -> None:
    """Put the tables back to those of the first program by hand: opening brings them forward with all they hold."""
    path = tmp_path / "old.taizhang"
    with Ledger(path) as ledger:
        ledger.import_reading(reading_of(SENTENCES), "report.txt")
        before = ledger.tasks(), ledger.head()
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in tables - FIRST_TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE tasks DROP COLUMN done")
        connection.execute("UPDATE alembic_version SET version_num = 'a001'")
        connection.commit()
    with Ledger(path) as ledger:
        assert (ledger.tasks(), ledger.head()) == before
        assert audit(ledger).whole
        ledger.notes.add(1, "comment", "已阅", "王")
