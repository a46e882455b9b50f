"""One write of the ledger: rows changed and their event, in one transaction under the locked head row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from taizhang.ledger.events import Change, Event, accounted, chained, payload
from taizhang.ledger.schema import events, head, touched


class Writing:
    """Collects the changes of one action. Every write to an accounted table goes through here."""

    def __init__(self, connection: Connection, actor: str, action: str, at: str) -> None:
        self.connection = connection
        self.actor, self.action, self.at = actor, action, at
        self.changes: list[Change] = []
        # Whoever holds this row writes; others wait. SQLite took its lock when the transaction began.
        last = connection.execute(select(head.c.number, head.c.hash).with_for_update()).one()
        self.number, self.previous = last.number, last.hash

    def row(self, table: Table, key: int) -> dict[str, Any] | None:
        """The row with this id, or none."""
        found = self.connection.execute(select(table).where(table.c.id == key)).mappings().first()
        return None if found is None else dict(found)

    def next_id(self, table: Table) -> int:
        """The first id never given; rows are not taken away, so the highest is the last."""
        return int(self.connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1

    def add(self, table: Table, values: Mapping[str, Any]) -> int:
        """Write a new row and return its id."""
        key = self.next_id(table)
        row = {column.name: None for column in table.columns} | dict(values) | {"id": key}
        self.connection.execute(insert(table).values(row))
        self.changes.append(Change(table.name, key, None, accounted(table, row)))
        return key

    def change(self, table: Table, key: int, values: Mapping[str, Any]) -> None:
        """Write the values into a row; what stays the same makes no change.

        Raises `LookupError` for a row that is not there.
        """
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

    def finish(self, note: str | None = None) -> Event | None:
        """Append the event of all changes; none where nothing changed."""
        if not self.changes:
            return None
        event = chained(self.number + 1, self.at, self.actor, self.action, payload(self.changes, note), self.previous)
        columns = ("number", "at", "actor", "action", "payload", "previous", "hash")
        self.connection.execute(insert(events).values({name: getattr(event, name) for name in columns}))
        rows = {(change.table, change.key) for change in self.changes}
        self.connection.execute(
            insert(touched), [{"event": event.number, "table": table, "key": key} for table, key in sorted(rows)]
        )
        self.connection.execute(update(head).values(number=event.number, hash=event.hash))
        return event
