"""Backups of either store restore into either, whole or not at all."""

import gzip
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from taizhang.cli.app import app
from taizhang.ledger import DamagedBackupError, Ledger, LedgerError, audit, backup, restore
from tests.ledger.conftest import SENTENCES, reading_of


@pytest.fixture
def worked(ledger: Ledger) -> Ledger:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    ledger.edit_task(1, {"lead": ["市园林局"], "due": None}, "王")
    ledger.evidence.attach(1, "a.jpg", b"\xff\x00picture", "李")
    ledger.people.add("admin", "correct horse battery", "administrator", "admin")
    return ledger


@pytest.mark.parametrize("portable", [False, True], ids=["own form", "portable"])
@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_backup_comes_back_on_either_store(
    worked: Ledger, into: str, portable: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kept = backup(worked, tmp_path / "backup", portable)
    assert kept == worked.head()
    target = str(tmp_path / "new.db") if into == "sqlite" else request.getfixturevalue("new_database")()
    assert restore(tmp_path / "backup", target) == kept
    with Ledger(target) as again:
        assert audit(again, kept).whole
        assert again.tasks() == worked.tasks()
        assert again.read_report(1) == worked.read_report(1)
        assert again.evidence.content(1) == ("a.jpg", b"\xff\x00picture")
        again.edit_task(2, {"remark": "继续"}, "王")
        assert audit(again, kept).whole


def test_a_backup_while_others_write_is_one_state(worked: Ledger, tmp_path: Path) -> None:
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            worked.edit_task(2, {"remark": str(worked.head()[0])}, "李")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        heads = [backup(worked, tmp_path / f"b{n}", portable=bool(n % 2)) for n in range(4)]
    finally:
        over.set()
        writer.join()
    for n, kept in enumerate(heads):
        assert restore(tmp_path / f"b{n}", tmp_path / f"r{n}.db") == kept
    assert worked.head()[0] > heads[0][0]


def test_damaged_backups_leave_nothing(worked: Ledger, tmp_path: Path) -> None:
    backup(worked, tmp_path / "whole", portable=True)
    data = (tmp_path / "whole").read_bytes()
    lines = gzip.decompress(data).splitlines(keepends=True)
    damaged = {
        "cut": data[: len(data) // 2],
        "row missing": gzip.compress(b"".join(lines[:5] + lines[6:])),
        "no end": gzip.compress(b"".join(lines[:-1])),
        "other": gzip.compress(b"[]\n"),
        "flipped": data[:200] + bytes([data[200] ^ 1]) + data[201:],
    }
    for name, content in damaged.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DamagedBackupError, match=name):
            restore(tmp_path / name, tmp_path / "out.db")
        assert not (tmp_path / "out.db").exists(), name
    (tmp_path / "photo").write_bytes(b"\x89PNG" * 99)
    with pytest.raises(LedgerError, match="no backup"):
        restore(tmp_path / "photo", tmp_path / "out.db")


def test_a_forged_backup_does_not_pass_the_audit(worked: Ledger, tmp_path: Path) -> None:
    with worked.unaccounted() as connection:
        connection.exec_driver_sql("UPDATE tasks SET title = 'forged' WHERE id = 2")
    backup(worked, tmp_path / "forged", portable=True)
    with pytest.raises(DamagedBackupError, match="tasks 2 was edited past the ledger"):
        restore(tmp_path / "forged", tmp_path / "out.db")
    assert not (tmp_path / "out.db").exists()


def test_nothing_is_written_over(worked: Ledger, tmp_path: Path) -> None:
    backup(worked, tmp_path / "b")
    with pytest.raises(LedgerError, match="exists already"):
        backup(worked, tmp_path / "b")
    with pytest.raises(LedgerError, match=r"exists already|in use"):
        restore(tmp_path / "b", worked.where)
    assert audit(worked).whole


def test_the_commands(tmp_path: Path) -> None:
    with Ledger(tmp_path / "city.db") as ledger:
        ledger.import_reading(reading_of(SENTENCES), "report.txt")
        kept = ledger.head()
    run = CliRunner().invoke
    for number, options in enumerate(([], ["--portable"])):
        copy, again = str(tmp_path / f"copy{number}"), str(tmp_path / f"again{number}.db")
        assert run(app, ["backup", str(tmp_path / "city.db"), copy, *options]).exit_code == 0
        assert run(app, ["restore", copy, again]).exit_code == 0
        with Ledger(again) as ledger:
            assert ledger.head() == kept
    refused = run(app, ["restore", str(tmp_path / "copy0"), str(tmp_path / "city.db")])
    assert refused.exit_code == 1
    assert "exists already" in refused.output
