"""Accounts, sessions, patience with wrong passwords, and the table of permissions."""

from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from typer.testing import CliRunner

from taizhang.cli.app import app
from taizhang.ledger import Ledger, LedgerError, LoginRefusedError, allowed, people, permissions, schema
from tests.ledger.conftest import Clock

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hash with less work: what it costs is not tested here."""
    monkeypatch.setattr(people, "hasher", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def office(ledger: Ledger) -> Ledger:
    ledger.units.add("市教育局", "admin")
    ledger.people.add("admin", PASSWORD, "administrator", "admin")
    ledger.people.add("李", PASSWORD, "reporter", "admin", unit="市教育局")
    return ledger


def test_a_session_names_its_account(office: Ledger) -> None:
    token = office.people.login("李", PASSWORD, "10.0.0.1")
    account = office.people.account(token)
    assert account is not None
    assert (account.name, account.role, account.unit) == ("李", "reporter", "市教育局")
    office.people.logout(token)
    assert office.people.account(token) is None
    assert office.people.account("") is None


def test_neither_password_nor_token_lies_in_the_store(office: Ledger) -> None:
    token = office.people.login("李", PASSWORD, "10.0.0.1")
    with office.reading_state() as connection:
        rows = [str(row) for table in schema.metadata.sorted_tables for row in connection.execute(select(table))]
    assert not any(PASSWORD in row or token in row for row in rows)
    hashes = [row for row in rows if "$argon2id$" in row]
    assert len(hashes) == 2  # in the accounts, and in no event


def test_wrong_passwords_cost_patience(office: Ledger) -> None:
    for _ in range(5):
        with pytest.raises(LoginRefusedError) as refused:
            office.people.login("李", "wrong password", "10.0.0.1")
        assert refused.value.wait == 0
    clock = office.clock
    assert isinstance(clock, Clock)
    stopped = clock.moment
    office.clock = lambda: stopped
    with pytest.raises(LoginRefusedError) as refused:
        office.people.login("李", PASSWORD, "10.0.0.9")
    assert refused.value.wait > 0
    office.clock = lambda: stopped + timedelta(hours=1)
    assert office.people.login("李", PASSWORD, "10.0.0.1")


def test_a_session_ends_by_time_lock_and_new_password(office: Ledger) -> None:
    user = next(user for user in office.people.all() if user.name == "李")
    token = office.people.login("李", PASSWORD, "x")
    office.people.set_active(user.id, False, "admin")
    assert office.people.account(token) is None
    with pytest.raises(LoginRefusedError):
        office.people.login("李", PASSWORD, "x")
    office.people.set_active(user.id, True, "admin")
    token = office.people.login("李", PASSWORD, "x")
    office.people.set_password(user.id, "another long word", "admin")
    assert office.people.account(token) is None
    token = office.people.login("李", "another long word", "x")
    clock = office.clock
    assert isinstance(clock, Clock)
    clock.moment += timedelta(hours=13)
    assert office.people.account(token) is None


def test_accounts_are_checked(office: Ledger) -> None:
    with pytest.raises(LedgerError, match="unit"):
        office.people.add("张", PASSWORD, "reporter", "admin")
    with pytest.raises(LedgerError, match="no such unit"):
        office.people.add("张", PASSWORD, "reporter", "admin", unit="无此局")
    with pytest.raises(LedgerError, match="10 to 200"):
        office.people.add("张", "short", "office", "admin")
    with pytest.raises(LedgerError, match="already"):
        office.people.add("李", PASSWORD, "office", "admin")
    with pytest.raises(LedgerError, match="administrator must remain"):
        office.people.set_active(1, False, "admin")


def test_the_first_account_is_an_administrators(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="first account"):
        ledger.people.add("张", PASSWORD, "office", "张")
    assert ledger.people.all() == ()


def test_an_account_is_opened_and_its_password_set_from_the_command_line(tmp_path: Path) -> None:
    path = str(tmp_path / "city.db")
    Ledger(path).close()
    run = CliRunner().invoke
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    assert run(app, ["account", path, "admin", "--role", "administrator"], input=typed).exit_code == 0
    assert run(app, ["account", path, "admin"], input="another long word\nanother long word\n").exit_code == 0
    with Ledger(path) as ledger:
        assert [user.role for user in ledger.people.all()] == ["administrator"]
        assert ledger.people.login("admin", "another long word", "x")
    short = run(app, ["account", path, "张", "--role", "office"], input="short\nshort\n")
    assert short.exit_code == 1
    assert "10 to 200" in short.output


def test_the_table_of_permissions() -> None:
    assert all(allowed("administrator", action) for action in permissions())
    assert {action for action in permissions() if allowed("public", action)} == {"see_public", "give_feedback"}
    assert allowed("reporter", "report_progress", "市教育局", ("市教育局", "市财政局"))
    assert not allowed("reporter", "report_progress", "市卫健委", ("市教育局",))
    assert not allowed("reporter", "decide_progress")
    assert not allowed("nobody", "see_ledger")
    with pytest.raises(KeyError):
        allowed("office", "no_such_action")
