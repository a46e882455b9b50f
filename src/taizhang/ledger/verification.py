"""Verification: what the office found when it looked. It stands beside what was reported and never replaces it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Literal

from sqlalchemy import select

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import progress, verifications
from taizhang.ledger.transactions import Store

Verdict = Literal["confirmed", "refuted"]


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody looked at a task, a goal or one report: confirmed or refuted, with the value found."""

    id: int
    task_id: int
    goal: str | None
    progress_id: int | None
    verdict: Verdict
    value: Decimal | None
    words: str
    as_of: str
    author: str
    at: str


class Verifications:
    """What the office has verified."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def add(
        self,
        task_id: int,
        verdict: Verdict,
        actor: str,
        words: str,
        *,
        goal: str | None = None,
        progress_id: int | None = None,
        value: Decimal | int | str | None = None,
        as_of: str | None = None,
    ) -> int:
        """Note what was found; its id. A refutation needs words. Raises `LedgerError` for another task's report."""
        entries.chosen("verdict", verdict, ("confirmed", "refuted"))
        values = {
            "task_id": task_id,
            "goal": goal,
            "progress_id": progress_id,
            "verdict": verdict,
            "value": entries.exact("value", value),
            "words": entries.words("words", words, needed=verdict == "refuted"),
            "as_of": entries.day("as_of", as_of or self.store.today()),
            "author": actor,
        }
        with self.store.writing(actor, "verify") as work:
            entries.working_task(work, task_id)
            if progress_id is not None and (work.row(progress, progress_id) or {}).get("task_id") != task_id:
                raise LedgerError(f"progress {progress_id}: is no report on task {task_id}")
            return work.add(verifications, values | {"at": work.at})

    def of(self, task_id: int) -> tuple[Verification, ...]:
        """What was found on a task, latest first."""
        return tuple(found for found in self.all() if found.task_id == task_id)

    def all(self, until: str | None = None) -> tuple[Verification, ...]:
        """Everything that was found as of a day or before it, latest first."""
        query = select(verifications).order_by(verifications.c.as_of.desc(), verifications.c.id.desc())
        if until is not None:
            query = query.where(verifications.c.as_of <= until)
        with self.store.reading_state() as connection:
            rows = connection.execute(query).mappings().all()
        names = [field.name for field in fields(Verification)]
        return tuple(
            Verification(**({name: row[name] for name in names} | {"value": entries.number(row["value"])}))
            for row in rows
        )
