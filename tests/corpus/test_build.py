"""Building a panel: every engine the same bytes, nothing read twice, bad files named."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from taizhang.corpus import Cluster, Cores, Engine, InProcess, PanelError, WorkerLostError, build, connect
from taizhang.corpus import engines as engines_module
from taizhang.corpus.bucket import Bucket, BucketTables
from taizhang.corpus.dealing import CAPACITY
from tests.corpus.conftest import EXAMPLE, hashes, multiplied


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A scheduler with two worker processes on this machine."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local:
        yield local.scheduler_address


def test_every_engine_gives_the_same_bytes(tmp_path: Path, cluster: str) -> None:
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", 40)
    panels: dict[str, Engine] = {"one": InProcess(), "cores": Cores(2), "cluster": Cluster(cluster)}
    for name, engine in panels.items():
        build(folder, tmp_path / name, engine)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "cores") == hashes(tmp_path / "cluster")
    assert len(list((tmp_path / "one" / "buckets").iterdir())) > 1


def test_a_second_build_reads_only_what_changed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", 40)
    first = build(folder, tmp_path / "panel", InProcess())
    assert (first.kept, first.read) == (0, 200)
    before = hashes(tmp_path / "panel")
    assert build(folder, tmp_path / "panel", InProcess()).read == 0
    assert hashes(tmp_path / "panel") == before
    changed = next(folder.iterdir())
    changed.write_text(changed.read_text(encoding="utf-8") + "再加一句。", encoding="utf-8")
    assert 0 < build(folder, tmp_path / "panel", InProcess()).read <= CAPACITY


class BrokenOffError(Exception):
    """A build that is broken off."""


class BreaksOff:
    """An engine that stops after the first bucket."""

    def run(self, buckets: Iterator[Bucket]) -> Iterator[BucketTables]:
        yield engines_module.read_bucket(next(buckets))
        raise BrokenOffError


def test_a_build_that_was_broken_off_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", 40)
    with pytest.raises(BrokenOffError):
        build(folder, tmp_path / "panel", BreaksOff())
    rest = build(folder, tmp_path / "panel", InProcess())
    assert 0 < rest.kept < 200
    assert rest.kept + rest.read == 200
    build(folder, tmp_path / "whole", InProcess())
    assert hashes(tmp_path / "panel") == hashes(tmp_path / "whole")


def die(_: Bucket) -> BucketTables:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_workers_that_die_in_a_row_stop_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines_module, "read_bucket", die)
    with pytest.raises(WorkerLostError, match="died in a row"):
        build(EXAMPLE, tmp_path / "panel", Cores(1))


def test_bad_files_are_problems_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for path in EXAMPLE.rglob("*.txt"):
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "2020浙江省.txt").write_bytes((EXAMPLE / "江苏省" / "2020江苏省.txt").read_bytes() + b"\n")
    (tmp_path / "in" / "copy.txt").write_bytes((EXAMPLE / "2019中国.txt").read_bytes())
    summary = build(tmp_path / "in", tmp_path / "panel", InProcess())
    assert summary.duplicates == 1
    connection = connect(tmp_path / "panel")
    problems = dict(connection.execute("select source, kind from problems where kind <> 'doubt'").fetchall())
    copy = next(source for source, kind in problems.items() if kind == "copy")
    assert copy in ("copy.txt", "2019中国.txt")
    assert problems == {"empty.txt": "unreadable", "2020浙江省.txt": "place conflict", copy: "copy"}
    # The same report under two names is kept once, and the other copy is listed.
    assert connection.execute("select count(*) from reports where adcode = '320000' and year = 2020").fetchone() == (1,)
    assert connection.execute("select count(*) from duplicates").fetchone() == (1,)


def test_a_folder_that_is_no_panel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.docx").write_bytes(b"precious")
    with pytest.raises(PanelError, match="other files"):
        build(EXAMPLE, tmp_path / "other", InProcess())
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["thesis.docx"]
    (tmp_path / "nothing").mkdir()
    with pytest.raises(PanelError, match="no report"):
        build(tmp_path / "nothing", tmp_path / "panel", InProcess())


def test_the_command_builds_asks_and_searches(tmp_path: Path) -> None:
    def run(*words: str) -> str:
        command = [sys.executable, "-m", "taizhang.cli", "corpus", *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    panel = str(tmp_path / "panel")
    assert "5 reports of 2 places" in run("build", str(EXAMPLE), "--out", panel, "--workers", "1")
    assert "数据中心" in run("search", panel, "数据中心")
    assert run("sql", panel, "select count(*) as n from reports").split() == ["n", "5"]
    assert "rows" in run("panel", panel, "--out", str(tmp_path / "p.xlsx"), "--codes", "gdp,cpi")
    failed = subprocess.run(
        [sys.executable, "-m", "taizhang.cli", "corpus", "sql", panel, "select nothing from nowhere"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode == 1
    assert "nowhere" in failed.stderr
