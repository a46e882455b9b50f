"""The rows of the task page, and what its filters keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from taizhang.exchange import LIVELIHOOD_MARK, OfficeRow, due_words, quantity
from taizhang.ledger import LedgerTask, TaskStanding
from taizhang.model import Figure, Milestone, Reading

FILTERS = ("q", "area", "unit", "kind", "light", "state")
KINDS = ("quantified", "milestone", "plain", "livelihood", "key_project", "unassigned", "review", "edited", "conflict")
STATES = ("standing", "vanished", "dropped", "split", "merged")


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal with the record that it points to and the words that it stands in."""

    start: int
    end: int
    quote: str
    figure: Figure | None = None
    milestone: Milestone | None = None

    @property
    def words(self) -> str:
        """Indicator with its value, or the milestone as printed."""
        return f"{self.figure.indicator}{quantity(self.figure)}" if self.figure else self.quote


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as the page lists it, with its running number in the report."""

    number: int
    task: LedgerTask
    goals: tuple[ShownGoal, ...]
    doubtful: bool = False
    light: str = "no_light"
    sentence: str = ""

    @property
    def goal_words(self) -> str:
        """All goals in one cell."""
        return "；".join(goal.words for goal in self.goals)

    @property
    def due(self) -> str:
        """The deadline in words."""
        return due_words(self.task.due, self.task.due_assumed)

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that answers for the task, leading ones first."""
        return self.task.lead + self.task.support

    def kinds(self) -> set[str]:
        """What the `kind` filter may ask for."""
        tests = {
            "quantified": any(goal.figure for goal in self.goals),
            "milestone": any(goal.milestone for goal in self.goals),
            "plain": not self.goals,
            "livelihood": self.task.livelihood,
            "key_project": self.task.key_project,
            "unassigned": not self.task.lead,
            "review": self.doubtful,
            "edited": self.task.revision > 1,
            "conflict": bool(self.task.conflicts),
        }
        return {kind for kind, holds in tests.items() if holds}

    def office_row(self, light: str = "") -> OfficeRow:
        """The row as the office's own table has it."""
        mark = LIVELIHOOD_MARK if self.task.livelihood else ""
        return OfficeRow(
            area=self.task.area,
            task=self.task.title,
            goals=self.goal_words,
            due=self.due,
            lead="、".join(self.task.lead),
            support="、".join(self.task.support),
            light=light,
            remark="；".join(filter(None, (mark, self.task.remark))),
            extra=self.task.extra,
        )


def goal_units(goals: tuple[ShownGoal, ...]) -> dict[str | None, str]:
    """The unit of each quantified goal, by its words in the report; of the only one also for the task as a whole."""
    units: dict[str | None, str] = {goal.quote: goal.figure.unit for goal in goals if goal.figure}
    if len(goals) == 1 and units:
        units[None] = next(iter(units.values()))
    return units


def shown_goals(task: LedgerTask, reading: Reading | None) -> tuple[ShownGoal, ...]:
    """The goals of a task with their records; none where the report's text no longer states it."""
    if reading is None or task.start is None:
        return ()
    figures = {(row.start, row.end): row for row in reading.figures}
    milestones = {(row.start, row.end): row for row in reading.milestones}
    text = reading.report.text
    return tuple(
        ShownGoal(
            goal.start,
            goal.end,
            text[goal.start : goal.end],
            figures.get((goal.start, goal.end)) if goal.type == "figure" else None,
            milestones.get((goal.start, goal.end)) if goal.type == "milestone" else None,
        )
        for goal in task.goals
    )


def task_rows(tasks: tuple[LedgerTask, ...], reading: Reading, lights: Mapping[int, TaskStanding]) -> list[TaskRow]:
    """Tasks of a report as rows, numbered in its order."""
    doubtful = {task.start for task in reading.tasks if task.sure == "review"}
    return [
        TaskRow(
            number,
            task,
            shown_goals(task, reading),
            task.start in doubtful,
            lights[task.id].shown.state if task.id in lights else "no_light",
            lights[task.id].sentence if task.id in lights else "",
        )
        for number, task in enumerate(tasks, 1)
    ]


def kept(rows: list[TaskRow], asked: Mapping[str, str]) -> list[TaskRow]:
    """The rows that every filter in `asked` lets through; an empty filter lets all through."""
    words = asked.get("q", "").split()
    return [
        row
        for row in rows
        if all(any(word in said for said in (row.task.title, row.goal_words, row.task.remark)) for word in words)
        and asked.get("area", "") in ("", row.task.area)
        and (not asked.get("unit") or asked["unit"] in row.units)
        and (not asked.get("kind") or asked["kind"] in row.kinds())
        and asked.get("light", "") in ("", row.light)
    ]
