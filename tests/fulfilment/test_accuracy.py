"""Floors on annotated pairs of national reports, measured by the annotators' own scorer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import taizhang
from taizhang.exchange import comparison_record

FLOORS = {
    "headline": {"seen": 0.95, "precision": 0.9, "recall": 0.9, "actual": 0.95, "verdict": 0.85},
    "tasks": {"seen": 0.9, "precision": 0.8, "f1": 0.7, "actual": 0.9, "spoken": 0.6},
}
EXTRA = 0.35


@pytest.fixture(scope="module")
def scores(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    folder = tmp_path_factory.mktemp("comparisons")
    arguments: list[Path] = []
    for gold in sorted((reference / "gold" / "fulfilment").glob("national-*.jsonl")):
        _, earlier, later = gold.stem.split("-")
        reports = [reference / "reports" / f"national-{year}.txt" for year in (earlier, later)]
        said = folder / f"{gold.stem}.json"
        said.write_text(json.dumps(comparison_record(taizhang.compare(*reports))), encoding="utf-8")
        arguments += [gold, said]
    scorer = reference / "gold" / "score_fulfilment.py"
    done = subprocess.run([sys.executable, scorer, *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("kind", FLOORS)
def test_accuracy_stays_above_its_floor(scores: dict[str, dict[str, float]], kind: str) -> None:
    below = {name: scores[kind][name] for name, floor in FLOORS[kind].items() if scores[kind][name] < floor}
    assert not below


def test_few_answers_belong_to_no_promise(scores: dict[str, dict[str, float]]) -> None:
    assert scores["tasks"]["extra"] <= EXTRA
