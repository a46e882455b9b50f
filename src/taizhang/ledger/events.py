"""The chain of events: every change of the ledger, each event holding the hash of the one before.

A payload is canonical text: UTF-8 JSON with sorted keys and no blanks, numbers as plain decimal strings.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Table

GENESIS = "0" * 64
SEPARATOR = "\n"


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; `before` is none for a new row, `after` for one taken away."""

    table: str
    key: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Event:
    """One link of the chain. `at` is an ISO time with its offset."""

    number: int
    at: str
    actor: str
    action: str
    payload: str
    previous: str
    hash: str

    @property
    def changes(self) -> tuple[Change, ...]:
        """The rows that the event changed, numbers as decimal strings."""
        return tuple(Change(**change) for change in json.loads(self.payload)["changes"])

    @property
    def touched(self) -> frozenset[tuple[str, int]]:
        """The rows (table, key) that the event changed or concerns."""
        concerns = json.loads(self.payload).get("concerns", [])
        changed = {(change.table, int(change.key)) for change in self.changes}
        return frozenset(changed | {(table, int(key)) for table, key in concerns})

    @property
    def note(self) -> str | None:
        """What the person said about it."""
        note: str | None = json.loads(self.payload)["note"]
        return note


def canonical(value: Any) -> str:
    """`value` as canonical text; raises `TypeError` for what JSON does not have."""
    return json.dumps(
        decimal_strings(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def decimal_strings(value: Any) -> Any:
    """`value` with every number as a plain decimal string."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)):f}"
    if isinstance(value, Mapping):
        return {str(key): decimal_strings(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [decimal_strings(item) for item in value]
    raise TypeError(f"no JSON form for {type(value).__name__}")


def accounted(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as events hold it: large columns by their SHA-256."""
    return {
        column.name: digest(row[column.name]) if column.info.get("digest") else row[column.name]
        for column in table.columns
    }


def digest(content: str | bytes) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, lone surrogates included."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()


def chained(number: int, at: str, actor: str, action: str, payload: str, previous: str) -> Event:
    """The event with its hash over everything in it and the hash before."""
    link = SEPARATOR.join([str(number), at, actor, action, payload, previous])
    return Event(number, at, actor, action, payload, previous, digest(link))


def payload(changes: list[Change], note: str | None, concerns: Collection[tuple[str, int]] = ()) -> str:
    """The payload of an event; `concerns` are rows (table, key) that it belongs to without changing them."""
    return canonical(
        {
            "note": note,
            "concerns": sorted(concerns),
            "changes": [
                {"table": change.table, "key": change.key, "before": change.before, "after": change.after}
                for change in changes
            ],
        }
    )
