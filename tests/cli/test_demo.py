import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

import taizhang
from taizhang.cli.serve import example_file
from taizhang.ledger import Ledger


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "taizhang.cli", *map(str, arguments)]


def answer(address: str, server: subprocess.Popen[bytes], seconds: float = 60) -> str:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            return urllib.request.urlopen(address).read().decode()
        except urllib.error.URLError:
            time.sleep(0.2)
    pytest.fail(f"{address} does not answer; the server's end: {server.poll()}")


@pytest.mark.parametrize("file", [None, example_file("report.md")], ids=["example", "file"])
def test_the_demo_answers_and_says_where(file: Path | None, tmp_path: Path) -> None:
    port = free_port()
    arguments = [*([file] if file else []), "--port", port, "--no-browser"]
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    server = subprocess.Popen(command("demo", *arguments), stdout=subprocess.PIPE, env=environment)
    try:
        assert "苏州" in answer(f"http://127.0.0.1:{port}/reports/1", server)
        assert server.stdout is not None
        assert f"http://127.0.0.1:{port}/" in server.stdout.readline().decode()
    finally:
        server.terminate()
        server.wait(20)


def test_a_taken_port_is_named_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = subprocess.run(command("demo", "--port", port, "--no-browser"), capture_output=True, timeout=120)
    assert run.returncode == 1
    assert f"port {port}" in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()


def test_a_missing_report_is_named() -> None:
    run = subprocess.run(command("demo", "nowhere.txt"), capture_output=True, timeout=120)
    assert run.returncode == 1
    assert "nowhere.txt" in run.stderr.decode()


def test_serve_makes_the_ledger_and_finds_it_again(tmp_path: Path) -> None:
    place = tmp_path / "city.db"
    with Ledger(place) as ledger:
        ledger.import_reading(taizhang.read(example_file("report.md")), "report.md")
    port = free_port()
    server = subprocess.Popen(command("serve", place, "--port", port), stdout=subprocess.DEVNULL)
    try:
        assert "苏州" in answer(f"http://127.0.0.1:{port}/", server)
    finally:
        server.terminate()
        server.wait(20)


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" * 100)
    run = subprocess.run(command("serve", tmp_path / "photo.db"), capture_output=True, timeout=120)
    assert run.returncode == 1
    assert "photo.db" in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()
