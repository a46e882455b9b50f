"""A reading as text for a store, and back: exact, every field of every record."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from taizhang.model.figure import Figure, Milestone, Target
from taizhang.model.reading import Reading
from taizhang.model.report import Report, Section
from taizhang.model.source import Run, Source, SourceMap
from taizhang.model.task import Goal, Task

KINDS = {
    kind.__name__: kind for kind in (Report, Section, Figure, Target, Milestone, Task, Goal, SourceMap, Run, Source)
}


def store(reading: Reading) -> str:
    """The reading as JSON text, without the report's text; the same reading gives the same text."""
    return json.dumps(
        {name: packed(getattr(reading, name)) for name in ("report", "figures", "targets", "milestones", "tasks")},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def restore(stored: str, text: str) -> Reading:
    """The reading that `store` wrote, over the text of its report.

    Raises `ValueError` for a text that `store` did not write.
    """
    try:
        parts = {name: unpacked(value) for name, value in json.loads(stored).items()}
        report = parts.pop("report")
        return Reading(report=Report(text=text, **report), **parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no stored reading: {error}") from error


def packed(value: Any) -> Any:
    """A field as JSON: numbers exact as text, records with the name of their kind."""
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, tuple):
        return [packed(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        pairs = {f.name: packed(getattr(value, f.name)) for f in fields(value) if f.name != "text"}
        return pairs if isinstance(value, Report) else {"kind_of_record": type(value).__name__, **pairs}
    return value


def unpacked(value: Any) -> Any:
    """What `packed` made of a field."""
    if isinstance(value, list):
        return tuple(unpacked(item) for item in value)
    if isinstance(value, dict):
        if "decimal" in value:
            return Decimal(value["decimal"])
        kind = value.get("kind_of_record")
        pairs = {name: unpacked(item) for name, item in value.items() if name != "kind_of_record"}
        return KINDS[kind](**pairs) if kind else pairs
    return value
