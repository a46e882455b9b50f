"""Progress: what units report. Draft → submitted → accepted, or returned with a reason and submitted again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Select, select

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import progress, tasks
from taizhang.ledger.transactions import Store
from taizhang.ledger.writing import Writing

ReportState = Literal["draft", "submitted", "accepted", "returned"]
Step = Literal["not_started", "started", "done"]
STAGES: tuple[Step, ...] = ("not_started", "started", "done")
COUNTED: tuple[ReportState, ...] = ("submitted", "accepted")


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """A unit's dated statement of how far a task is, or the goal with these words.

    `value` is in the goal's own unit; `revision` counts its changes and is what the next step must name.
    """

    id: int
    task_id: int
    goal: str | None
    unit: str
    state: ReportState
    revision: int
    as_of: str
    value: Decimal | None
    stage: Step | None
    words: str
    problems: str
    next_steps: str
    author: str
    submitted: str | None
    decided_by: str | None
    decided: str | None
    reason: str | None

    @property
    def version(self) -> str:
        """Which report it is, and after how many changes."""
        return f"{self.id}.{self.revision}"


class StaleReportError(LedgerError):
    """Somebody changed the progress report meanwhile; `report` is how it stands now."""

    def __init__(self, seen: int, report: ProgressReport) -> None:
        super().__init__(
            f"progress {report.id}: changed meanwhile (you saw revision {seen}, it is now {report.revision}, "
            f"{report.state}: {report.words[:60]}); look again"
        )
        self.seen, self.report = seen, report


class RefusedStatementsError(LedgerError):
    """Statements that were handed in together and not taken; `reasons` by the place that each stood in."""

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__("; ".join(f"{place}: {reason}" for place, reason in reasons.items()))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Statement:
    """What a unit says of a task, or of the goal with these words; `place` is where it wrote that.

    `last` is the `version` of the unit's report that was last when it wrote (empty: there was none), none where
    nobody looked.
    """

    place: str
    task_id: int
    goal: str | None = None
    value: Decimal | int | str | None = None
    stage: Step | None = None
    words: str = ""
    problems: str = ""
    next_steps: str = ""
    as_of: str | None = None
    last: str | None = None


class ProgressReports:
    """What units reported, with its whole way through the office."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def draft(
        self,
        task_id: int,
        unit: str,
        actor: str,
        *,
        goal: str | None = None,
        as_of: str | None = None,
        value: Decimal | int | str | None = None,
        stage: Step | None = None,
        words: str = "",
        problems: str = "",
        next_steps: str = "",
        seen: int | None = None,
    ) -> int:
        """Write a unit's draft on a task or goal, or write anew the one that is open; its id.

        `seen` is the revision of the draft that was looked at. Raises `StaleReportError`, `LedgerError`.
        """
        said = Statement("", task_id, goal, value, stage, words, problems, next_steps, as_of)
        with self.store.writing(actor, "draft") as work:
            return write_draft(work, said, entries.words("unit", unit, needed=True), seen)

    def hand_in(self, unit: str, statements: Sequence[Statement], actor: str) -> None:
        """Hand in a unit's statements on several tasks and goals: all of them, or none.

        Raises `RefusedStatementsError` with the reason for each that cannot be taken.
        """
        refused: dict[str, str] = {}
        with self.store.writing(actor, "submit") as work:
            unit = entries.words("unit", unit, needed=True)
            for said in statements:
                try:
                    check_last(work, said, unit)
                    number = write_draft(work, said, unit, None)
                    hand_over(work, moved(work, number, ("draft", "returned"), None))
                except LedgerError as error:
                    refused[said.place] = str(error)
            if refused:
                raise RefusedStatementsError(refused)

    def submit(self, report_id: int, actor: str, seen: int | None = None) -> None:
        """Hand a draft, or a returned one, to the office. Raises `LedgerError` for one that says nothing."""
        with self.store.writing(actor, "submit") as work:
            hand_over(work, moved(work, report_id, ("draft", "returned"), seen))

    def accept(self, report_id: int, actor: str, seen: int | None = None) -> None:
        """Take a submitted report; one that calls the whole task done finishes it."""
        with self.store.writing(actor, "accept") as work:
            row = moved(work, report_id, ("submitted",), seen)
            step(work, row, {"state": "accepted", "decided": work.at, "decided_by": actor})
            if row["goal"] is None and row["stage"] == "done":
                work.change(tasks, row["task_id"], {"done": row["as_of"]})

    def give_back(self, report_id: int, actor: str, reason: str, seen: int | None = None) -> None:
        """Return a submitted or accepted report to its unit; a task that it finished is open again."""
        words = entries.words("reason", reason, needed=True)
        with self.store.writing(actor, "return", words) as work:
            row = moved(work, report_id, ("submitted", "accepted"), seen)
            step(work, row, {"state": "returned", "decided": work.at, "decided_by": actor, "reason": words})
            if row["state"] == "accepted" and row["goal"] is None and row["stage"] == "done":
                work.change(tasks, row["task_id"], {"done": None})

    def of(self, task_id: int) -> tuple[ProgressReport, ...]:
        """Every report on a task, latest day first."""
        return self.found(select(progress).where(progress.c.task_id == task_id))

    def one(self, report_id: int) -> ProgressReport:
        """One report; raises `LedgerError` where there is none."""
        found = self.found(select(progress).where(progress.c.id == report_id))
        if not found:
            raise LedgerError(f"progress {report_id}: there is no such report")
        return found[0]

    def waiting(self, unit: str | None = None) -> tuple[ProgressReport, ...]:
        """What waits: with a `unit` its drafts and returned reports, without one what the office has to decide."""
        if unit is None:
            return self.found(select(progress).where(progress.c.state == "submitted"))
        own = progress.c.state.in_(("draft", "returned"))
        return self.found(select(progress).where(progress.c.unit == unit, own))

    def all(self, states: tuple[ReportState, ...] = COUNTED) -> tuple[ProgressReport, ...]:
        """Every report in one of these states, latest day first."""
        return self.found(select(progress).where(progress.c.state.in_(states)))

    def latest(
        self, until: str | None = None, states: tuple[ReportState, ...] = COUNTED
    ) -> dict[tuple[int, str | None], ProgressReport]:
        """The last statement on every (task, goal) as of a day or before it, for lights of that day."""
        query = select(progress).where(progress.c.state.in_(states))
        if until is not None:
            query = query.where(progress.c.as_of <= until)
        newest: dict[tuple[int, str | None], ProgressReport] = {}
        for report in self.found(query):
            newest.setdefault((report.task_id, report.goal), report)
        return newest

    def found(self, query: Select[Any]) -> tuple[ProgressReport, ...]:
        """The reports of a query, latest day first."""
        with self.store.reading_state() as connection:
            rows = connection.execute(query.order_by(progress.c.as_of.desc(), progress.c.id.desc())).mappings()
            return tuple(report_of(dict(row)) for row in rows)


def report_of(row: dict[str, Any]) -> ProgressReport:
    """A report from its row."""
    kept = {field.name: row[field.name] for field in fields(ProgressReport)}
    return ProgressReport(**(kept | {"value": entries.number(row["value"])}))


def own_reports(said: Statement, unit: str) -> Select[Any]:
    """The unit's reports on what a statement speaks of, the last one first."""
    same = (progress.c.task_id == said.task_id, progress.c.goal.is_not_distinct_from(said.goal))
    return select(progress).where(*same, progress.c.unit == unit).order_by(progress.c.id.desc())


def check_last(work: Writing, said: Statement, unit: str) -> None:
    """Raise `LedgerError` where the unit reported again since the statement was written."""
    row = work.connection.execute(own_reports(said, unit)).mappings().first()
    last = report_of(dict(row)) if row else None
    if said.last is not None and said.last != (last.version if last else ""):
        now = f"{last.as_of} {last.author} {last.state}: {last.words[:60]}" if last else "nothing"
        raise LedgerError(f"changed meanwhile, it now says {now}; look again")


def write_draft(work: Writing, said: Statement, unit: str, seen: int | None) -> int:
    """Write a unit's draft, or write anew the one that is open; its id. Raises `StaleReportError`, `LedgerError`."""
    values = {
        "as_of": entries.day("as_of", said.as_of or work.at[:10]),
        "value": entries.exact("value", said.value),
        "stage": None if said.stage is None else entries.chosen("stage", said.stage, STAGES),
        "words": entries.words("words", said.words),
        "problems": entries.words("problems", said.problems),
        "next_steps": entries.words("next_steps", said.next_steps),
        "author": work.actor,
    }
    entries.working_task(work, said.task_id)
    query = own_reports(said, unit).where(progress.c.state.in_(("draft", "returned")))
    open_one = work.connection.execute(query).mappings().first()
    if open_one is None:
        start = {"task_id": said.task_id, "goal": said.goal, "unit": unit, "state": "draft", "revision": 1}
        return work.add(progress, start | values)
    check_seen(dict(open_one), seen)
    changed = any(open_one[name] != new for name, new in values.items() if name != "author")
    if changed:
        work.change(progress, open_one["id"], values | {"revision": open_one["revision"] + 1})
    return int(open_one["id"])


def hand_over(work: Writing, row: dict[str, Any]) -> None:
    """Give a draft to the office. Raises `LedgerError` for one that says nothing."""
    if row["value"] is None and row["stage"] is None and not row["words"]:
        raise LedgerError(f"progress {row['id']}: says nothing yet; give a value, a stage or words")
    step(work, row, {"state": "submitted", "submitted": work.at, "reason": None})


def check_seen(row: dict[str, Any], seen: int | None) -> None:
    """Raise `StaleReportError` where the report is no longer as it was seen."""
    if seen is not None and seen != row["revision"]:
        raise StaleReportError(seen, report_of(row))


def moved(work: Writing, report_id: int, states: tuple[str, ...], seen: int | None) -> dict[str, Any]:
    """The row of a report that may leave its state now."""
    row = work.row(progress, report_id)
    if row is None:
        raise LedgerError(f"progress {report_id}: there is no such report")
    check_seen(row, seen)
    if row["state"] not in states:
        raise LedgerError(f"progress {report_id}: is {row['state']}, not {' or '.join(states)}")
    entries.working_task(work, row["task_id"])
    return row


def step(work: Writing, row: dict[str, Any], values: dict[str, Any]) -> None:
    """Write the next state of a report."""
    work.change(progress, row["id"], values | {"revision": row["revision"] + 1})
