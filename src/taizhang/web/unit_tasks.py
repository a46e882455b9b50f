"""What waits for a unit: its tasks with what it last said of them, most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from taizhang.ledger import Ledger, LedgerTask, ProgressReport
from taizhang.model import Reading
from taizhang.web.task_table import ShownGoal, shown_goals

SOON = timedelta(days=30)
GROUPS = ("returned", "overdue", "soon", "other", "finished")


@dataclass(frozen=True, slots=True)
class UnitTask:
    """A task of the unit; `last` is the unit's latest report on the task as a whole."""

    task: LedgerTask
    goals: tuple[ShownGoal, ...]
    last: ProgressReport | None
    group: str


def group_of(task: LedgerTask, last: ProgressReport | None, today: date) -> str:
    """Under which heading a task waits."""
    if task.done:
        return "finished"
    if last and last.state == "returned":
        return "returned"
    due = date.fromisoformat(task.due) if task.due else None
    if due and due < today:
        return "overdue"
    return "soon" if due and due - today <= SOON else "other"


def last_reports(ledger: Ledger, unit: str) -> dict[int, ProgressReport]:
    """The unit's latest report on each task as a whole, drafts and returned ones too."""
    found: dict[int, ProgressReport] = {}
    every = ledger.progress.latest(states=("draft", "submitted", "accepted", "returned"))
    for (task_id, goal), report in every.items():
        if goal is None and report.unit == unit:
            found[task_id] = report
    return found


def unit_tasks(ledger: Ledger, unit: str, readings: Mapping[int, Reading], today: date) -> list[UnitTask]:
    """Every task that the unit answers for."""
    last = last_reports(ledger, unit)
    found = [
        UnitTask(
            task,
            shown_goals(task, readings.get(task.report_id or 0)),
            last.get(task.id),
            group_of(task, last.get(task.id), today),
        )
        for task in of_unit(ledger.tasks(), unit)
    ]
    return sorted(found, key=lambda one: (GROUPS.index(one.group), one.task.due or "9999-12-31"))


def of_unit(tasks: Iterable[LedgerTask], unit: str) -> list[LedgerTask]:
    """The tasks that a unit leads or supports."""
    return [task for task in tasks if unit in task.lead + task.support]
