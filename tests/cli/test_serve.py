"""`taizhang serve`: which ledger, and to whom."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from taizhang.cli import serve
from taizhang.cli.app import app
from taizhang.ledger import Ledger


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Addresses that the command would have served, in place of serving them."""
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(serve, "run", lambda _app, host, port, _browser: asked.append((host, port)))
    return asked


@pytest.mark.parametrize("words", [[], ["a.db", "--ledger", "b.db"]])
def test_one_ledger_must_be_named(words: list[str], served: list[tuple[str, int]]) -> None:
    done = CliRunner().invoke(app, ["serve", *words])
    assert done.exit_code != 0
    assert "name one ledger" in done.output
    assert served == []


@pytest.mark.parametrize("option", [[], ["--ledger"]])
def test_this_machine_alone_is_the_default(option: list[str], served: list[tuple[str, int]], tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["serve", *option, str(tmp_path / "city.db"), "--port", "9001"])
    assert done.exit_code == 0, done.output
    assert served == [("127.0.0.1", 9001)]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "office.example"])
def test_others_are_served_only_once_somebody_can_log_in(
    host: str, served: list[tuple[str, int]], tmp_path: Path
) -> None:
    file = tmp_path / "city.db"
    refused = CliRunner().invoke(app, ["serve", str(file), "--host", host])
    assert refused.exit_code != 0
    assert "no accounts" in refused.output
    assert served == []
    with Ledger(file) as ledger:
        ledger.people.add("王芳", "correct horse battery", "administrator", "测试")
    assert CliRunner().invoke(app, ["serve", str(file), "--host", host]).exit_code == 0
    assert served == [(host, 8017)]
