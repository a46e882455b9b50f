"""A reading into the ledger: the same one changes nothing, a corrected one keeps every id and every edit."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from sqlalchemy import select

from taizhang.ledger.editing import add_ancestor, divided
from taizhang.ledger.identity import align, moved, parts
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.records import Imported
from taizhang.ledger.schema import (
    ancestors,
    conflicts,
    edits,
    evidence,
    nodes,
    notes,
    progress,
    reports,
    requests,
    tasks,
    verifications,
    versions,
)
from taizhang.ledger.writing import Writing
from taizhang.model import Reading, Report, Task
from taizhang.model.stored import restore, store

# What of a task comes from the text and follows it to a new version.
READ_FIELDS = ("sentence", "start", "end", "title", "path", "due", "due_assumed", "livelihood", "goals", "position")


def import_reading(writing: Writing, reading: Reading, source: str) -> Imported:
    """Write the reading as the current version of its report.

    Raises `LedgerError` for a text without words, records that do not lie in it, and a corrected text without tasks.
    """
    report = reading.report
    check(reading, source)
    known = find_report(writing, report)
    stored = store(reading)
    if known is None:
        report_id = writing.add(
            reports,
            {
                "place": report.place,
                "adcode": report.adcode,
                "year": report.year,
                "session": report.session,
                "version": 1,
            },
        )
        version_id = add_version(writing, report_id, 1, reading, stored, source)
        for position, task in enumerate(reading.tasks, 1):
            add_task(writing, report_id, version_id, position, task, report.text)
        return Imported(report_id, 1, unchanged=False, new=len(reading.tasks))
    current = writing.connection.execute(
        select(versions).where(versions.c.report_id == known["id"], versions.c.number == known["version"])
    ).one()
    # A stored reading from before a record gained a field is the same reading, though its text is not.
    if current.sha256 == report.sha256 and (
        current.reading == stored or restore(current.reading, current.text) == restore(stored, report.text)
    ):
        return Imported(known["id"], known["version"], unchanged=True)
    number = known["version"] + 1
    version_id = add_version(writing, known["id"], number, reading, stored, source)
    writing.change(reports, known["id"], {"version": number, "session": report.session or known["session"]})
    return carry_tasks(writing, known["id"], number, version_id, reading)


def check(reading: Reading, source: str) -> None:
    """Raise `LedgerError` naming the record that does not lie in its text, or the task that overlaps another."""
    text = reading.report.text
    if not text.strip():
        raise LedgerError(f"{source}: the text is empty")
    for name in ("figures", "targets", "milestones", "tasks"):
        for number, row in enumerate(getattr(reading, name), 1):
            if not 0 <= row.start < row.end <= len(text):
                raise LedgerError(f"{source}: {name} {number} lies at {row.start} to {row.end}, outside the text")
    for number, (task, following) in enumerate(pairwise(reading.tasks), 1):
        if following.start < task.end:
            raise LedgerError(f"{source}: tasks {number} and {number + 1} overlap at {following.start}")


def find_report(writing: Writing, report: Report) -> dict[str, Any] | None:
    """The report that this text is a version of: same place, year and session, or the same bytes."""
    if report.adcode and report.year:
        rows = writing.connection.execute(
            select(reports)
            .where(reports.c.adcode == report.adcode, reports.c.year == report.year)
            .order_by(reports.c.id)
        ).mappings()
        for row in rows:
            # A text that leaves its session out is of the session that is known.
            if row["session"] == report.session or not row["session"] or not report.session:
                return dict(row)
        return None
    same = select(versions.c.report_id).where(versions.c.sha256 == report.sha256)
    found = writing.connection.execute(select(reports).where(reports.c.id.in_(same))).mappings().first()
    return dict(found) if found else None


def add_version(writing: Writing, report_id: int, number: int, reading: Reading, stored: str, source: str) -> int:
    """Write a text and what was read from it."""
    return writing.add(
        versions,
        {
            "report_id": report_id,
            "number": number,
            "sha256": reading.report.sha256,
            "source": source,
            "imported": writing.at,
            "text": reading.report.text,
            "reading": stored,
        },
    )


def as_read(task: Task, position: int, text: str) -> dict[str, Any]:
    """The columns of a task that come from the text."""
    return {
        "position": position,
        "sentence": text[task.start : task.end],
        "start": task.start,
        "end": task.end,
        "title": task.title,
        "path": list(task.path),
        "due": task.due,
        "due_assumed": task.due_assumed,
        "livelihood": task.livelihood,
        "goals": [[goal.type, goal.start, goal.end] for goal in task.goals],
    }


def add_task(writing: Writing, report_id: int, version_id: int, position: int, task: Task, text: str) -> int:
    """Write a task that was not there before; its id."""
    kept = {"report_id": report_id, "version_id": version_id, "origin": "report", "state": "standing", "revision": 1}
    return writing.add(tasks, kept | as_read(task, position, text))


def carry_tasks(writing: Writing, report_id: int, number: int, version_id: int, reading: Reading) -> Imported:
    """Lay the new sentences over the tasks that stand; what a person worked on stays as they left it."""
    text = reading.report.text
    query = select(tasks).where(tasks.c.report_id == report_id, tasks.c.origin == "report").order_by(tasks.c.position)
    old = [dict(row) for row in writing.connection.execute(query).mappings()]
    sentences, fresh = [row["sentence"] for row in old], [text[task.start : task.end] for task in reading.tasks]
    if old and not fresh:
        raise LedgerError(f"no task was read from this text; the ledger has {len(old)} of this report and keeps them")
    pairs = align(sentences, fresh)
    held = worked_on(writing)
    counts = {"new": len(fresh) - len(pairs), "moved": moved(pairs), "changed": 0, "vanished": 0}
    before = open_conflicts(writing)
    raised = 0
    for index, row in enumerate(old):
        other = pairs.get(index)
        task = None if other is None else reading.tasks[other]
        now = None if other is None else fresh[other]
        counts["vanished"] += task is None and row["start"] is not None
        counts["changed"] += now is not None and squeezed(now) != squeezed(row["sentence"])
        if task is None or other is None:
            vanish(writing, row)
        else:
            renew(writing, row, as_read(task, other + 1, text), version_id)
        if row["id"] in held or row["state"] in ("dropped", "split", "merged"):
            raised += note_conflict(writing, row, now, version_id, before.get(row["id"]))
    ids = {other: old[index]["id"] for index, other in pairs.items()}
    for other, task in enumerate(reading.tasks):
        if other not in ids:
            ids[other] = add_task(writing, report_id, version_id, other + 1, task, text)
    for other, index in parts(sentences, fresh, pairs):
        add_ancestor(writing, ids[other], old[index]["id"])
    renew_parts(writing, report_id, version_id, text)
    return Imported(report_id, number, unchanged=False, conflicts=raised, **counts)


def worked_on(writing: Writing) -> set[int]:
    """The tasks that a person edited, planned, reported on, asked about or proved."""
    found: set[int] = set()
    for table in (edits, nodes, progress, verifications, requests, evidence, notes):
        found |= set(writing.connection.execute(select(table.c.task_id).distinct()).scalars())
    return found


def vanish(writing: Writing, row: dict[str, Any]) -> None:
    """The sentence is gone: the task loses its place in the text, and stays."""
    if row["start"] is None:
        return
    gone = {"start": None, "end": None, "goals": [], "revision": row["revision"] + 1}
    state = "vanished" if row["state"] == "standing" else row["state"]
    writing.change(tasks, row["id"], gone | {"state": state})


def renew(writing: Writing, row: dict[str, Any], values: dict[str, Any], version_id: int) -> None:
    """Write what the text says now; a mere shift of its place is no new revision."""
    rewritten = squeezed(values["sentence"]) != squeezed(row["sentence"])
    back = row["start"] is None
    if rewritten or back:
        values = values | {"revision": row["revision"] + 1}
    state = "standing" if row["state"] == "vanished" else row["state"]
    writing.change(tasks, row["id"], values | {"version_id": version_id, "state": state})


def squeezed(sentence: str) -> str:
    """A sentence without white space: a line broken elsewhere is no change."""
    return "".join(sentence.split())


def open_conflicts(writing: Writing) -> dict[int, dict[str, Any]]:
    """The conflict of each task that waits for a person."""
    rows = writing.connection.execute(select(conflicts).where(conflicts.c.settled.is_(None))).mappings()
    return {row["task_id"]: dict(row) for row in rows}


def note_conflict(
    writing: Writing, row: dict[str, Any], now: str | None, version_id: int, waiting: dict[str, Any] | None
) -> bool:
    """Tell a person that a sentence under their work changed or vanished; true where a new conflict arose.

    A task waits for one decision: an open conflict is brought up to date, and settled where the old words are back.
    """
    was = waiting["before"] if waiting else row["sentence"]
    same = now is not None and squeezed(now) == squeezed(was)
    values = {"version_id": version_id, "kind": "vanished" if now is None else "changed", "after": now}
    if waiting:
        writing.change(conflicts, waiting["id"], {"settled": "returned"} if same else values)
        return False
    if same or (now is None and row["start"] is None):
        return False
    writing.add(conflicts, {"task_id": row["id"], "before": was} | values)
    return True


def renew_parts(writing: Writing, report_id: int, version_id: int, text: str) -> None:
    """Tasks that people split off or merged follow their ancestors to the new text, with their goals."""
    query = select(tasks).where(tasks.c.report_id == report_id, tasks.c.origin.in_(("split", "merge")))
    for row in writing.connection.execute(query.order_by(tasks.c.id)).mappings().all():
        of = (
            select(tasks).join(ancestors, ancestors.c.ancestor_id == tasks.c.id).where(ancestors.c.task_id == row["id"])
        )
        parents = [dict(one) for one in writing.connection.execute(of.order_by(ancestors.c.id)).mappings()]
        first = parents[0]
        titles = [row["title"]]
        if row["origin"] == "split":
            part = select(tasks.c.title).join(ancestors, ancestors.c.task_id == tasks.c.id)
            part = part.where(ancestors.c.ancestor_id == first["id"], tasks.c.origin == "split").order_by(tasks.c.id)
            titles = list(writing.connection.execute(part).scalars())
        goals = divided([goal for parent in parents for goal in parent["goals"]], titles, text)
        place = {name: first[name] for name in ("position", "start", "end")}
        writing.change(tasks, row["id"], place | {"version_id": version_id, "goals": goals[titles.index(row["title"])]})
