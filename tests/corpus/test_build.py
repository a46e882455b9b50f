"""Building a panel: every engine the same bytes, nothing read twice, bad files named."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from taizhang.corpus import Cluster, Cores, Engine, InProcess, PanelError, WorkerLostError, build, connect
from taizhang.corpus import engines as engines_module
from taizhang.corpus.bucket import Bucket, BucketTables
from taizhang.corpus.dealing import CAPACITY
from taizhang.corpus.loading import Loader
from taizhang.corpus.sources import Source
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


def test_any_mixture_of_files_is_read_and_place_and_year_are_found(tmp_path: Path) -> None:
    """Word, PDF, a zip with names of Chinese Windows, CSV, JSON lines and folders, each with a text of its own."""
    from docx import Document

    folder = tmp_path / "in"
    (folder / "江苏省" / "旧").mkdir(parents=True)
    text = (EXAMPLE / "江苏省" / "2020江苏省.txt").read_text(encoding="utf-8")
    bare = text.split("各位代表", 1)[1].replace("2019年", "").replace("2020年", "")
    document = Document()
    for line in text.replace("1200", "1201").splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "江苏省" / "report.docx"))
    (folder / "江苏省" / "旧" / "2018江苏省苏州市.txt").write_text("各位代表" + bare, encoding="utf-8")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("2017############.txt", "各位代表" + bare + "再一句。")
    packed = (folder / "more.zip").read_bytes().replace(b"#" * 12, "江苏省无锡市".encode("gb18030"))
    (folder / "more.zip").write_bytes(packed)
    quoted = ("各位代表" + bare + "又一句。").replace('"', '""')
    (folder / "table.csv").write_bytes(f'地区,年份,正文\n常州市,2016,"{quoted}"\n'.encode("gb18030"))
    record = {"place": "镇江市", "year": 2015, "text": "各位代表" + bare + "第四句。"}
    (folder / "rows.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "notes.xlsx").write_bytes(b"no report")
    summary = build(folder, tmp_path / "panel", InProcess())
    assert (summary.documents, summary.passed) == (5, {".xlsx": 1})
    connection = connect(tmp_path / "panel")
    found = connection.execute("select source, adcode, year from reports order by source").fetchall()
    assert found == [
        ("more.zip!2017江苏省无锡市.txt", "320200", 2017),
        ("rows.jsonl#1", "321100", 2015),
        ("table.csv#1", "320400", 2016),
        ("江苏省/report.docx", "320000", 2020),
        ("江苏省/旧/2018江苏省苏州市.txt", "320500", 2018),
    ]


def test_deleted_documents_leave_the_panel(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", 40)
    build(folder, tmp_path / "panel", InProcess())
    for path in sorted(folder.iterdir())[:150]:
        path.unlink()
    again = build(folder, tmp_path / "panel", InProcess())
    assert again.documents == 50
    assert connect(tmp_path / "panel").execute("select count(*) from all_reports").fetchone() == (50,)
    build(folder, tmp_path / "fresh", InProcess())
    assert hashes(tmp_path / "panel") == hashes(tmp_path / "fresh")


def test_a_copy_is_taken_when_the_first_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_bytes((EXAMPLE / "2019中国.txt").read_bytes())
    assert build(tmp_path / "in", tmp_path / "panel", InProcess()).duplicates == 1
    (kept,) = connect(tmp_path / "panel").execute("select source from reports").fetchone() or ("",)
    (tmp_path / "in" / kept).unlink()
    assert build(tmp_path / "in", tmp_path / "panel", InProcess()).duplicates == 0
    assert connect(tmp_path / "panel").execute("select count(*) from reports").fetchone() == (1,)


def test_a_file_that_vanishes_while_it_is_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(self: Loader, source: Source) -> bytes:
        raise FileNotFoundError(f"{source.name} is gone")

    monkeypatch.setattr(Loader, "load", load)
    build(EXAMPLE, tmp_path / "panel", InProcess())
    kinds = connect(tmp_path / "panel").execute("select kind, count(*) from problems group by kind").fetchall()
    assert kinds == [("unreadable", 5)]


def test_a_worker_of_another_version_is_refused(tmp_path: Path) -> None:
    class Other:
        def run(self, buckets: Iterator[Bucket]) -> Iterator[BucketTables]:
            for bucket in buckets:
                yield replace(engines_module.read_bucket(bucket), reader="another")

    with pytest.raises(PanelError, match="another version"):
        build(EXAMPLE, tmp_path / "panel", Other())


def test_a_panel_of_another_format_is_refused(tmp_path: Path) -> None:
    build(EXAMPLE, tmp_path / "panel", InProcess())
    (tmp_path / "panel" / "panel.json").write_text('{"format": "taizhang panel", "version": 1}', encoding="utf-8")
    for ask in (connect, lambda panel: build(EXAMPLE, panel, InProcess())):
        with pytest.raises(PanelError, match="another version"):
            ask(tmp_path / "panel")


def test_progress_counts_documents_up_to_all(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    build(EXAMPLE, tmp_path / "panel", InProcess(), lambda done, of: heard.append((done, of)))
    assert heard[-1] == (5, 5)


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
    run("panel", panel, "--out", str(tmp_path / "bare.csv"), "--codes", "gdp", "--no-shares")
    assert "environment" not in (tmp_path / "bare.csv").read_text(encoding="utf-8-sig")
    assert "20 rows" in run("shares", panel, "--out", str(tmp_path / "s.dta"), "--by-section")
    assert "2020,左右,soft" in run("wording", panel)
    assert "datapackage.json" in run("package", panel, "--out", str(tmp_path / "package"), "--codes", "gdp")
    failed = subprocess.run(
        [sys.executable, "-m", "taizhang.cli", "corpus", "sql", panel, "select nothing from nowhere"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode == 1
    assert "nowhere" in failed.stderr
