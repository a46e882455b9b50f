"""One write of the ledger: rows changed and their event, in one transaction under the locked head row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from taizhang.ledger.events import Change, Event, accounted, chained, payload
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import events, head, touched


class Writing:
    """Collects the changes of one action. Every write to an accounted table goes through here."""

    def __init__(self, connection: Connection, actor: str, action: str, at: str) -> None:
        self.connection = connection
        self.actor, self.action, self.at = actor, action, at
        self.changes: list[Change] = []
        self.subjects: set[tuple[str, int]] = set()
        self.last_ids: dict[str, int] = {}
        # Whoever holds this row writes; others wait. SQLite took its lock when the transaction began.
        last = connection.execute(select(head.c.number, head.c.hash).with_for_update()).one()
        self.number, self.previous = last.number, last.hash

    def row(self, table: Table, key: int) -> dict[str, Any] | None:
        """The row with this id, or none."""
        found = self.connection.execute(select(table).where(table.c.id == key)).mappings().first()
        return None if found is None else dict(found)

    def next_id(self, table: Table) -> int:
        """The id that the next new row gets: one more than the highest. Nobody else writes meanwhile."""
        if table.name not in self.last_ids:
            highest = self.connection.execute(select(func.max(table.c.id))).scalar_one()
            self.last_ids[table.name] = highest or 0
        return self.last_ids[table.name] + 1

    def add(self, table: Table, values: Mapping[str, Any]) -> int:
        """Write a new row and return its id."""
        keepable(table, values)
        key = self.last_ids[table.name] = self.next_id(table)
        row = {column.name: None for column in table.columns} | dict(values) | {"id": key}
        self.connection.execute(insert(table).values(row))
        self.changes.append(Change(table.name, key, None, accounted(table, row)))
        return key

    def change(self, table: Table, key: int, values: Mapping[str, Any]) -> None:
        """Write the values into a row; what stays the same makes no change.

        Raises `LookupError` for a row that is not there.
        """
        keepable(table, values)
        before = self.row(table, key)
        if before is None:
            raise LookupError(f"{table.name} {key}")
        new = {name: value for name, value in values.items() if before[name] != value}
        if new:
            self.connection.execute(update(table).where(table.c.id == key).values(new))
            self.changes.append(Change(table.name, key, accounted(table, before), accounted(table, before | new)))

    def remove(self, table: Table, key: int) -> None:
        """Take a row away; its last state stays in the event."""
        before = self.row(table, key)
        if before is None:
            raise LookupError(f"{table.name} {key}")
        self.connection.execute(table.delete().where(table.c.id == key))
        self.changes.append(Change(table.name, key, accounted(table, before), None))

    def concerns(self, table: Table, key: int) -> None:
        """Let the event belong to the life of this row too, though the row itself stays as it is."""
        self.subjects.add((table.name, key))

    def finish(self, note: str | None = None) -> Event | None:
        """Append the event of all changes; none where nothing changed."""
        if not self.changes:
            return None
        event = chained(
            self.number + 1, self.at, self.actor, self.action, payload(self.changes, note, self.subjects), self.previous
        )
        columns = ("number", "at", "actor", "action", "payload", "previous", "hash")
        self.connection.execute(insert(events).values({name: getattr(event, name) for name in columns}))
        self.connection.execute(
            insert(touched),
            [{"event": event.number, "table": table, "key": key} for table, key in sorted(event.touched)],
        )
        self.connection.execute(update(head).values(number=event.number, hash=event.hash))
        return event


def keepable(table: Table, values: Mapping[str, Any]) -> None:
    """Refuse, on both stores alike, what one of them cannot keep.

    Raises `LedgerError` for words longer than their column, and for NUL and half characters.
    """
    for name, value in values.items():
        for words in strings(value):
            if "\0" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
                raise LedgerError(f"{table.name}.{name}: holds a NUL or half a character, so it is no text")
        length = getattr(table.c[name].type, "length", None)
        if isinstance(value, str) and length is not None and len(value) > length:
            raise LedgerError(f"{table.name}.{name}: more than {length} characters ({value[:20]}…)")


def strings(value: Any) -> Iterator[str]:
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
