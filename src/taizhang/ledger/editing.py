"""Edits of tasks: overlays over what was read, refused where the editor saw an older state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from taizhang.ledger.events import Event
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.queries import meanwhile
from taizhang.ledger.records import EDITABLE
from taizhang.ledger.schema import ancestors, conflicts, edits, tasks, versions
from taizhang.ledger.story import told
from taizhang.ledger.writing import Writing

LISTS = frozenset({"lead", "support"})
FLAGS = frozenset({"livelihood", "key_project"})
READ = {"title": "title", "due": "due", "livelihood": "livelihood"}
MAX_WORDS = 2000
MAX_COLUMNS = 100


class StaleEditError(LedgerError):
    """Somebody changed the task meanwhile; `revision` stands now, `events` (oldest first) tell what changed."""

    def __init__(self, task_id: int, seen: int, revision: int, events: tuple[Event, ...] = ()) -> None:
        told = "; ".join(f"{event.actor} {event.action}: {words_of(event, task_id)}" for event in events)
        super().__init__(
            f"task {task_id}: changed meanwhile (you saw revision {seen}, it is now {revision}); look again. {told}"
        )
        self.task_id, self.seen, self.revision, self.events = task_id, seen, revision, events


def words_of(event: Event, task_id: int) -> str:
    """The fields of a task that an event changed, each before → after."""
    return ", ".join(f"{change.field} {change.before!r} → {change.after!r}" for change in told(event, task_id))


def task_row(writing: Writing, task_id: int, seen: int | None) -> dict[str, Any]:
    """The task as it stands; raises `StaleEditError` where it is no longer as `seen`, `LedgerError` for no task."""
    row = writing.row(tasks, task_id)
    if row is None:
        raise LedgerError(f"task {task_id}: there is no such task")
    if seen is not None and seen != row["revision"]:
        since = meanwhile(writing.connection, task_id, seen)
        raise StaleEditError(task_id, seen, row["revision"], since)
    return row


def checked(field: str, value: Any) -> Any:
    """The value in the form that the ledger keeps; raises `LedgerError` that names field and value."""
    if field not in EDITABLE:
        raise LedgerError(f"{field}: not a field of a task that can be edited ({', '.join(EDITABLE)})")
    if field in LISTS:
        if not isinstance(value, list | tuple) or not all(isinstance(unit, str) and unit.strip() for unit in value):
            raise LedgerError(f"{field}: a list of units is needed, not {value!r}")
        return list(dict.fromkeys(unit.strip() for unit in value))
    if field == "extra":
        return further_columns(value)
    if field in FLAGS:
        if not isinstance(value, bool):
            raise LedgerError(f"{field}: true or false is needed, not {value!r}")
        return value
    if field == "due":
        try:
            return None if value in (None, "") else date.fromisoformat(str(value)).isoformat()
        except ValueError as error:
            raise LedgerError(f"due: a day such as 2020-06-30 is needed, not {value!r}") from error
    words = str(value or "").strip()
    if field == "title" and not words:
        raise LedgerError("title: a task needs its words")
    if len(words) > MAX_WORDS:
        raise LedgerError(f"{field}: more than {MAX_WORDS} characters")
    return words


def further_columns(value: Any) -> dict[str, str]:
    """Columns of the office's own table that no field means, by heading; raises `LedgerError` for anything else."""
    if not isinstance(value, Mapping) or not all(isinstance(part, str) for pair in value.items() for part in pair):
        raise LedgerError(f"extra: words by heading are needed, not {value!r}")
    if len(value) > MAX_COLUMNS or any(len(part) > MAX_WORDS for pair in value.items() for part in pair):
        raise LedgerError(f"extra: more than {MAX_COLUMNS} columns or {MAX_WORDS} characters")
    return dict(value)


def edit(writing: Writing, task_id: int, values: Mapping[str, Any], seen: int | None) -> None:
    """Lay the values over the task; a value equal to what was read takes the overlay off again."""
    row = task_row(writing, task_id, seen)
    laid = {
        one["field"]: dict(one)
        for one in writing.connection.execute(select(edits).where(edits.c.task_id == task_id)).mappings()
    }
    before = len(writing.changes)
    for field, value in values.items():
        lay(writing, row, laid.get(field), field, checked(field, value))
    if len(writing.changes) > before:
        writing.change(tasks, task_id, {"revision": row["revision"] + 1})


def due_of(writing: Writing, row: Mapping[str, Any]) -> str | None:
    """The day on which a task is due now, edited or as read."""
    query = select(edits.c.value).where(edits.c.task_id == row["id"], edits.c.field == "due")
    laid = writing.connection.execute(query).first()
    due: str | None = row["due"] if laid is None else laid.value
    return due


def lay(writing: Writing, row: Mapping[str, Any], laid: Mapping[str, Any] | None, field: str, value: Any) -> None:
    """Write one overlay."""
    base = row[READ[field]] if field in READ else None
    if field in READ and value == base:
        if laid:
            writing.remove(edits, laid["id"])
    elif laid:
        writing.change(edits, laid["id"], {"value": value})
    else:
        writing.add(edits, {"task_id": row["id"], "field": field, "value": value, "base": base})


def add_by_hand(writing: Writing, report_id: int | None, title: str, source: str, values: Mapping[str, Any]) -> int:
    """A task from another paper or by hand; `source` names the paper."""
    words = checked("title", title)
    task_id = writing.add(
        tasks,
        {
            "report_id": report_id,
            "position": writing.next_id(tasks),
            "origin": "paper" if source else "hand",
            "source": source or None,
            "state": "standing",
            "revision": 1,
            "sentence": words,
            "title": words,
            "path": [],
            "due_assumed": False,
            "livelihood": False,
            "goals": [],
        },
    )
    if values:
        edit(writing, task_id, values, None)
    return task_id


def drop(writing: Writing, task_id: int, seen: int | None) -> None:
    """Take a task out of the list; it stays in the ledger with its reason."""
    row = task_row(writing, task_id, seen)
    if row["state"] != "standing":
        raise LedgerError(f"task {task_id}: is {row['state']} already")
    writing.change(tasks, task_id, {"state": "dropped", "revision": row["revision"] + 1})


def restore(writing: Writing, task_id: int, seen: int | None) -> None:
    """Put a dropped task back into the list."""
    row = task_row(writing, task_id, seen)
    if row["state"] != "dropped":
        raise LedgerError(f"task {task_id}: is {row['state']}, not dropped")
    writing.change(tasks, task_id, {"state": "standing", "revision": row["revision"] + 1})


def derive(
    writing: Writing, parents: list[tuple[int, int | None]], titles: list[str], origin: str, state: str
) -> list[int]:
    """New tasks that take the place of `parents` (id and revision seen), which stay as their ancestors."""
    rows = [task_row(writing, task_id, seen) for task_id, seen in parents]
    for row in rows:
        if row["state"] != "standing":
            raise LedgerError(f"task {row['id']}: is {row['state']}, only standing tasks are split or merged")
    first = rows[0]
    names = ("report_id", "version_id", "position", "source", "sentence", "start", "end", "path", "due", "due_assumed")
    kept = {name: first[name] for name in (*names, "livelihood")} | {"origin": origin, "state": "standing"}
    words = [checked("title", title) for title in titles]
    goals = divided([goal for row in rows for goal in row["goals"]], words, text_of(writing, first["version_id"]))
    made = []
    for title, own in zip(words, goals, strict=True):
        task_id = writing.add(tasks, kept | {"revision": 1, "title": title, "goals": own})
        for row in rows:
            add_ancestor(writing, task_id, row["id"])
        inherit(writing, first["id"], task_id)
        made.append(task_id)
    for row in rows:
        writing.change(tasks, row["id"], {"state": state, "revision": row["revision"] + 1})
    return made


def text_of(writing: Writing, version_id: int | None) -> str:
    """The text in which a task's goals lie; empty for a task from elsewhere, which has none."""
    found = writing.connection.execute(select(versions.c.text).where(versions.c.id == version_id)).first()
    return str(found.text) if found else ""


def divided(goals: list[list[Any]], titles: list[str], text: str) -> list[list[list[Any]]]:
    """The goals of each title: those whose words it repeats; the first one also has those that none repeats."""
    said = [[text[start:end] in title for _, start, end in goals] for title in titles]
    return [
        [
            goal
            for at, goal in enumerate(goals)
            if said[number][at] or (number == 0 and not any(row[at] for row in said))
        ]
        for number in range(len(titles))
    ]


def add_ancestor(writing: Writing, task_id: int, ancestor_id: int) -> None:
    """Note where a task came from, once."""
    query = select(ancestors.c.id).where(ancestors.c.task_id == task_id, ancestors.c.ancestor_id == ancestor_id)
    if writing.connection.execute(query).first() is None:
        writing.add(ancestors, {"task_id": task_id, "ancestor_id": ancestor_id})


def inherit(writing: Writing, parent: int, task_id: int) -> None:
    """Carry what people had decided of the parent over to the new task, its words excepted."""
    for one in writing.connection.execute(select(edits).where(edits.c.task_id == parent)).mappings().all():
        if one["field"] != "title":
            writing.add(edits, {"task_id": task_id, **{name: one[name] for name in ("field", "value", "base")}})


def settle(writing: Writing, conflict_id: int, keep_edit: bool) -> None:
    """Decide a conflict: keep what the person wrote, or take the new text and lose the edits of words and day."""
    row = writing.row(conflicts, conflict_id)
    if row is None:
        raise LedgerError(f"conflict {conflict_id}: there is no such conflict")
    if row["settled"]:
        raise LedgerError(f"conflict {conflict_id}: was settled already ({row['settled']})")
    writing.change(conflicts, conflict_id, {"settled": "edit" if keep_edit else "text"})
    writing.concerns(tasks, row["task_id"])
    task = task_row(writing, row["task_id"], None)
    if keep_edit:
        return
    read = select(edits).where(edits.c.task_id == task["id"], edits.c.field.in_(READ))
    for one in writing.connection.execute(read).mappings().all():
        writing.remove(edits, one["id"])
    if row["kind"] == "vanished" and task["state"] == "vanished":
        writing.change(tasks, task["id"], {"state": "dropped"})
    writing.change(tasks, task["id"], {"revision": task["revision"] + 1})
