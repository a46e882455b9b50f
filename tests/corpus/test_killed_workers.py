"""Workers killed at random in the middle of a build: nothing is lost, the panel is the same to the byte."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from taizhang.corpus import Cluster, Cores, InProcess, build
from tests.corpus.conftest import hashes, multiplied

PATIENCE = 1.0  # seconds to wait for a living worker before the next step of the build is waited for
Workers = Callable[[], list[int]]


class Killer:
    """Hears how far a build is, and kills one worker at each of so many random points of it."""

    def __init__(self, workers: Workers, times: int, documents: int) -> None:
        self.draw = random.Random()
        self.points = sorted(self.draw.sample(range(1, documents // 2), times))
        self.workers = workers
        self.killed: list[int] = []

    def __call__(self, done: int, of: int) -> None:
        # One at a step: a pool that lost a worker gets new ones only when the build goes on.
        if self.points and done >= self.points[0] and self.kill_one():
            self.points.pop(0)

    def kill_one(self) -> bool:
        """Kill a worker that lives; whether there was one."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            living = self.workers()
            if living:
                with suppress(psutil.NoSuchProcess):
                    chosen = self.draw.choice(living)
                    psutil.Process(chosen).kill()
                    self.killed.append(chosen)
                    return True
            time.sleep(0.05)
        return False


def workers_of_this_process() -> list[int]:
    """The worker processes below the fork server of this process."""
    return [
        worker.pid
        for server in psutil.Process().children()
        for worker in server.children()
        if worker.status() != psutil.STATUS_ZOMBIE
    ]


@contextmanager
def cluster() -> Iterator[tuple[str, Workers]]:
    """A Dask cluster of two worker processes, each with a nanny that starts it anew."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local:

        def living() -> list[int]:
            pids = [worker.pid for worker in local.workers.values()]
            return [pid for pid in pids if pid and psutil.pid_exists(pid)]

        yield local.scheduler_address, living


def prove_that_nothing_is_lost(
    tmp_path: Path, engine: Cores | Cluster, workers: Workers, copies: int, kills: int
) -> None:
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", copies)
    build(folder, tmp_path / "calm", InProcess())
    killer = Killer(workers, kills, copies * 5)
    build(folder, tmp_path / "panel", engine, killer)
    assert len(killer.killed) == kills
    assert hashes(tmp_path / "panel") == hashes(tmp_path / "calm")


@pytest.mark.parametrize(
    ("copies", "kills"), [pytest.param(80, 2), pytest.param(400, 10, marks=pytest.mark.prove)], ids=["two", "ten"]
)
def test_killed_workers_of_this_machine(tmp_path: Path, copies: int, kills: int) -> None:
    prove_that_nothing_is_lost(tmp_path, Cores(2), workers_of_this_process, copies, kills)


@pytest.mark.parametrize(
    ("copies", "kills"), [pytest.param(80, 2), pytest.param(400, 10, marks=pytest.mark.prove)], ids=["two", "ten"]
)
def test_killed_workers_of_a_cluster(tmp_path: Path, copies: int, kills: int) -> None:
    with cluster() as (address, workers):
        prove_that_nothing_is_lost(tmp_path, Cluster(address), workers, copies, kills)


def test_a_killed_build_leaves_no_worker_behind_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder, panel = multiplied(tmp_path / "in", 200), tmp_path / "panel"
    command = [
        sys.executable,
        "-m",
        "taizhang.cli",
        "corpus",
        "build",
        str(folder),
        "--out",
        str(panel),
        "--workers",
        "2",
    ]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while not list((panel / "buckets").glob("b*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    below = psutil.Process(running.pid).children(recursive=True)
    running.kill()
    running.wait()
    gone, alive = psutil.wait_procs(below, timeout=30)
    assert (len(gone) >= 3, alive) == (True, []), "the fork server and both workers"
    rest = build(folder, panel, InProcess())
    assert rest.kept > 0
    build(folder, tmp_path / "calm", InProcess())
    assert hashes(panel) == hashes(tmp_path / "calm")
