"""A year's work written down in a table, carried out on a ledger."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import taizhang
from taizhang.exchange import carry_out, plan_import, read_office_table, read_work_log
from taizhang.ledger import Ledger, LedgerError, audit, standings
from taizhang.monitoring import ruleset
from taizhang.web import create_app
from tests.office_suite import opened

EXAMPLE = Path(__file__).parents[2] / "examples" / "suzhou"
HEADING = "day,actor,action,task,goal,value,stage,words\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "demo.db") as made:
        made.clock = lambda: datetime(2020, 1, 10, 10, tzinfo=made.zone)
        made.import_reading(taizhang.read(EXAMPLE / "report.md"), "report.md")
        yield made


def test_the_example_shows_a_year_at_work(ledger: Ledger) -> None:
    carry_out(ledger, read_work_log(EXAMPLE / "work-2020.csv"))
    assert ledger.today() == "2020-09-30"
    tasks = ledger.tasks()
    assert sum(bool(task.lead) for task in tasks) >= 0.9 * len(tasks)
    states = {one.shown.state for one in standings(ledger, ruleset("xuancheng"))}
    assert {"done", "on_pace", "behind", "not_started", "not_due"} <= states
    assert {one.state for one in ledger.progress.all(("submitted", "accepted", "returned"))} == {
        *("submitted", "accepted", "returned")
    }
    assert [one.state for one in ledger.requests.all(open_only=False)] == ["open", "approved"]
    assert any(task.key_project for task in tasks)
    assert audit(ledger).whole


def log(folder: Path, *rows: str) -> Path:
    path = folder / "work.csv"
    path.write_text(HEADING + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2020-03-01,王,dance,,,,,", "line 3: there is no action 'dance'"),
        ("2020-01-01,王,assign,,,,,", "line 3: 2020-01-01 comes before the day above it"),
        ("2020-03-01,王,assign", "line 3: a row has 8 cells"),
    ],
)
def test_a_row_out_of_form_is_named(row: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=said):
        read_work_log(log(tmp_path, "2020-02-01,王,assign,,,,,", row))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "work.csv"
    path.write_text("day,who\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the columns must be day, actor"):
        read_work_log(path)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2020-03-01,王,comment,没有这件事,,,,好", "0 tasks hold"),
        ("2020-03-01,王,comment,推进,,,,好", "tasks hold '推进'; one is needed"),
        ("2020-03-01,王,accept,南湖快速路,,,,", "no report on '南湖快速路' waits"),
    ],
)
def test_a_row_that_fits_no_task_is_named(row: str, said: str, ledger: Ledger, tmp_path: Path) -> None:
    before = ledger.head()
    with pytest.raises(LedgerError, match=said):
        carry_out(ledger, read_work_log(log(tmp_path, row)))
    assert ledger.head() == before


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_years_table_opens_in_libreoffice_and_reads_back_the_same(
    kind: str, ledger: Ledger, tmp_path: Path
) -> None:
    carry_out(ledger, read_work_log(EXAMPLE / "work-2020.csv"))
    client = TestClient(create_app(ledger))
    written = tmp_path / f"table.{kind}"
    written.write_bytes(client.get(f"/tasks.{kind}").content)
    saved = opened(written, tmp_path / "saved", kind)
    table = read_office_table(saved.read_bytes(), saved.name, 2020)
    assert table.problems == ()
    steps = plan_import(table, ledger.tasks())
    assert len(steps) == len(ledger.tasks())
    assert [(step.row.task, step.values) for step in steps if step.kind != "same"] == []
