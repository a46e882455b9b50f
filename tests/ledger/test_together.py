"""Many at once, and the worst moment to die: no lost update, nothing acknowledged is gone, the chain is whole."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from taizhang.ledger import Ledger, StaleEditError, audit
from tests.ledger.conftest import SENTENCES, reading_of

PROJECT = Path(__file__).parents[2]
ROWS, USERS = 1000, 10


def count_up(place: str, user: int, edits: int, start: threading.Barrier) -> tuple[Counter[int], list[str]]:
    """Raise the remark of many tasks by one, each after looking; how often by task, and what refusals said.

    Every other edit goes to the same twenty tasks, so that users meet.
    """
    chance = random.Random(user)
    rows = [chance.randint(1, 20) if turn % 2 else 1 + (user * edits + turn) % ROWS for turn in range(edits)]
    done: Counter[int] = Counter()
    refused = []
    with Ledger(place) as ledger:
        start.wait()
        for row in rows:
            while True:
                task = ledger.task(row)
                try:
                    ledger.edit_task(row, {"remark": str(int(task.remark or 0) + 1)}, f"user {user}", task.revision)
                except StaleEditError as stale:
                    refused.append(str(stale))
                else:
                    done[row] += 1
                    break
    return done, refused


def many_at_once(place: str, edits: int) -> int:
    """Ten users edit at once; returns how many edits were refused as stale."""
    with Ledger(place) as ledger:
        ledger.import_reading(reading_of([f"新建第{number}号公园。" for number in range(ROWS)]), "report.txt")
        start = threading.Barrier(USERS)
        with ThreadPoolExecutor(USERS) as pool:
            results = list(pool.map(lambda user: count_up(place, user, edits, start), range(USERS)))
        wanted: Counter[int] = sum((done for done, _ in results), Counter())
        assert wanted.total() == USERS * edits
        assert {task.id: int(task.remark or 0) for task in ledger.tasks() if task.remark} == dict(wanted)
        assert len(ledger.events(limit=10**6)) == 1 + USERS * edits
        assert audit(ledger).whole
    refusals = [told for _, refused in results for told in refused]
    assert all("remark" in told for told in refusals)  # each says what changed meanwhile
    return len(refusals)


def test_ten_users_edit_a_thousand_rows(place: str) -> None:
    many_at_once(place, edits=30)


@pytest.mark.prove
def test_ten_users_edit_a_thousand_rows_a_thousand_times_each(place: str) -> None:
    assert many_at_once(place, edits=1000) > 0


def killed_under_load(place: str, chance: random.Random) -> int:
    """Start the busy writer, kill it while it writes, and look for every edit that it acknowledged."""
    command = [sys.executable, "-m", "tests.ledger.busy_writer", place, "4"]
    known = {**os.environ, "PYTHONPATH": f"{PROJECT / 'src'}{os.pathsep}{PROJECT}"}
    with subprocess.Popen(command, cwd=PROJECT, env=known, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        time.sleep(chance.uniform(0.05, 0.6))
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    last = {}
    for line in lines:
        if line.endswith("\n"):
            task, count = line.split()
            last[int(task)] = int(count)
    with Ledger(place) as ledger:
        for task_id, count in last.items():
            # One more may have been written whose word did not get out.
            assert int(ledger.task(task_id).remark) in (count, count + 1)
        assert audit(ledger).whole
    return len(lines)


@pytest.mark.parametrize("times", [5, pytest.param(100, marks=pytest.mark.prove)])
def test_every_acknowledged_change_outlives_kill_9(place: str, times: int) -> None:
    chance = random.Random(times)
    with Ledger(place) as ledger:
        ledger.import_reading(reading_of(SENTENCES), "report.txt")
    acknowledged = sum(killed_under_load(place, chance) for _ in range(times))
    assert acknowledged > times
