"""Readings and ledgers for the tests of the store."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

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


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.taizhang", clock=Clock()) as opened:
        yield opened
