"""The ledger: reports with their tasks, edits and corrections, and the chain of events behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from taizhang.ledger import correcting, editing, originals
from taizhang.ledger.events import Event
from taizhang.ledger.evidence import EvidenceFiles
from taizhang.ledger.importing import import_reading
from taizhang.ledger.notes import Notes
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.originals import Original
from taizhang.ledger.past import stood
from taizhang.ledger.people import People
from taizhang.ledger.plans import Plans
from taizhang.ledger.progress import ProgressReports
from taizhang.ledger.queries import conflicts_of, event_of, mappings, report_of, report_rows, tasks_of
from taizhang.ledger.records import Conflict, Correction, Imported, LedgerReport, LedgerTask, StoredReading
from taizhang.ledger.requests import Requests
from taizhang.ledger.rulings import Rulings
from taizhang.ledger.schema import events, head, touched, versions
from taizhang.ledger.transactions import OFFICE_ZONE, SYSTEM, Store, now
from taizhang.ledger.units import Units
from taizhang.ledger.verification import Verifications
from taizhang.model import Reading
from taizhang.model.stored import restore
from taizhang.reading import has_pages


class Ledger(Store):
    """A ledger at `where` (path of a SQLite file, or postgresql://…), made where there is none.

    `clock` tells the moment (aware of its zone), `zone` is the office's. Every method that writes is one
    transaction with its event; what raises leaves everything as it was. `actor` names who does it. The work of the
    year has its own doors: `units`, `plans`, `progress`, `verification`, `requests`, `evidence`,
    `notes`, `people`, `rulings`.
    """

    def __init__(
        self,
        where: str | Path,
        clock: Callable[[], datetime] = now,
        zone: ZoneInfo = OFFICE_ZONE,
        past: Engine | None = None,
    ) -> None:
        super().__init__(where, clock, zone, past)
        self.units = Units(self)
        self.plans = Plans(self)
        self.progress = ProgressReports(self)
        self.verification = Verifications(self)
        self.requests = Requests(self)
        self.evidence = EvidenceFiles(self)
        self.notes = Notes(self)
        self.people = People(self)
        self.rulings = Rulings(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def as_of(self, day: date) -> Ledger:
        """The ledger as it stood at the end of a day: everything may be asked of it, nothing written.

        Rebuilt in memory from the events; evidence files are named but have no content there. Close it after use.
        """
        moment = datetime.combine(day, time.max, self.zone)
        with self.reading_state() as connection:
            return Ledger(self.where, clock=lambda: moment, zone=self.zone, past=stood(connection, moment))

    # Reports

    def import_reading(
        self, reading: Reading, source: str, actor: str = SYSTEM, original: bytes | None = None
    ) -> Imported:
        """Keep a reading: the same one changes nothing, a corrected text becomes a version of its report.

        `original` are the bytes it was read from, to show their pages; of a document whose pages cannot be drawn
        (text, Word) they are not kept.
        """
        with self.writing(actor, "import") as work:
            imported = import_reading(work, reading, source)
            if original is not None and has_pages(original):
                originals.keep(work, imported.report_id, Original(source, original))
            return imported

    def original_name(self, report_id: int) -> str | None:
        """The name of the document of a report's current version, where one is kept."""
        with self.reading_state() as connection:
            return originals.name_for(connection, report_id)

    def original(self, report_id: int) -> Original | None:
        """The document of a report's current version, where one is kept."""
        with self.reading_state() as connection:
            return originals.kept_for(connection, report_id)

    def reports(self) -> tuple[LedgerReport, ...]:
        """Every report, latest year first."""
        with self.reading_state() as connection:
            return tuple(report_of(row) for row in report_rows(connection))

    def read_report(self, report_id: int, corrected: bool = True) -> StoredReading:
        """A report with its current reading, people's corrections laid over it unless `corrected` is false.

        Raises `LedgerError` for no such report.
        """
        with self.reading_state() as connection:
            row = next(iter(report_rows(connection, report_id)), None)
            if row is None:
                raise LedgerError(f"report {report_id}: there is no such report")
            text = connection.execute(
                select(versions.c.text, versions.c.reading).where(versions.c.id == row["version_id"])
            ).one()
            reading = restore(text.reading, text.text)
            if corrected:
                reading, _ = correcting.laid_over(reading, correcting.kept(connection, report_id))
            return StoredReading(report_of(row), reading)

    def versions(self, report_id: int) -> tuple[dict[str, Any], ...]:
        """Number, hash, source and day of every text of a report, oldest first."""
        columns = (versions.c.number, versions.c.sha256, versions.c.source, versions.c.imported)
        with self.reading_state() as connection:
            query = select(*columns).where(versions.c.report_id == report_id).order_by(versions.c.number)
            return tuple(mappings(connection, query))

    # Tasks

    def tasks(self, report_id: int | None = None, state: str | None = "standing") -> tuple[LedgerTask, ...]:
        """Tasks in the order of their report, those from elsewhere after them; `state=None` for all states."""
        with self.reading_state() as connection:
            return tasks_of(connection, report_id=report_id, state=state)

    def task(self, task_id: int) -> LedgerTask:
        """One task; raises `LedgerError` where there is none."""
        with self.reading_state() as connection:
            found = tasks_of(connection, task_id=task_id)
        if not found:
            raise LedgerError(f"task {task_id}: there is no such task")
        return found[0]

    def edit_task(self, task_id: int, values: Mapping[str, Any], actor: str, seen: int | None = None) -> None:
        """Change fields of a task (see `records.EDITABLE`); `seen` is the revision the editor looked at.

        Raises `StaleEditError` where somebody changed it meanwhile, `LedgerError` for a field or value out of form.
        """
        with self.writing(actor, "edit") as work:
            editing.edit(work, task_id, values, seen)

    def edit_tasks(self, seen: Mapping[int, int | None], values: Mapping[str, Any], actor: str) -> None:
        """Change the same fields of many tasks (id → revision seen): all of them, or none."""
        self.edit_each({task_id: (revision, values) for task_id, revision in seen.items()}, actor)

    def edit_each(self, changes: Mapping[int, tuple[int | None, Mapping[str, Any]]], actor: str) -> None:
        """Change fields of many tasks, each its own (id → revision seen, values): all of them, or none."""
        with self.writing(actor, "edit") as work:
            for task_id, (revision, values) in changes.items():
                editing.edit(work, task_id, values, revision)

    def add_task(
        self,
        title: str,
        actor: str,
        report_id: int | None = None,
        source: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> int:
        """A task by hand or from another paper (`source`); its id."""
        with self.writing(actor, "add") as work:
            return editing.add_by_hand(work, report_id, title, source, values or {})

    def drop_task(self, task_id: int, reason: str, actor: str, seen: int | None = None) -> None:
        """Take a task out of the list, with the reason."""
        if not reason.strip():
            raise LedgerError(f"task {task_id}: a reason is needed to drop it")
        with self.writing(actor, "drop", reason) as work:
            editing.drop(work, task_id, seen)

    def restore_task(self, task_id: int, actor: str, seen: int | None = None) -> None:
        """Put a dropped task back."""
        with self.writing(actor, "restore") as work:
            editing.restore(work, task_id, seen)

    def split_task(self, task_id: int, titles: list[str], actor: str, seen: int | None = None) -> list[int]:
        """Two or more tasks in place of one, which stays as their ancestor; their ids."""
        if len(titles) < 2:
            raise LedgerError(f"task {task_id}: splitting needs two titles or more")
        with self.writing(actor, "split") as work:
            return editing.derive(work, [(task_id, seen)], titles, "split", "split")

    def merge_tasks(self, seen: Mapping[int, int | None], title: str, actor: str) -> int:
        """One task in place of several (id → revision seen), which stay as its ancestors; its id."""
        if len(seen) < 2:
            raise LedgerError("merging needs two tasks or more")
        with self.writing(actor, "merge") as work:
            return editing.derive(work, list(seen.items()), [title], "merge", "merged")[0]

    def conflicts(self, open_only: bool = True) -> tuple[Conflict, ...]:
        """Sentences that changed or vanished under an edit."""
        with self.reading_state() as connection:
            return conflicts_of(connection, open_only)

    def settle_conflict(self, conflict_id: int, keep_edit: bool, actor: str) -> None:
        """Decide a conflict: keep the edit, or take the text as it now reads."""
        with self.writing(actor, "settle") as work:
            editing.settle(work, conflict_id, keep_edit)

    # Corrections of extracted records

    def correct(
        self,
        report_id: int,
        table: str,
        span: tuple[int, int],
        verdict: str,
        actor: str,
        values: Mapping[str, Any] | None = None,
    ) -> int:
        """Accept, correct or drop the record of `table` at `span`; kept beside the record through new readings."""
        reading = self.read_report(report_id, corrected=False).reading
        with self.writing(actor, "correct") as work:
            return correcting.correct(work, report_id, reading, table, *span, verdict, values or {})

    def corrections(self, report_id: int) -> tuple[Correction, ...]:
        """Every correction of a report with its place in the current text."""
        reading = self.read_report(report_id, corrected=False).reading
        with self.reading_state() as connection:
            return correcting.laid_over(reading, correcting.kept(connection, report_id))[1]

    # Events

    def life(self, task_id: int) -> tuple[Event, ...]:
        """The events that touched a task, its edits or its conflicts, newest first."""
        with self.reading_state() as connection:
            of_task = select(touched.c.event).where(touched.c.table == "tasks", touched.c.key == task_id)
            query = select(events).where(events.c.number.in_(of_task)).order_by(events.c.number.desc())
            return tuple(event_of(row) for row in mappings(connection, query))

    def events(self, after: int = 0, limit: int = 200) -> tuple[Event, ...]:
        """Events with a number above `after`, oldest first."""
        with self.reading_state() as connection:
            query = select(events).where(events.c.number > after).order_by(events.c.number).limit(limit)
            return tuple(event_of(row) for row in mappings(connection, query))

    def head(self) -> tuple[int, str]:
        """Number and hash of the last event: printed on papers, kept in backups."""
        with self.reading_state() as connection:
            row = connection.execute(select(head.c.number, head.c.hash)).one()
            return row.number, row.hash
