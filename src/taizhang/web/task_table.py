"""The rows of the task page, and what its filters keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from taizhang.exchange import OfficeRow, due_words
from taizhang.exchange.office_row import area_of, goal_words
from taizhang.model import Reading, Task

FILTERS = ("q", "area", "unit", "kind", "light")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as the page lists it; `number` runs through the report and is the task's address."""

    number: int
    area: str
    group: str
    task: Task
    goals: str
    light: str = "no_light"

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
        types = {goal.type for goal in self.task.goals}
        return {
            *({"quantified"} if "figure" in types else ()),
            *({"milestone"} if "milestone" in types else ()),
            *({"plain"} if not types else ()),
            *({"livelihood"} if self.task.livelihood else ()),
            *({"unassigned"} if not self.task.lead else ()),
            *({"review"} if self.task.sure == "review" else ()),
        }

    def office_row(self) -> OfficeRow:
        """The row as the office's own table has it."""
        return OfficeRow(
            area=self.area,
            task=self.task.title,
            goals=self.goals,
            due=self.due,
            lead="、".join(self.task.lead),
            support="、".join(self.task.support),
            remark="民生实事" if self.task.livelihood else "",
        )


KINDS = ("quantified", "milestone", "plain", "livelihood", "unassigned", "review")


def task_rows(reading: Reading) -> list[TaskRow]:
    """Every task of a reading as a row, in the order of the report."""
    figures = {(figure.start, figure.end): figure for figure in reading.figures}
    return [
        TaskRow(
            number,
            area_of(task.path),
            task.path[2] if len(task.path) > 2 else "",
            task,
            goal_words(task, figures, reading.report.text),
        )
        for number, task in enumerate(reading.tasks, 1)
    ]


def kept(rows: list[TaskRow], asked: Mapping[str, str]) -> list[TaskRow]:
    """The rows that every filter in `asked` lets through; an empty filter lets all through."""
    words = asked.get("q", "").split()
    return [
        row
        for row in rows
        if all(word in row.task.title or word in row.goals for word in words)
        and asked.get("area", "") in ("", row.area)
        and (not asked.get("unit") or asked["unit"] in row.units)
        and (not asked.get("kind") or asked["kind"] in row.kinds())
        and asked.get("light", "") in ("", row.light)
    ]
