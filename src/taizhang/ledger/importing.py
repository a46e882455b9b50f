"""A reading into the ledger: the same one changes nothing, a corrected one keeps every id and every edit."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from taizhang.ledger.identity import align
from taizhang.ledger.records import Imported
from taizhang.ledger.schema import conflicts, edits, reports, tasks, versions
from taizhang.ledger.writing import Writing
from taizhang.model import Reading, Report, Task
from taizhang.model.stored import restore, store

# What of a task comes from the text and follows it to a new version.
READ_FIELDS = ("sentence", "start", "end", "title", "path", "due", "due_assumed", "livelihood", "goals", "position")


def import_reading(writing: Writing, reading: Reading, source: str) -> Imported:
    """Write the reading as the current version of its report."""
    report = reading.report
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


def add_task(writing: Writing, report_id: int, version_id: int, position: int, task: Task, text: str) -> None:
    """Write a task that was not there before."""
    kept = {"report_id": report_id, "version_id": version_id, "origin": "report", "state": "standing", "revision": 1}
    writing.add(tasks, kept | as_read(task, position, text))


def carry_tasks(writing: Writing, report_id: int, number: int, version_id: int, reading: Reading) -> Imported:
    """Lay the new sentences over the tasks that stand; what a person edited stays as they left it."""
    text = reading.report.text
    old = [
        dict(row)
        for row in writing.connection.execute(
            select(tasks).where(tasks.c.report_id == report_id, tasks.c.origin == "report").order_by(tasks.c.position)
        ).mappings()
    ]
    fresh = [text[task.start : task.end] for task in reading.tasks]
    pairs = align([row["sentence"] for row in old], fresh)
    edited = set(writing.connection.execute(select(edits.c.task_id).distinct()).scalars())
    counts = {"new": 0, "moved": 0, "changed": 0, "vanished": 0, "conflicts": 0}
    highest = -1
    for index, row in enumerate(old):
        held = row["id"] in edited or row["state"] in ("dropped", "split", "merged")
        other = pairs.get(index)
        if other is None:
            if row["state"] == "standing":
                counts["vanished"] += 1
                writing.change(
                    tasks,
                    row["id"],
                    {"state": "vanished", "start": None, "end": None, "goals": [], "revision": row["revision"] + 1},
                )
            if held and row["start"] is not None:
                counts["conflicts"] += 1
                raise_conflict(writing, row, version_id, "vanished", None)
            continue
        values = as_read(reading.tasks[other], other + 1, text)
        counts["moved"] += other < highest
        highest = max(highest, other)
        rewritten = squeezed(values["sentence"]) != squeezed(row["sentence"])
        counts["changed"] += rewritten
        if rewritten and held:
            counts["conflicts"] += 1
            raise_conflict(writing, row, version_id, "changed", values["sentence"])
        if rewritten or row["state"] == "vanished":
            values["revision"] = row["revision"] + 1
        state = "standing" if row["state"] == "vanished" else row["state"]
        writing.change(tasks, row["id"], values | {"version_id": version_id, "state": state})
    taken = set(pairs.values())
    for other, task in enumerate(reading.tasks):
        if other not in taken:
            counts["new"] += 1
            add_task(writing, report_id, version_id, other + 1, task, text)
    return Imported(report_id, number, unchanged=False, **counts)


def squeezed(sentence: str) -> str:
    """A sentence without white space: a line broken elsewhere is no change."""
    return "".join(sentence.split())


def raise_conflict(writing: Writing, row: dict[str, Any], version_id: int, kind: str, after: str | None) -> None:
    """Note for a person that a sentence they had edited is not what it was."""
    writing.add(
        conflicts,
        {"task_id": row["id"], "version_id": version_id, "kind": kind, "before": row["sentence"], "after": after},
    )
