"""Notes: what people say of a task, and the signature of a leader who read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from taizhang.ledger import entries
from taizhang.ledger.schema import notes
from taizhang.ledger.transactions import Store

NoteKind = Literal["comment", "sign"]


@dataclass(frozen=True, slots=True)
class Note:
    """A comment, or a leader's signature with or without words."""

    id: int
    task_id: int
    kind: NoteKind
    words: str
    author: str
    at: str


class Notes:
    """What was said of tasks; nothing of it is changed or taken away."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def add(self, task_id: int, kind: NoteKind, words: str, actor: str) -> int:
        """Say something of a task, or sign it; the id. A comment needs words."""
        entries.chosen("kind", kind, ("comment", "sign"))
        said = entries.words("words", words, needed=kind == "comment")
        with self.store.writing(actor, kind) as work:
            entries.working_task(work, task_id)
            about = {"task_id": task_id, "kind": kind, "words": said}
            return work.add(notes, about | {"author": actor, "at": work.at})

    def of(self, task_id: int) -> tuple[Note, ...]:
        """What was said of a task, oldest first."""
        query = select(notes).where(notes.c.task_id == task_id).order_by(notes.c.id)
        with self.store.reading_state() as connection:
            return tuple(Note(**row) for row in connection.execute(query).mappings())
