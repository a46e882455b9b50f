"""`kill -9` of the server while people write: what it answered for is in the ledger afterwards."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from taizhang.ledger import Ledger, audit
from tests.ledger.conftest import SENTENCES, reading_of

PROJECT = Path(__file__).parents[2]
WRITERS = 4
STARTS = 30.0  # seconds that a server may take to answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    deadline = time.monotonic() + STARTS
    while time.monotonic() < deadline:
        with suppress(httpx.HTTPError):
            httpx.get(address)
            return
        time.sleep(0.05)
    raise AssertionError("the server did not start")


def write_until_it_dies(address: str, writer: int, begin: int, acknowledged: list[tuple[int, str]]) -> None:
    """Comment on one task over and over; what was answered with success is acknowledged."""
    with suppress(httpx.HTTPError), httpx.Client(base_url=address) as client:
        page = client.get(f"/tasks/{writer}").text
        found = re.search(r'name="form_token" value="(\w+)"', page)
        assert found, page
        for count in range(begin, begin + 10_000):
            words = f"意见{writer}-{count}"
            sent = {"form_token": found[1], "words": words}
            if client.post(f"/tasks/{writer}/comment", data=sent).status_code == 303:
                acknowledged.append((writer, words))


def killed_while_serving(place: str, chance: random.Random, turn: int) -> list[tuple[int, str]]:
    """Serve the ledger, let people write, kill the server; what it acknowledged."""
    port = free_port()
    command = [sys.executable, "-m", "taizhang.cli", "serve", "--ledger", place, "--port", str(port)]
    known = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    acknowledged: list[tuple[int, str]] = []
    with subprocess.Popen(command, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/login")
            writers = [
                threading.Thread(target=write_until_it_dies, args=(address, number, turn * 10_000, acknowledged))
                for number in range(1, WRITERS + 1)
            ]
            for writer in writers:
                writer.start()
            deadline = time.monotonic() + STARTS
            while not acknowledged and time.monotonic() < deadline:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.0, 0.6))
        finally:
            server.send_signal(signal.SIGKILL)
    for writer in writers:
        writer.join()
    return acknowledged


@pytest.mark.parametrize("times", [5, pytest.param(100, marks=pytest.mark.prove)])
def test_what_the_server_acknowledged_outlives_kill_9(place: str, times: int) -> None:
    chance = random.Random(times)
    with Ledger(place) as ledger:
        ledger.import_reading(reading_of(SENTENCES), "report.txt")
    acknowledged = [pair for turn in range(times) for pair in killed_while_serving(place, chance, turn)]
    assert len(acknowledged) > times
    with Ledger(place) as ledger:
        held = {(number, note.words) for number in range(1, WRITERS + 1) for note in ledger.notes.of(number)}
        assert set(acknowledged) <= held
        assert audit(ledger).whole
