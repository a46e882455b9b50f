"""A year's work written down in a table, carried out on a ledger day by day: what an example shows as done.

Columns: `day` (ISO), `actor`, `action`, `task` (words that one task's sentence holds), `goal` (its words in the
report), `value`, `stage`, `words`. Actions: `assign` (every task that nobody leads, to the unit suggested for it),
`key_project`, `node` (by the day in `stage`, `value` of the goal or `words`), `report` (handed in), `accept` and
`return` (the last report on the task), `verify`, `extend` (to the day in `stage`), `approve` (the last request),
`comment`, `sign`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path

from taizhang.exchange.task_suggestions import task_suggestions
from taizhang.ledger import STAGES, Ledger, LedgerError, LedgerTask, Node
from taizhang.ledger.verification import Verdict

OFFICE_HOUR = time(10)


@dataclass(frozen=True, slots=True)
class WorkStep:
    """One row, every cell as written."""

    day: str
    actor: str
    action: str
    task: str
    goal: str
    value: str
    stage: str
    words: str


COLUMNS = tuple(field.name for field in fields(WorkStep))


def read_work_log(path: Path) -> tuple[WorkStep, ...]:
    """The rows of the table, in order of their days.

    Raises `ValueError` naming file and line for other columns, an unknown action, or a day that comes too early.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path.name}: the columns must be {', '.join(COLUMNS)}")
        steps: list[WorkStep] = []
        for row in reader:
            where = f"{path.name}, line {reader.line_num}"
            if None in row.values() or None in row:
                raise ValueError(f"{where}: a row has {len(COLUMNS)} cells")
            step = WorkStep(**row)
            if step.action not in ACTIONS:
                raise ValueError(f"{where}: there is no action {step.action!r}")
            if steps and step.day < steps[-1].day:
                raise ValueError(f"{where}: {step.day} comes before the day above it")
            steps.append(step)
    return tuple(steps)


def carry_out(ledger: Ledger, steps: tuple[WorkStep, ...]) -> None:
    """Do what every row says, the ledger's clock at ten in the morning of its day, where it stays after the last.

    Raises `LedgerError` for a row whose task is not there or not the only one, or that the ledger refuses.
    """
    for step in steps:
        moment = datetime.combine(datetime.fromisoformat(step.day), OFFICE_HOUR, ledger.zone)
        ledger.clock = lambda moment=moment: moment  # type: ignore[misc]
        ACTIONS[step.action](ledger, step)


def task_of(ledger: Ledger, step: WorkStep) -> LedgerTask:
    """The task whose sentence holds the words of a row; raises `LedgerError` for none or several."""
    found = [task for task in ledger.tasks() if step.task in task.sentence]
    if not step.task or len(found) != 1:
        raise LedgerError(f"{step.day} {step.action}: {len(found)} tasks hold {step.task!r}; one is needed")
    return found[0]


def assign(ledger: Ledger, step: WorkStep) -> None:
    """Give every task that nobody leads the units suggested for it."""
    every = ledger.tasks()
    reports = {entry.id: ledger.read_report(entry.id).reading.report for entry in ledger.reports()}
    changes: dict[int, tuple[int | None, Mapping[str, object]]] = {}
    for task in every:
        suggested = () if task.lead else task_suggestions(task, every, reports.get(task.report_id or 0))
        if suggested:
            units = {role: [one.name for one in suggested if one.role == role] for role in ("lead", "support")}
            changes[task.id] = (task.revision, units)
    ledger.edit_each(changes, step.actor)


def key_project(ledger: Ledger, step: WorkStep) -> None:
    """Mark a key project."""
    ledger.edit_task(task_of(ledger, step).id, {"key_project": True}, step.actor)


def node(ledger: Ledger, step: WorkStep) -> None:
    """Add a node to the plan of a goal."""
    task = task_of(ledger, step)
    known = ledger.plans.of(task.id).get(step.goal or None, ())
    added = Node(step.stage, Decimal(step.value) if step.value else None, step.words)
    ledger.plans.set(task.id, (*known, added), step.actor, step.goal or None)


def report(ledger: Ledger, step: WorkStep) -> None:
    """Hand in what the leading unit reports, as of the day."""
    task = task_of(ledger, step)
    number = ledger.progress.draft(
        task.id,
        next(iter(task.lead), step.actor),
        step.actor,
        goal=step.goal or None,
        as_of=step.day,
        value=step.value or None,
        stage=next((known for known in STAGES if known == step.stage), None),
        words=step.words,
    )
    ledger.progress.submit(number, step.actor)


def last_report(ledger: Ledger, step: WorkStep) -> int:
    """The last report on the task that waits for the office."""
    waiting = [one.id for one in ledger.progress.of(task_of(ledger, step).id) if one.state == "submitted"]
    if not waiting:
        raise LedgerError(f"{step.day} {step.action}: no report on {step.task!r} waits")
    return max(waiting)


def accept(ledger: Ledger, step: WorkStep) -> None:
    """Take the last report on the task."""
    ledger.progress.accept(last_report(ledger, step), step.actor)


def give_back(ledger: Ledger, step: WorkStep) -> None:
    """Return the last report on the task with a reason."""
    ledger.progress.give_back(last_report(ledger, step), step.actor, step.words)


def verify(ledger: Ledger, step: WorkStep) -> None:
    """Note that what was reported was found, or (`stage` refuted) that it was not."""
    verdict: Verdict = "refuted" if step.stage == "refuted" else "confirmed"
    ledger.verification.add(task_of(ledger, step).id, verdict, step.actor, step.words, goal=step.goal or None)


def extend(ledger: Ledger, step: WorkStep) -> None:
    """Ask for a later day."""
    task = task_of(ledger, step)
    unit = next(iter(task.lead), None)
    ledger.requests.ask(task.id, "extension", step.words, step.actor, {"due": step.stage}, unit)


def approve(ledger: Ledger, step: WorkStep) -> None:
    """Grant the last request on the task."""
    ledger.requests.approve(ledger.requests.of(task_of(ledger, step).id)[0].id, step.actor, step.words)


def comment(ledger: Ledger, step: WorkStep) -> None:
    """Say something of the task."""
    ledger.notes.add(task_of(ledger, step).id, "comment", step.words, step.actor)


def sign(ledger: Ledger, step: WorkStep) -> None:
    """Sign the task as read."""
    ledger.notes.add(task_of(ledger, step).id, "sign", step.words, step.actor)


ACTIONS: dict[str, Callable[[Ledger, WorkStep], None]] = {
    "assign": assign,
    "key_project": key_project,
    "node": node,
    "report": report,
    "accept": accept,
    "return": give_back,
    "verify": verify,
    "extend": extend,
    "approve": approve,
    "comment": comment,
    "sign": sign,
}
