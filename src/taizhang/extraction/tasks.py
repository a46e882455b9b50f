"""Tasks: every sentence of promise, with its headings, goals, due date and who answers for it.

A bracket that closes a paragraph names who answers for all its sentences that have none of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from taizhang.extraction.outline import Judged
from taizhang.extraction.responsibility import Responsibility, responsibility, without_bracket
from taizhang.language.deadlines import deadline
from taizhang.model import Figure, Goal, Milestone, Task
from taizhang.reading import bare_title

# Reasons for a person to look at a task, by the rule of the outline that raised it.
REASONS = {
    "introducing": "位于标题与小标题之间，可能只是导语",
    "title_like": "形似小标题，可能统领后句",
    "attitude": "可能只是态度和要求，没有具体事项",
}


def find_tasks(
    judged: Sequence[Judged], figures: Sequence[Figure], milestones: Sequence[Milestone], year: int | None
) -> list[Task]:
    """The tasks among the judged statements, in order of the text."""
    checked = {Goal("figure", f.start, f.end) for f in figures} | {
        Goal("milestone", m.start, m.end) for m in milestones
    }
    goals = sorted(checked, key=lambda goal: (goal.start, goal.end))
    starts = [goal.start for goal in goals]
    found: list[Task] = []
    rows = [row for row in judged if row.kind == "task"]
    for _, run in groupby(rows, key=lambda row: row.statement.paragraph):
        paragraph = list(run)
        closing = responsibility(paragraph[-1].statement.text)
        for row in paragraph:
            who = responsibility(row.statement.text) or (closing if len(paragraph) > 1 else None)
            found.append(task_of(row, who or Responsibility(), goals, starts, year))
    return found


def task_of(row: Judged, who: Responsibility, goals: Sequence[Goal], starts: Sequence[int], year: int | None) -> Task:
    """The record of one statement of promise."""
    statement = row.statement
    inside = tuple(goals[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)])
    due, assumed = due_date(statement.text, bool(inside), year)
    return Task(
        start=statement.start,
        end=statement.end,
        title=bare_title(without_bracket(statement.text)),
        path=row.path,
        goals=inside,
        due=due,
        due_assumed=assumed,
        livelihood=row.livelihood,
        lead=who.lead,
        support=who.support,
        sure="review" if row.rule in REASONS else "certain",
        reason=REASONS.get(row.rule),
    )


def due_date(text: str, checkable: bool, year: int | None) -> tuple[str | None, bool]:
    """The day a task is due, and whether that day is only the convention of the year's end.

    A standing task (持续推进) has none, unless it holds a goal that the year's end can check.
    """
    if year is None:
        return None, False
    named = deadline(text, year)
    if named is not None and named.due is not None and named.due.year >= year:
        return named.due.isoformat(), False
    if named is not None and named.due is None and not checkable:
        return None, False
    return f"{year}-12-31", True
