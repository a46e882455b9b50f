"""Rows of the store to the records that the ledger hands out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from taizhang.ledger.events import Event
from taizhang.ledger.records import Conflict, LedgerReport, LedgerTask
from taizhang.ledger.schema import ancestors, conflicts, edits, events, reports, tasks, touched, versions
from taizhang.model import Goal

Row = dict[str, Any]
WORDS = ("leader", "person", "contact", "remark")


def mappings(connection: Connection, query: Select[Any]) -> list[Row]:
    """The rows of a query, by column."""
    return [dict(row) for row in connection.execute(query).mappings()]


def report_rows(connection: Connection, report_id: int | None = None) -> list[Row]:
    """Reports with their current version, latest year first."""
    current = (versions.c.report_id == reports.c.id) & (versions.c.number == reports.c.version)
    query = (
        select(reports, versions.c.id.label("version_id"), versions.c.sha256, versions.c.source, versions.c.imported)
        .join(versions, current)
        .order_by(reports.c.year.desc(), reports.c.id)
    )
    if report_id is not None:
        query = query.where(reports.c.id == report_id)
    return mappings(connection, query)


def report_of(row: Row) -> LedgerReport:
    """A report from its row."""
    names = ("id", "place", "adcode", "year", "session", "version", "sha256", "source", "imported")
    return LedgerReport(**{name: row[name] for name in names})


def tasks_of(
    connection: Connection, report_id: int | None = None, state: str | None = None, task_id: int | None = None
) -> tuple[LedgerTask, ...]:
    """Tasks with their overlays, in the order of report and text."""
    query = select(tasks).order_by(tasks.c.report_id.nulls_last(), tasks.c.position, tasks.c.id)
    for column, value in ((tasks.c.report_id, report_id), (tasks.c.state, state), (tasks.c.id, task_id)):
        if value is not None:
            query = query.where(column == value)
    rows = mappings(connection, query)
    laid = overlays(connection, task_id)
    open_conflicts, parents = open_conflicts_of(connection, task_id), parents_of(connection, task_id)
    return tuple(
        task_of(row, number, laid.get(row["id"], {}), open_conflicts.get(row["id"], ()), parents.get(row["id"], ()))
        for number, row in enumerate(rows, 1)
    )


def overlays(connection: Connection, task_id: int | None) -> dict[int, dict[str, Row]]:
    """Edits by task and field."""
    query = select(edits) if task_id is None else select(edits).where(edits.c.task_id == task_id)
    found: defaultdict[int, dict[str, Row]] = defaultdict(dict)
    for row in mappings(connection, query):
        found[row["task_id"]][row["field"]] = row
    return found


def open_conflicts_of(connection: Connection, task_id: int | None) -> dict[int, tuple[int, ...]]:
    """Ids of unsettled conflicts by task."""
    query = select(conflicts.c.task_id, conflicts.c.id).where(conflicts.c.settled.is_(None)).order_by(conflicts.c.id)
    return gathered(connection.execute(query if task_id is None else query.where(conflicts.c.task_id == task_id)))


def parents_of(connection: Connection, task_id: int | None) -> dict[int, tuple[int, ...]]:
    """Ids of the tasks that a split or merged one came from."""
    query = select(ancestors.c.task_id, ancestors.c.ancestor_id).order_by(ancestors.c.id)
    return gathered(connection.execute(query if task_id is None else query.where(ancestors.c.task_id == task_id)))


def gathered(pairs: Any) -> dict[int, tuple[int, ...]]:
    """Second members by first."""
    found: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    for key, value in pairs:
        found[key] += (value,)
    return found


def task_of(
    row: Row,
    number: int,
    laid: Mapping[str, Row],
    open_conflicts: tuple[int, ...],
    parents: tuple[int, ...],
) -> LedgerTask:
    """A task with its edits over what was read."""
    edited: Row = {field: one["value"] for field, one in laid.items()}
    shown: Row = {field: row[field] for field in ("title", "livelihood")} | edited
    path = tuple(row["path"])
    area = path[1] if len(path) > 1 else path[0] if path else "其他"
    return LedgerTask(
        id=row["id"],
        report_id=row["report_id"],
        number=number,
        state=row["state"],
        origin=row["origin"],
        source=row["source"],
        revision=row["revision"],
        sentence=row["sentence"],
        start=row["start"],
        end=row["end"],
        title=shown["title"],
        area=edited.get("area") or area,
        path=path,
        due=edited["due"] if "due" in edited else row["due"],
        due_assumed=row["due_assumed"] and "due" not in edited,
        livelihood=shown["livelihood"],
        key_project=edited.get("key_project", False),
        extra=edited.get("extra") or {},
        goals=tuple(Goal(*goal) for goal in row["goals"]),
        lead=tuple(edited.get("lead") or ()),
        support=tuple(edited.get("support") or ()),
        as_read={field: row[field] for field in ("title", "due", "livelihood") if field in edited},
        conflicts=open_conflicts,
        ancestors=parents,
        done=row["done"],
        **{name: edited.get(name) or "" for name in WORDS},
    )


def conflicts_of(connection: Connection, open_only: bool) -> tuple[Conflict, ...]:
    """Conflicts in the order they arose."""
    query = select(conflicts).order_by(conflicts.c.id)
    if open_only:
        query = query.where(conflicts.c.settled.is_(None))
    names = ("id", "task_id", "kind", "before", "after", "settled")
    return tuple(Conflict(**{name: row[name] for name in names}) for row in mappings(connection, query))


def meanwhile(connection: Connection, task_id: int, seen: int) -> tuple[Event, ...]:
    """The events that changed a task after its revision `seen`, oldest first."""
    of_task = select(touched.c.event).where(touched.c.table == "tasks", touched.c.key == task_id)
    query = select(events).where(events.c.number.in_(of_task)).order_by(events.c.number.desc())
    found: list[Event] = []
    for row in connection.execute(query).mappings():
        event = event_of(dict(row))
        reached = [change.after for change in event.changes if (change.table, int(change.key)) == ("tasks", task_id)]
        if any(after and int(after["revision"]) <= seen for after in reached):
            break
        found += [event] if reached else []
    return tuple(reversed(found))


def event_of(row: Row) -> Event:
    """An event from its row."""
    return Event(**{name: row[name] for name in ("number", "at", "actor", "action", "payload", "previous", "hash")})
