"""Tasks: every sentence of promise, with its headings, goals, due date and who answers for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from taizhang.extraction.outline import Judged
from taizhang.extraction.responsibility import responsibility
from taizhang.language.deadlines import deadline
from taizhang.model import Figure, Goal, Milestone, Task


def find_tasks(
    judged: Sequence[Judged], figures: Sequence[Figure], milestones: Sequence[Milestone], year: int | None
) -> list[Task]:
    """The tasks among the judged statements, in order of the text."""
    checked = {Goal("figure", f.start, f.end) for f in figures} | {
        Goal("milestone", m.start, m.end) for m in milestones
    }
    goals = sorted(checked, key=lambda goal: (goal.start, goal.end))
    starts = [goal.start for goal in goals]
    return [task_of(row, goals, starts, year) for row in judged if row.kind == "task"]


def task_of(row: Judged, goals: Sequence[Goal], starts: Sequence[int], year: int | None) -> Task:
    """The record of one statement of promise."""
    statement = row.statement
    inside = tuple(goals[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)])
    due, assumed = due_date(statement.text, bool(inside), year)
    who = responsibility(statement.text)
    return Task(
        start=statement.start,
        end=statement.end,
        title=statement.text.rstrip("。；！!;"),
        path=row.path,
        goals=inside,
        due=due,
        due_assumed=assumed,
        livelihood=row.livelihood,
        lead=who.lead,
        support=who.support,
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
