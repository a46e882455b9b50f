"""`taizhang benchmark` prints scores, doubt and errors, and refuses a folder that is no gold."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from taizhang.cli.app import app

TEXT = "二、2031年主要任务\n全年工业投资增长8%左右。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "gold" / "lakeside-2031"
    made.mkdir(parents=True)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "lakeside-2031.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("8%")
    figure = {"start": start, "end": start + 2, "quote": "8%", "indicator": "工业投资", "aspect": "growth"}
    figure |= {"value": 8, "unit": "%", "bound": "approx", "mode": "target"}
    missed = {**figure, "start": start + 2, "end": start + 4, "quote": "左右", "value": 1}
    lines = [json.dumps(row, ensure_ascii=False) for row in (figure, missed)]
    (made / "figures.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (made / "meta.json").write_text(json.dumps({"year": 2031}), encoding="utf-8")
    return made


def test_json_holds_scores_doubt_and_errors(folder: Path) -> None:
    texts = folder.parent.parent / "texts"
    result = CliRunner().invoke(app, ["benchmark", str(folder), "--reports", str(texts), "--json", "--errors", "9"])
    assert result.exit_code == 0, result.output
    printed = json.loads(result.stdout)
    assert printed["scores"] == printed["reports"]["lakeside-2031"]
    assert printed["scores"]["found"] == 0.6667
    assert set(printed["doubt"]) == {"caught", "marked"}
    worst = printed["errors"][0]
    assert (worst["kind"], worst["context"]) == ("missed", "二、2031年主要任务 全年工业投资增长8%«左右»。")


def test_the_table_shows_each_measure_and_the_errors(folder: Path) -> None:
    texts = folder.parent.parent / "texts"
    result = CliRunner().invoke(app, ["benchmark", str(folder), "--reports", str(texts), "--errors", "1"])
    assert result.exit_code == 0, result.output
    for word in ("found", "strict", "marked for review: ", "missed"):
        assert word in result.stdout


def test_a_bad_folder_is_a_clear_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["benchmark", str(tmp_path)])
    assert result.exit_code == 1
    assert "no gold folder, figures.jsonl is missing" in result.output
