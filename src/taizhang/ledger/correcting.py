"""Corrections of extracted records: kept beside the record, and found again after a new reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.records import Correction
from taizhang.ledger.schema import corrections
from taizhang.ledger.writing import Writing
from taizhang.model import Figure, Milestone, Reading, Target

# Characters on both sides of a quote that tell it from its likes.
NEIGHBOURHOOD = 24
VERDICTS = ("accept", "correct", "drop")
KINDS = {"figures": Figure, "targets": Target, "milestones": Milestone}
NUMBERS = frozenset({"value", "low", "high"})
FIXED = frozenset({"start", "end", "quote", "sure", "reason"})


def correct(
    writing: Writing,
    report_id: int,
    reading: Reading,
    table: str,
    start: int,
    end: int,
    verdict: str,
    values: Mapping[str, Any],
) -> int:
    """Keep what a person says of the record of `table` at `start`–`end`; a later word replaces an earlier one.

    Raises `LedgerError` for no such record, an unknown verdict, or a field or number out of form.
    """
    if table not in KINDS or verdict not in VERDICTS:
        raise LedgerError(f"{table}/{verdict}: a correction is of {', '.join(KINDS)} and says {', '.join(VERDICTS)}")
    if not any(row.start == start and row.end == end for row in getattr(reading, table)):
        raise LedgerError(f"{table}: no record at {start}–{end}")
    text = reading.report.text
    row = {
        "report_id": report_id,
        "table": table,
        "quote": text[start:end],
        "left": text[max(0, start - NEIGHBOURHOOD) : start],
        "right": text[end : end + NEIGHBOURHOOD],
        "start": start,
        "verdict": verdict,
        "values": checked(table, values) if verdict == "correct" else {},
    }
    for known in kept(writing.connection, report_id):
        if known["table"] == table and located(text, known) == start:
            writing.change(corrections, known["id"], row)
            return int(known["id"])
    return writing.add(corrections, row)


def checked(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The corrected fields, numbers as decimal strings."""
    names = {field.name for field in fields(KINDS[table])} - FIXED
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name not in names:
            raise LedgerError(f"{name}: not a field of {table} that can be corrected")
        found[name] = fitting(table, name, None if value == "" else value)
    return found


def choices_of(table: str, name: str) -> tuple[str, ...]:
    """What a field of a table may be where it is one of a few words; empty where it is free."""
    kind = get_type_hints(KINDS[table])[name]
    parts = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return tuple(choice for part in parts if get_origin(part) is Literal for choice in get_args(part))


def fitting(table: str, name: str, value: Any) -> Any:
    """The value in the type of its field. Raises `LedgerError` naming the field and what it takes."""
    kind = get_type_hints(KINDS[table])[name]
    parts = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    choices = choices_of(table, name)
    if value is None:
        if type(None) not in parts:
            raise LedgerError(f"{name}: is needed")
        return None
    if name in NUMBERS:
        return entries.exact(name, value)
    if choices:
        return entries.chosen(name, value, choices)
    if bool in parts and not isinstance(value, bool):
        raise LedgerError(f"{name}: true or false is needed, not {value!r}")
    return value if bool in parts else entries.words(name, str(value), needed=True)


def kept(connection: Any, report_id: int) -> list[dict[str, Any]]:
    """The corrections of a report, in the order they were made."""
    query = corrections.select().where(corrections.c.report_id == report_id).order_by(corrections.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def located(text: str, row: Mapping[str, Any]) -> int | None:
    """Where the quote of a correction stands in `text`: with its neighbourhood whole, else with one side of it.

    A quote that stands only elsewhere, or in several alike places, is not located: better none than the wrong one.
    """
    quote, left, right = row["quote"], row["left"], row["right"]
    for before, after in ((left, right), (left, ""), ("", right), (left[-8:], right[:8])):
        whole = before + quote + after
        first = text.find(whole)
        if (before or after) and first >= 0:
            at = first + len(before)
            return at if text.find(whole, first + 1) < 0 or row["start"] == at else None
    return None


def laid_over(reading: Reading, rows: list[dict[str, Any]]) -> tuple[Reading, tuple[Correction, ...]]:
    """The reading with the corrections in it, accepted and corrected records certain; and where each one stands."""
    tables: dict[str, list[Any]] = {name: list(getattr(reading, name)) for name in KINDS}
    found = []
    for row in rows:
        at = located(reading.report.text, row)
        end = None if at is None else at + len(row["quote"])
        found.append(Correction(row["id"], row["table"], row["quote"], at, end, row["verdict"], row["values"]))
        if at is not None and end is not None:
            meant = meant_records(tables[row["table"]], at, end)
            tables[row["table"]] = [
                new
                for record in tables[row["table"]]
                for new in (corrected(record, row) if record in meant else [record])
            ]
    whole: dict[str, Any] = {name: tuple(records) for name, records in tables.items()}
    return replace(reading, **whole), tuple(found)


def meant_records(records: list[Any], start: int, end: int) -> list[Any]:
    """The records at a span; else the one that overlaps it, as a better reader may draw its borders otherwise."""
    exact = [record for record in records if (record.start, record.end) == (start, end)]
    near = [record for record in records if record.start < end and start < record.end]
    return exact or (near if len(near) == 1 else [])


def corrected(record: Any, row: Mapping[str, Any]) -> list[Any]:
    """The record as the person left it; none where they dropped it."""
    if row["verdict"] == "drop":
        return []
    values = {
        name: Decimal(value) if name in NUMBERS and value is not None else value
        for name, value in row["values"].items()
    }
    return [replace(record, **values, sure="certain", reason=None)]
