"""The product's own scores: right on a small gold folder, and equal to those of the reference program."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import taizhang
from taizhang.extraction.scoring import GoldError, Scores, load_gold, score_reading

TEXT = "二、2031年主要任务\n全年工业投资增长8%左右。新建公园12个，建成北湖大桥。\n"


def record(quote: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote, **fields}


def growth(**fields: Any) -> dict[str, Any]:
    base = {"indicator": "工业投资", "aspect": "growth", "value": 8, "unit": "%", "bound": "approx", "mode": "target"}
    return record("8%", **{**base, **fields})


def parks(**fields: Any) -> dict[str, Any]:
    base = {"indicator": "新建公园", "aspect": "value", "value": 12, "unit": "个", "bound": "exact", "mode": "target"}
    return record("12个", **{**base, **fields})


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gold" / "lakeside-2031"
    folder.mkdir(parents=True)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "lakeside-2031.txt").write_text(TEXT, encoding="utf-8")
    write(folder / "figures.jsonl", [growth(headline=True), parks()])
    write(folder / "milestones.jsonl", [record("建成北湖大桥", stage="finish")])
    (folder / "meta.json").write_text(json.dumps({"year": 2031, "sections": [{"s": "1.1", "kind": "plan_year"}]}))
    return folder


def write(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records), encoding="utf-8")


def score(folder: Path, figures: list[dict[str, Any]]) -> Scores:
    section = {"kind": "plan_year", "start": 0, "end": len(TEXT)}
    report = {"year": 2031, "sections": [section]}
    milestones = [record("建成北湖大桥", stage="start")]
    reading = {"report": report, "figures": figures, "targets": [growth()], "milestones": milestones, "tasks": []}
    return score_reading(load_gold(folder), reading)


def test_a_right_reading_has_full_marks(gold_folder: Path) -> None:
    rates = score(gold_folder, [growth(), parks()]).rates()
    assert rates.pop("milestones_stage") == 0
    assert set(rates.values()) == {1.0}


def test_each_wrong_field_costs_its_measure_and_strict(gold_folder: Path) -> None:
    scores = score(gold_folder, [growth(bound="exact"), parks(indicator="新建学校")])
    rates = scores.rates()
    assert (rates["found"], rates["bound"], rates["indicator"], rates["strict"]) == (1.0, 0.5, 0.5, 0.0)
    assert [error.kind for error in scores.errors[:2]] == ["bound", "indicator"]
    assert "«8%»左右" in scores.errors[0].context


def test_missed_and_invented_figures_cost_found(gold_folder: Path) -> None:
    scores = score(gold_folder, [growth(), {**parks(), **record("2031年")}])
    assert scores.rates()["found"] == 0.5
    assert [error.kind for error in scores.errors[:2]] == ["missed", "invented"]


def test_doubt_counts_marked_wrong_figures(gold_folder: Path) -> None:
    shares = score(gold_folder, [growth(sure="review", value=9), parks(value=13)]).doubt.shares()
    assert shares == {"caught": 0.5, "marked": 0.5}


def test_pooling_adds_counts(gold_folder: Path) -> None:
    pooled = Scores()
    pooled.merge(score(gold_folder, [growth(), parks()]))
    pooled.merge(score(gold_folder, []))
    assert pooled.rates()["found"] == round(2 * 2 / 6, 4)


def test_a_bad_folder_is_named(tmp_path: Path, gold_folder: Path) -> None:
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "nowhere")
    with pytest.raises(GoldError, match=r"figures\.jsonl is missing"):
        load_gold(tmp_path)
    write(gold_folder / "figures.jsonl", [{**parks(), "quote": "13个"}])
    with pytest.raises(GoldError, match=r"figures\.jsonl, line 1: the text has «12个»"):
        load_gold(gold_folder)
    (tmp_path / "reports" / "lakeside-2031.txt").unlink()
    with pytest.raises(GoldError, match=r"no text lakeside-2031\.txt"):
        load_gold(gold_folder)


@pytest.mark.parametrize("name", ["suzhou-2020", "hubei-2026"])
def test_the_reference_program_gives_the_same_scores(reference: Path, tmp_path: Path, name: str) -> None:
    gold = load_gold(reference / "gold" / name)
    reading = taizhang.read(gold.text_path).to_dict()
    # Marks of every kind are exercised by a reading that is not all right.
    reading["milestones"] += gold.milestones[:3]
    reading["tasks"] += gold.tasks[:3] if not reading["tasks"] else []
    path = tmp_path / "reading.json"
    path.write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
    script = reference / "gold" / "score.py"
    command = [sys.executable, str(script), str(reference / "gold" / name), str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert score_reading(gold, reading).rates() == json.loads(printed)
