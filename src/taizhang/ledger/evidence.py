"""Evidence: files that prove a report, kept inside the ledger and bounded in size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlalchemy import select

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import evidence, progress
from taizhang.ledger.transactions import Store

MAX_BYTES = 20 * 1024 * 1024
MAX_FILES = 50


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file beside a task; its content is asked for by id."""

    id: int
    task_id: int
    progress_id: int | None
    name: str
    size: int
    author: str
    at: str


class EvidenceFiles:
    """The files of tasks. Content is stored as it came and never opened here."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def attach(self, task_id: int, name: str, content: bytes, actor: str, progress_id: int | None = None) -> int:
        """Keep a file; its id. Raises `LedgerError` for an empty one, more than 20 MB, or more than 50 of a task."""
        shown = PurePosixPath(entries.words("name", name, needed=True).replace("\\", "/")).name
        if not content:
            raise LedgerError(f"{shown}: the file is empty")
        if len(content) > MAX_BYTES:
            raise LedgerError(f"{shown}: larger than {MAX_BYTES // 1024 // 1024} MB; give a smaller file")
        with self.store.writing(actor, "attach") as work:
            entries.working_task(work, task_id)
            if progress_id is not None and (work.row(progress, progress_id) or {}).get("task_id") != task_id:
                raise LedgerError(f"progress {progress_id}: is no report on task {task_id}")
            query = select(evidence.c.id).where(evidence.c.task_id == task_id)
            if len(work.connection.execute(query).all()) >= MAX_FILES:
                raise LedgerError(f"task {task_id}: has {MAX_FILES} files already")
            about = {"task_id": task_id, "progress_id": progress_id, "name": shown, "size": len(content)}
            return work.add(evidence, about | {"author": actor, "at": work.at, "content": content})

    def of(self, task_id: int) -> tuple[EvidenceFile, ...]:
        """The files of a task, oldest first."""
        names = ("id", "task_id", "progress_id", "name", "size", "author", "at")
        query = select(*(evidence.c[name] for name in names)).where(evidence.c.task_id == task_id)
        with self.store.reading_state() as connection:
            return tuple(EvidenceFile(**row) for row in connection.execute(query.order_by(evidence.c.id)).mappings())

    def content(self, file_id: int) -> tuple[str, bytes]:
        """Name and bytes of a file; raises `LedgerError` where there is none."""
        query = select(evidence.c.name, evidence.c.content).where(evidence.c.id == file_id)
        with self.store.reading_state() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise LedgerError(f"file {file_id}: there is no such file")
        return str(row.name), bytes(row.content)
