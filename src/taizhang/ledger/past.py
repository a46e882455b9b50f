"""How the ledger stood: the events up to a moment, replayed into a store in memory."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Integer, LargeBinary, Table, insert, select

from taizhang.ledger.events import Event
from taizhang.ledger.opening import memory_engine
from taizhang.ledger.queries import event_of
from taizhang.ledger.schema import ACCOUNTED, events, head, touched

RowKey = tuple[str, int]


def stood(connection: Connection, moment: datetime) -> Engine:
    """A store in memory with every row as the events up to `moment` made it."""
    rows: dict[RowKey, dict[str, Any]] = {}
    chain: list[Event] = []
    query = select(events).order_by(events.c.number).execution_options(yield_per=500)
    for found in connection.execute(query).mappings():
        event = event_of(dict(found))
        if datetime.fromisoformat(event.at) > moment:
            break
        chain.append(event)
        for change in event.changes:
            rows.pop((change.table, int(change.key)), None)
            if change.after is not None:
                rows[change.table, int(change.key)] = change.after
    engine = memory_engine()
    with engine.begin() as memory:
        for table in ACCOUNTED:
            kept = [row for (name, _), row in sorted(rows.items()) if name == table.name]
            if kept:
                large = large_columns(connection, table)
                memory.execute(insert(table), [typed(table, row, large) for row in kept])
        keep_chain(memory, chain)
    return engine


def large_columns(connection: Connection, table: Table) -> dict[int, dict[str, Any]]:
    """By id what events hold only the hash of. Texts are never changed, so the present ones are those of then."""
    names = [column.name for column in table.columns if column.info.get("digest")]
    if not names:
        return {}
    # Files may be many and large: they are asked of the ledger itself.
    if any(isinstance(table.c[name].type, LargeBinary) for name in names):
        return {row.id: dict.fromkeys(names, b"") for row in connection.execute(select(table.c.id))}
    query = select(table.c.id, *(table.c[name] for name in names))
    return {row["id"]: {name: row[name] for name in names} for row in connection.execute(query).mappings()}


def typed(table: Table, row: dict[str, Any], large: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """A row of an event with the types of its columns: numbers stand in events as decimal strings."""
    values: dict[str, Any] = {
        column.name: int(row[column.name])
        if isinstance(column.type, Integer) and row.get(column.name) is not None
        else row.get(column.name)
        for column in table.columns
    }
    if table.name == "tasks":
        values["goals"] = [[kind, int(start), int(end)] for kind, start, end in row["goals"]]
    return values | large.get(values["id"], {})


def keep_chain(memory: Connection, chain: list[Event]) -> None:
    """The events themselves, so that lives can be told."""
    last = chain[-1] if chain else None
    memory.execute(insert(head).values(id=1, number=last.number if last else 0, hash=last.hash if last else "0" * 64))
    if not chain:
        return
    names = ("number", "at", "actor", "action", "payload", "previous", "hash")
    memory.execute(insert(events), [{name: getattr(event, name) for name in names} for event in chain])
    memory.execute(
        insert(touched),
        [
            {"event": event.number, "table": table, "key": key}
            for event in chain
            for table, key in sorted(event.touched)
        ],
    )
