"""Every page over the example city with its nine months of work: real sentences, real doubts, every state of a task."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import taizhang
from taizhang.exchange import carry_out, read_work_log
from taizhang.ledger import Ledger
from taizhang.web import create_app
from taizhang.web.permissions import actions
from tests.web.test_permissions import concrete

EXAMPLE = Path(__file__).parents[2] / "examples" / "suzhou"
# Places need a panel; a comparison needs two reports; nothing was kept for these numbers.
ABSENT = (
    *("/places", "/compare", "/tasks/{task_id:int}/evidence"),
    *("/reports/{report_id:int}/pages", "/reports/{report_id:int}/original"),
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with Ledger(tmp_path_factory.mktemp("example") / "demo.db") as ledger:
        ledger.clock = lambda: datetime(2020, 1, 10, 10, tzinfo=ledger.zone)
        path = EXAMPLE / "report.md"
        ledger.import_reading(taizhang.read(path), path.name, original=path.read_bytes())
        carry_out(ledger, read_work_log(EXAMPLE / "work-2020.csv"))
        yield TestClient(create_app(ledger))


PATHS = [path for method, path in actions() if method == "GET" and not path.startswith(ABSENT)]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_opens(path: str, language: str, example: TestClient) -> None:
    answer = example.get(concrete(path), params={"lang": language})
    assert answer.status_code == 200, answer.text[:300]


def test_every_task_opens(example: TestClient) -> None:
    for task in example.get("/api/v1/tasks").json():
        assert example.get(f"/tasks/{task['id']}").status_code == 200


def test_every_record_opens(example: TestClient) -> None:
    for table in ("figures", "targets", "milestones", "tasks"):
        for row in example.get(f"/api/v1/reports/1/{table}").json():
            assert example.get(f"/reports/1/records?at={row['start']}").status_code == 200, row
