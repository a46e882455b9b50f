"""What an imported task table would change in the ledger: first as a plan to look at, then in one transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taizhang.exchange.office_import import ImportedTask, OfficeTable
from taizhang.exchange.office_row import LIVELIHOOD_MARK, TARGET_BLOCK
from taizhang.ledger import Ledger, LedgerTask
from taizhang.ledger.editing import add_by_hand, edit

# Columns that the ledger computes itself, or that only repeat the report.
COMPUTED = {"number", "area", "task", "goals", "due", "lead", "support", "units", "progress", "light", "remark"}
DIRECT = ("leader", "person", "contact")
LOOSE = re.compile(r"[\s。．.；;，,、]+")
ASSUMED = re.compile(r"[（(]推定[）)]$")


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: the task it is about (none: it would be added) and the fields that would change."""

    row: ImportedTask
    task: LedgerTask | None
    values: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """`add`, `change` or `same`."""
        return "add" if self.task is None else "change" if self.values else "same"


def bare(words: str) -> str:
    """Words without blanks and stops, so that a row is known again."""
    return LOOSE.sub("", words)


def plan_import(table: OfficeTable, tasks: Sequence[LedgerTask]) -> tuple[Step, ...]:
    """A step for every task of the table; the block of listed targets is left out.

    A row is about the standing task with the same words, as the office or as the report has them.
    """
    known: dict[str, LedgerTask] = {}
    for one in tasks:
        known.setdefault(bare(one.sentence), one)
    known.update({bare(one.title): one for one in tasks})
    steps = []
    for row in table.tasks:
        if row.area == TARGET_BLOCK:
            continue
        task = known.get(bare(row.task))
        values = row_values(row, table.columns)
        if task:
            values = {name: value for name, value in values.items() if differs(task, name, value)}
        steps.append(Step(row, task, values))
    return tuple(steps)


def differs(task: LedgerTask, name: str, value: Any) -> bool:
    """Whether a value is not what the task has already."""
    standing = getattr(task, name)
    return bool((list(standing) if isinstance(standing, tuple) else standing) != value)


def row_values(row: ImportedTask, columns: Mapping[str, str]) -> dict[str, Any]:
    """The fields that a row gives; an empty cell gives none."""
    said = row.responsibility
    values: dict[str, Any] = {
        "lead": list(said.lead),
        "support": [*said.support, *said.everybody],
        "area": row.area,
        "remark": "；".join(part for part in row.fields.get("remark", "").split("；") if part != LIVELIHOOD_MARK),
        "extra": further(row, columns),
        **{name: row.fields.get(name, "") for name in DIRECT},
    }
    values = {name: value for name, value in values.items() if value}
    if row.due_words and row.due and not ASSUMED.search(row.due_words):
        values["due"] = row.due.due.isoformat() if row.due.due else None
    return values


def further(row: ImportedTask, columns: Mapping[str, str]) -> dict[str, str]:
    """Columns without a field of their own, by heading: kept with the task and exported again."""
    kept = {heading: words for heading, words in row.extra.items() if words}
    for heading, field in columns.items():
        if field not in COMPUTED and field not in DIRECT:
            words = row.nodes.get(int(field[-1]), "") if field.startswith("node") else row.fields.get(field, "")
            if words:
                kept[heading] = words
    return kept


def take_import(ledger: Ledger, steps: Sequence[Step], report_id: int | None, source: str, actor: str) -> int:
    """Carry the steps out, all or none; returns how many tasks were changed or added.

    Raises `StaleEditError` where a task changed since the plan was made, `LedgerError` for a value out of form.
    """
    wanted = [step for step in steps if step.kind != "same"]
    if not wanted:
        return 0
    with ledger.writing(actor, "import_table", source) as work:
        for step in wanted:
            if step.task is None:
                add_by_hand(work, report_id, step.row.task, source, step.values)
            else:
                edit(work, step.task.id, step.values, step.task.revision)
    return len(wanted)
