"""Requests: a unit asks to extend, change or cancel a task; the office decides, and both stay visible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from sqlalchemy import select

from taizhang.ledger import editing, entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import requests, tasks
from taizhang.ledger.transactions import Store
from taizhang.ledger.writing import Writing

RequestKind = Literal["extension", "change", "cancel"]
RequestState = Literal["open", "approved", "refused", "withdrawn"]
KINDS: tuple[RequestKind, ...] = ("extension", "change", "cancel")


@dataclass(frozen=True, slots=True)
class TaskRequest:
    """What was asked of a task: `values` are the fields that it would get (an extension has `due`)."""

    id: int
    task_id: int
    kind: RequestKind
    values: dict[str, Any]
    reason: str
    unit: str | None
    author: str
    at: str
    state: RequestState
    answer: str | None
    decided_by: str | None
    decided: str | None


class Requests:
    """What units asked for, and how it was decided."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def ask(
        self,
        task_id: int,
        kind: RequestKind,
        reason: str,
        actor: str,
        values: Mapping[str, Any] | None = None,
        unit: str | None = None,
    ) -> int:
        """Ask, with the reason; the id of the request.

        Raises `LedgerError` for an extension without a later day, a change of nothing, or a second open request of
        the kind.
        """
        entries.chosen("kind", kind, KINDS)
        words = entries.words("reason", reason, needed=True)
        asked = {field: editing.checked(field, value) for field, value in (values or {}).items()}
        if (kind == "extension") != (set(asked) == {"due"}) and kind != "change":
            raise LedgerError(f"{kind}: an extension asks for a new due day, a cancelling for nothing else")
        if kind == "change" and not asked:
            raise LedgerError("change: say which fields should change to what")
        with self.store.writing(actor, "ask", words) as work:
            row = entries.working_task(work, task_id)
            if kind == "extension":
                due = editing.due_of(work, row)
                if asked["due"] is None or (due is not None and asked["due"] <= due):
                    raise LedgerError(f"task {task_id}: an extension needs a day after {due}")
            same = select(requests.c.id).where(
                requests.c.task_id == task_id, requests.c.kind == kind, requests.c.state == "open"
            )
            if work.connection.execute(same).first() is not None:
                raise LedgerError(f"task {task_id}: a request of this kind waits for an answer already")
            about = {"task_id": task_id, "kind": kind, "values": asked, "reason": words, "unit": unit}
            return work.add(requests, about | {"author": actor, "at": work.at, "state": "open"})

    def approve(self, request_id: int, actor: str, answer: str = "") -> None:
        """Grant a request and do what it asks: the new day, the changed fields, the task dropped."""
        with self.store.writing(actor, "approve", answer or None) as work:
            row = decide(work, request_id, "approved", answer)
            if row["kind"] == "cancel":
                editing.drop(work, row["task_id"], None)
            else:
                editing.edit(work, row["task_id"], row["values"], None)

    def refuse(self, request_id: int, actor: str, answer: str) -> None:
        """Refuse a request, with the reason."""
        words = entries.words("answer", answer, needed=True)
        with self.store.writing(actor, "refuse", words) as work:
            decide(work, request_id, "refused", words)

    def withdraw(self, request_id: int, actor: str) -> None:
        """Take one's own request back."""
        with self.store.writing(actor, "withdraw") as work:
            decide(work, request_id, "withdrawn", "")

    def of(self, task_id: int) -> tuple[TaskRequest, ...]:
        """Every request on a task, latest first."""
        return tuple(found for found in self.all(open_only=False) if found.task_id == task_id)

    def all(self, open_only: bool = True) -> tuple[TaskRequest, ...]:
        """What waits for the office, latest first; with `open_only` false everything ever asked."""
        query = select(requests).order_by(requests.c.id.desc())
        if open_only:
            query = query.where(requests.c.state == "open")
        names = [field.name for field in fields(TaskRequest)]
        with self.store.reading_state() as connection:
            rows = connection.execute(query).mappings()
            return tuple(TaskRequest(**{name: row[name] for name in names}) for row in rows)


def decide(work: Writing, request_id: int, state: str, answer: str) -> dict[str, Any]:
    """Close an open request; its row as it was."""
    row = work.row(requests, request_id)
    if row is None:
        raise LedgerError(f"request {request_id}: there is no such request")
    if row["state"] != "open":
        raise LedgerError(f"request {request_id}: was {row['state']} already")
    work.concerns(tasks, row["task_id"])
    decided = {"state": state, "answer": answer or None, "decided_by": work.actor, "decided": work.at}
    work.change(requests, request_id, decided)
    return row
