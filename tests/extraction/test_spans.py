"""What holds for targets, milestones and tasks of every report."""

from itertools import pairwise
from pathlib import Path

import pytest

import taizhang
from taizhang.model import Reading

SAMPLE = ("suzhou-2020", "neimenggu-2026", "jiangsu-2026", "national-2002", "national-2008", "sichuan-2026")


@pytest.fixture(scope="module", params=SAMPLE)
def reading(request: pytest.FixtureRequest, reference: Path) -> Reading:
    return taizhang.read(reference / "reports" / f"{request.param}.txt")


def test_quotes_are_the_text_of_their_spans_in_order(reading: Reading) -> None:
    text = reading.report.text
    for rows in (reading.targets, reading.milestones):
        assert [row.quote for row in rows] == [text[row.start : row.end] for row in rows]
        assert [row.start for row in rows] == sorted(row.start for row in rows)


def test_tasks_do_not_overlap_and_hold_their_goals(reading: Reading) -> None:
    assert all(before.end <= after.start for before, after in pairwise(reading.tasks))
    goals = {("figure", f.start, f.end) for f in reading.figures}
    goals |= {("milestone", m.start, m.end) for m in reading.milestones}
    for task in reading.tasks:
        assert task.title
        assert all(task.start <= goal.start < goal.end <= task.end for goal in task.goals)
        assert {(goal.type, goal.start, goal.end) for goal in task.goals} <= goals


def test_every_milestone_lies_in_a_sentence_that_promises(reading: Reading) -> None:
    promising = [s for s in reading.report.sections if s.kind in ("plan_year", "self_building")]
    for milestone in reading.milestones:
        assert any(section.start <= milestone.start < section.end for section in promising)


def test_headline_figures_are_the_numeric_targets(reading: Reading) -> None:
    marked = [(figure.start, figure.indicator, figure.code) for figure in reading.figures if figure.headline]
    assert marked == [(t.start, t.indicator, t.code) for t in reading.targets if t.unit is not None]
