"""What the ledger hands out: plain, frozen records, never rows of the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from taizhang.model import Goal, Reading

TaskState = Literal["standing", "vanished", "dropped", "split", "merged"]
Origin = Literal["report", "paper", "hand", "split", "merge"]
ConflictKind = Literal["changed", "vanished"]

# What people may edit of a task; everything else is as read.
EDITABLE = (
    "title",
    "area",
    "due",
    "leader",
    "lead",
    "support",
    "person",
    "contact",
    "remark",
    "livelihood",
    "key_project",
    "extra",
)


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """A report of the ledger; `version` counts its texts from 1."""

    id: int
    place: str | None
    adcode: str | None
    year: int | None
    session: str | None
    version: int
    sha256: str
    source: str
    imported: str

    @property
    def name(self) -> str:
        """Place and year, as the report is called in lists."""
        known = f"{self.place or ''}{f'{self.year}年' if self.year else ''}"
        return known or self.source


@dataclass(frozen=True, slots=True)
class LedgerTask:
    """A task with its edits laid over what was read; `as_read` holds what each edited field was.

    `revision` counts its changes: whoever edits says which one they saw. `start` and `end` are offsets into the
    report's current text, none where the sentence vanished or the task is from elsewhere. `done` is the day on which
    the work was finished, once the office accepted that.
    """

    id: int
    report_id: int | None
    number: int
    state: TaskState
    origin: Origin
    source: str | None
    revision: int
    sentence: str
    start: int | None
    end: int | None
    title: str
    area: str
    path: tuple[str, ...]
    due: str | None
    due_assumed: bool
    livelihood: bool
    key_project: bool
    goals: tuple[Goal, ...]
    leader: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    person: str
    contact: str
    remark: str
    as_read: dict[str, Any]
    conflicts: tuple[int, ...] = ()
    ancestors: tuple[int, ...] = ()
    done: str | None = None
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence that changed or vanished under an edit; `settled` says how a person decided, none while open."""

    id: int
    task_id: int
    kind: ConflictKind
    before: str
    after: str | None
    settled: str | None


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import ended: `unchanged` where the ledger already held this reading."""

    report_id: int
    version: int
    unchanged: bool
    new: int = 0
    moved: int = 0
    changed: int = 0
    vanished: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person made of an extracted record: `accept`, `correct` (with values) or `drop`.

    `start` and `end` are where the record stands in the current text, none where its quote is gone.
    """

    id: int
    table: str
    quote: str
    start: int | None
    end: int | None
    verdict: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A report with its current reading."""

    report: LedgerReport
    reading: Reading
