"""`taizhang read FOLDER --out DIR`: many reports in one go."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from taizhang.cli import batch
from taizhang.cli.app import app

TEXT = (
    "2026年{place}政府工作报告\n各位代表：\n一、2025年工作回顾\n地区生产总值增长5%。\n"
    "二、2026年重点工作\n建成一条路，新建公园10个。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    (made / "south").mkdir(parents=True)
    (made / "hubei.txt").write_text(TEXT.format(place="湖北省"), encoding="utf-8")
    (made / "south" / "hunan.md").write_text(TEXT.format(place="湖南省"), encoding="utf-8")
    (made / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (made / "empty.txt").touch()
    (made / ".hidden").write_text("x")
    return made


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["read", *map(str, arguments)])
    return result.exit_code, result.output


def summary(out: Path) -> dict[str, dict[str, str]]:
    with (out / batch.SUMMARY).open(encoding="utf-8-sig", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def test_one_bad_file_never_stops_the_rest(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, shown = run(folder, "--out", out)
    rows = summary(out)
    assert code == 1
    assert {name: row["outcome"] for name, row in rows.items()} == {
        "broken.pdf": "failed",
        "empty.txt": "failed",
        "hubei.txt": "read",
        "south/hunan.md": "read",
    }
    assert "empty" in rows["empty.txt"]["message"]
    assert rows["hubei.txt"]["place"] == "湖北省"
    assert "2 read" in shown
    assert "2 failed" in shown
    assert json.loads((out / "south" / "hunan.md.json").read_text(encoding="utf-8"))["report"]["place"] == "湖南省"


def test_a_run_goes_on_where_it_stopped(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run(folder, "--out", out)
    (folder / "south" / "hunan.md").write_text(TEXT.format(place="海南省"), encoding="utf-8")
    asked = []
    read_apart = batch.read_apart
    monkeypatch.setattr(batch, "read_apart", lambda data, name: (asked.append(name), read_apart(data, name))[1])
    run(folder, "--out", out)
    assert "hubei.txt" not in asked
    assert summary(out)["hubei.txt"]["outcome"] == "unchanged"
    assert summary(out)["south/hunan.md"]["place"] == "海南省"


def test_a_rule_that_fails_on_one_file_does_not_stop_the_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = batch.extract

    def failing(report: object) -> object:
        if getattr(report, "place", "") == "湖北省":
            raise KeyError("rule")
        return extract(report)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "extract", failing)
    run(folder, "--out", tmp_path / "out")
    rows = summary(tmp_path / "out")
    assert "KeyError" in rows["hubei.txt"]["message"]
    assert rows["south/hunan.md"]["outcome"] == "read"


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("湖北/报告.txt", TEXT.format(place="湖北省"))
        file.writestr("../../escape.txt", TEXT.format(place="湖南省"))
    code, _ = run(archive, "--out", tmp_path / "out")
    assert code == 0
    assert (tmp_path / "out" / "湖北" / "报告.txt.json").exists()
    assert not list(tmp_path.parent.rglob("escape*"))


def test_a_folder_without_a_place_for_the_readings(folder: Path) -> None:
    code, shown = run(folder)
    assert code != 0
    assert "--out" in shown
