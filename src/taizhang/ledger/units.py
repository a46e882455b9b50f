"""Units: the departments, districts and companies that answer for tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import edits, organizations, tasks
from taizhang.ledger.transactions import Store
from taizhang.ledger.writing import Writing


@dataclass(frozen=True, slots=True)
class Organization:
    """A unit; one that is no longer `active` keeps its past."""

    id: int
    name: str
    short: str | None
    kind: str | None
    active: bool


class Units:
    """The list of units. Tasks name units by their words, so a new name is written into its tasks too."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def all(self) -> tuple[Organization, ...]:
        """Every unit in the order in which they came."""
        with self.store.reading_state() as connection:
            rows = connection.execute(select(organizations).order_by(organizations.c.id)).mappings()
            return tuple(Organization(**row) for row in rows)

    def add(self, name: str, actor: str, short: str | None = None, kind: str | None = None) -> int:
        """Take a unit in; its id. Raises `LedgerError` where the ledger has it."""
        with self.store.writing(actor, "add_unit") as work:
            name = entries.words("name", name, needed=True)
            if unit_named(work, name) is not None:
                raise LedgerError(f"{name}: the ledger has this unit already")
            return work.add(organizations, {"name": name, "short": short, "kind": kind, "active": True})

    def rename(self, unit_id: int, name: str, actor: str) -> None:
        """Give a unit another name, in the list and in every task that names it."""
        with self.store.writing(actor, "rename_unit") as work:
            name = entries.words("name", name, needed=True)
            row = work.row(organizations, unit_id)
            if row is None:
                raise LedgerError(f"unit {unit_id}: there is no such unit")
            other = unit_named(work, name)
            if other is not None and other["id"] != unit_id:
                raise LedgerError(f"{name}: another unit has this name")
            work.change(organizations, unit_id, {"name": name})
            rewrite(work, row["name"], name)

    def set_active(self, unit_id: int, active: bool, actor: str) -> None:
        """Take a unit out of use, or into use again."""
        with self.store.writing(actor, "unit_in_use" if active else "unit_out_of_use") as work:
            if work.row(organizations, unit_id) is None:
                raise LedgerError(f"unit {unit_id}: there is no such unit")
            work.change(organizations, unit_id, {"active": active})


def unit_named(work: Writing, name: str) -> dict[str, Any] | None:
    """The unit with this name."""
    row = work.connection.execute(select(organizations).where(organizations.c.name == name)).mappings().first()
    return None if row is None else dict(row)


def rewrite(work: Writing, old: str, new: str) -> None:
    """Write a unit's new name into the tasks that it leads or supports."""
    named = select(edits).where(edits.c.field.in_(("lead", "support")))
    for row in work.connection.execute(named).mappings().all():
        if old in row["value"]:
            renamed = [new if unit == old else unit for unit in row["value"]]
            work.change(edits, row["id"], {"value": list(dict.fromkeys(renamed))})
            work.change(tasks, row["task_id"], {"revision": (work.row(tasks, row["task_id"]) or {})["revision"] + 1})
