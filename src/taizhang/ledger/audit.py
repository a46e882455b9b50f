"""The audit: is the chain of events whole, and do the tables hold just what the events made of them?

Three comparisons. Each event against its own hash and the one before it: an edited, removed, inserted or reordered
event breaks there. The last event against the head row, and against a head that was exported earlier (printed on a
paper, kept with a backup): a tail that was cut off shows there, however well the rest was repaired. All events replayed
against the tables: a row that was edited, added or taken away past the ledger shows there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, select

from taizhang.ledger.events import GENESIS, Change, Event, accounted, chained, decimal_strings
from taizhang.ledger.queries import event_of
from taizhang.ledger.schema import ACCOUNTED, events, head, touched
from taizhang.ledger.transactions import Store

FindingKind = Literal["chain", "head", "exported", "row", "index"]
RowKey = tuple[str, int]
# Rows named one by one; of more the number is told.
MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; `event` is the number at which it shows, where there is one."""

    kind: FindingKind
    message: str
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """The result: how far the chain is whole (`number`, `hash`), rows compared, and what was found."""

    number: int
    hash: str
    rows: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def audit(store: Store, exported: tuple[int, str] | None = None) -> Audit:
    """Compare chain, head and tables of one state of the ledger; `exported` is number and hash of an earlier head."""
    with store.reading_state() as connection:
        return audited(connection, exported)


def audited(connection: Connection, exported: tuple[int, str] | None = None) -> Audit:
    """The audit of what a connection sees. A broken chain ends it: what follows could not be trusted."""
    replayed: dict[RowKey, dict[str, Any]] = {}
    indexed: set[tuple[int, str, int]] = set()
    number, last, kept = 0, GENESIS, exported is None or exported == (0, GENESIS)
    for event in stored_events(connection):
        trouble = chain_trouble(event, number + 1, last) or replay(event, replayed)
        if trouble:
            return Audit(number, last, 0, (trouble,))
        number, last = event.number, event.hash
        indexed |= {(number, table, key) for table, key in event.touched}
        kept = kept or exported == (number, last)
    found = [*head_troubles(connection, number, last)]
    if not kept and exported:
        said = f"the exported head {exported[0]} {exported[1][:16]}… is not in this chain, which ends at {number}"
        found.append(Finding("exported", f"{said}: events were cut off or written anew", exported[0]))
    found += index_troubles(connection, indexed)
    rows, troubles = row_troubles(connection, replayed)
    return Audit(number, last, rows, tuple(found + troubles))


def stored_events(connection: Connection) -> Iterator[Event]:
    """The events as they lie in the store, by number, a few at a time."""
    query = select(events).order_by(events.c.number).execution_options(yield_per=500)
    for row in connection.execute(query).mappings():
        yield event_of(dict(row))


def chain_trouble(event: Event, number: int, previous: str) -> Finding | None:
    """Where an event does not follow the one before it, or is not what was hashed."""
    if event.number != number:
        return Finding("chain", f"event {number} is missing; the next one is {event.number}", number)
    if event.previous != previous:
        return Finding(
            "chain", f"event {number} does not follow event {number - 1}: removed, inserted or moved", number
        )
    if chained(event.number, event.at, event.actor, event.action, event.payload, event.previous).hash != event.hash:
        return Finding("chain", f"event {number} was edited: its content does not have its hash", number)
    return None


def replay(event: Event, replayed: dict[RowKey, dict[str, Any]]) -> Finding | None:
    """Do an event's changes to the replayed rows; where one starts from another state, say so."""
    for change in event.changes:
        key = (change.table, int(change.key))
        if filled(replayed.get(key)) != filled(change.before):
            return Finding(
                "chain", f"event {event.number} changes {row_words(change)} from a state it was not in", event.number
            )
        if change.after is None:
            del replayed[key]
        else:
            replayed[key] = change.after
    return None


def filled(row: dict[str, Any] | None) -> dict[str, Any] | None:
    """A row without its empty columns, so that a column added by a migration is no difference."""
    return None if row is None else {name: value for name, value in row.items() if value is not None}


def row_words(change: Change) -> str:
    """How a row is called in a finding."""
    return f"{change.table} {change.key}"


def head_troubles(connection: Connection, number: int, last: str) -> list[Finding]:
    """Where the head row does not name the last event."""
    rows = [(row.number, row.hash) for row in connection.execute(select(head.c.number, head.c.hash))]
    if rows == [(number, last)]:
        return []
    told = f"{rows[0][0]} {rows[0][1][:16]}…" if rows else "nothing"
    return [Finding("head", f"the head row names {told}, but the chain ends at {number} {last[:16]}…", number)]


def index_troubles(connection: Connection, indexed: set[tuple[int, str, int]]) -> list[Finding]:
    """Where the index of lives leaves an event out or names one too many."""
    stored = {(row.event, row.table, row.key) for row in connection.execute(select(touched))}
    return limited(
        [
            Finding("index", f"event {number} is {fault} in the life of {table} {key}", number)
            for fault, rows in (("missing", indexed - stored), ("added", stored - indexed))
            for number, table, key in sorted(rows)
        ]
    )


def row_troubles(connection: Connection, replayed: dict[RowKey, dict[str, Any]]) -> tuple[int, list[Finding]]:
    """How many rows were compared, and where a table differs from what the events made of it."""
    found, compared = [], 0
    for table in ACCOUNTED:
        wanted = {key: row for (name, key), row in replayed.items() if name == table.name}
        for key, row in table_rows(connection, table):
            compared += 1
            expected = filled(wanted.pop(key, None))
            if expected is None:
                found.append(Finding("row", f"{table.name} {key} was added past the ledger"))
            elif expected != row:
                names = sorted(name for name in expected | row if expected.get(name) != row.get(name))
                found.append(Finding("row", f"{table.name} {key} was edited past the ledger: {', '.join(names)}"))
        found += [Finding("row", f"{table.name} {key} was taken away past the ledger") for key in sorted(wanted)]
    return compared, limited(found)


def table_rows(connection: Connection, table: Table) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table in the form of events, by id."""
    query = select(table).order_by(table.c.id).execution_options(yield_per=500)
    for row in connection.execute(query).mappings():
        yield row["id"], filled(decimal_strings(accounted(table, dict(row)))) or {}


def limited(found: list[Finding]) -> list[Finding]:
    """The first findings, and how many more there are."""
    more = len(found) - MOST_FINDINGS
    return found if more <= 0 else [*found[:MOST_FINDINGS], Finding(found[0].kind, f"and {more} more of this kind")]
