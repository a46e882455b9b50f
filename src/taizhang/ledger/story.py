"""The story of a task: what each event changed of it, field by field, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from taizhang.ledger.events import Change, Event

# Columns that place or count a row and say nothing to a reader.
SILENT = frozenset({"id", "task_id", "version_id", "revision", "position", "number", "start", "end", "at", "author"})
# A task's figures and dates in the text, which follow its sentence.
FOLLOWING = frozenset({"goals"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a task, or of something beside it (`table`: progress, nodes, requests …), before and after.

    Numbers are decimal strings, as the event holds them.
    """

    table: str
    field: str
    before: Any
    after: Any


def told(event: Event, task_id: int) -> tuple[FieldChange, ...]:
    """What an event changed of a task and of what belongs to it. A task that was made tells only its sentence."""
    found: list[FieldChange] = []
    for change in event.changes:
        if not belongs(change, task_id):
            continue
        if change.table == "edits":
            before, after = change.before or {}, change.after or {}
            found.append(FieldChange("tasks", (after or before)["field"], before.get("value"), after.get("value")))
        elif change.table == "tasks" and change.before is None:
            found.append(FieldChange("tasks", "sentence", None, (change.after or {})["sentence"]))
        else:
            found += fields_of(change)
    return tuple(found)


def belongs(change: Change, task_id: int) -> bool:
    """Whether a changed row is the task itself or names it."""
    if change.table == "tasks":
        return int(change.key) == task_id
    return (change.after or change.before or {}).get("task_id") == str(task_id)


def fields_of(change: Change) -> list[FieldChange]:
    """The columns of a row that changed and that say something."""
    before, after = change.before or {}, change.after or {}
    names = [name for name in dict.fromkeys([*before, *after]) if name not in SILENT | FOLLOWING]
    return [
        FieldChange(change.table, name, before.get(name), after.get(name))
        for name in names
        if (before.get(name) or None) != (after.get(name) or None)
    ]
