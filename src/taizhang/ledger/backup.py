"""Backup and restore while the ledger is in use.

A SQLite ledger is copied by SQLite's own online backup, page by page, into a ledger that opens as it is. Either store
also gives a portable file, which restores into either: gzip over lines of JSON, first a header with the schema's
revision and the head of the chain, then a row a line, last the number of rows and the SHA-256 of all lines before it.
Sessions and failed logins are left out. What is restored is audited before anybody sees it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from taizhang.ledger.audit import Finding, audited
from taizhang.ledger.opening import LedgerError, revision_of
from taizhang.ledger.schema import head, metadata
from taizhang.ledger.transactions import Store

KIND, FORMAT = "taizhang ledger backup", 1
LEFT_OUT = frozenset({"sessions", "attempts"})
TABLES = tuple(table for table in metadata.sorted_tables if table.name not in LEFT_OUT)
SQLITE_MAGIC, GZIP_MAGIC = b"SQLite format 3\0", b"\x1f\x8b"
# Rows written at once on restore.
BATCH = 200


class DamagedBackupError(LedgerError):
    """A backup that is cut off, was changed, or does not pass the audit."""


def backup(store: Store, target: str | Path, portable: bool = False) -> tuple[int, str]:
    """Write a backup of the ledger as it is now; number and hash of its head.

    The file appears whole or not at all. Raises `LedgerError` where `target` exists.
    """
    path = Path(target)
    if path.exists():
        raise LedgerError(f"{path}: exists already; name another file for the backup")
    part = path.with_name(path.name + ".part")
    try:
        if store.engine.dialect.name == "sqlite" and not portable:
            found = copy_sqlite(str(store.engine.url.database), part)
        else:
            found = write_portable(store, part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return found


def copy_sqlite(database: str, target: Path) -> tuple[int, str]:
    """A copy by SQLite's online backup, in one file."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        number, last = copy.execute("SELECT number, hash FROM head").fetchone()
    return int(number), str(last)


def write_portable(store: Store, target: Path) -> tuple[int, str]:
    """The portable file of one state of the ledger."""
    count, sha = 0, hashlib.sha256()
    with store.reading_state() as connection, gzip.open(target, "wb", compresslevel=6) as file:
        row = connection.execute(select(head.c.number, head.c.hash)).one()
        header = {"kind": KIND, "format": FORMAT, "schema": revision_of(connection), "head": [row.number, row.hash]}
        for line in (header, *rows_of(connection)):
            data = json.dumps(line, ensure_ascii=True).encode() + b"\n"
            sha.update(data)
            file.write(data)
            count += 1
        file.write(json.dumps({"rows": count - 1, "sha256": sha.hexdigest()}).encode() + b"\n")
    return row.number, row.hash


def rows_of(connection: Connection) -> Iterator[list[Any]]:
    """Every row as [table, columns], tables in the order of their references."""
    for table in TABLES:
        keys = list(table.primary_key.columns)
        for row in connection.execute(select(table).order_by(*keys).execution_options(yield_per=BATCH)).mappings():
            yield [table.name, {name: sent(value) for name, value in row.items()}]


def sent(value: Any) -> Any:
    """A column's value in JSON: bytes as base64."""
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def restore(source: str | Path, target: str | Path) -> tuple[int, str]:
    """Restore a backup of either kind into a new SQLite file or an empty PostgreSQL database; its head.

    Raises `DamagedBackupError` for one that is not whole, `LedgerError` where something lies at `target`. Then
    nothing was restored.
    """
    path = Path(source)
    with path.open("rb") as file:
        magic = file.read(len(SQLITE_MAGIC))
    if magic == SQLITE_MAGIC:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            copy.write_bytes(path.read_bytes())
            with closing(Store(copy)) as kept, kept.reading_state() as connection:
                row = connection.execute(select(head.c.number, head.c.hash)).one()
                return fill(target, rows_of(connection), (row.number, row.hash), path)
    if not magic.startswith(GZIP_MAGIC):
        raise LedgerError(f"{path}: no backup of a ledger")
    try:
        check_lines(path)
        lines = portable_lines(path)
        header = next(lines)
        return fill(target, lines, (int(header["head"][0]), str(header["head"][1])), path)
    except LedgerError:
        raise
    except (EOFError, OSError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise DamagedBackupError(f"{path}: the backup is damaged ({error})") from error


def check_lines(path: Path) -> None:
    """Raise `DamagedBackupError` where the last line does not account for the ones before it."""
    sha, before, count = hashlib.sha256(), b"", 0
    with gzip.open(path, "rb") as file:
        for line in file:
            if before:
                sha.update(before)
                count += 1
            before = line
    end = json.loads(before)
    if end != {"rows": count - 1, "sha256": sha.hexdigest()}:
        raise DamagedBackupError(f"{path}: the backup is cut off or was changed")


def portable_lines(path: Path) -> Iterator[Any]:
    """The header, then the rows of a portable file. Raises `LedgerError` for another kind or format."""
    with gzip.open(path, "rb") as file:
        header = json.loads(next(file))
        if not isinstance(header, dict) or header.get("kind") != KIND or header.get("format") != FORMAT:
            raise LedgerError(f"{path}: no ledger backup that this program reads (format {FORMAT})")
        yield header
        for line in file:
            row = json.loads(line)
            if isinstance(row, list):
                yield row


def fill(target: str | Path, rows: Iterator[Any], kept: tuple[int, str], source: Path) -> tuple[int, str]:
    """Write rows into a fresh ledger in one transaction, and audit it before the transaction ends."""
    fresh = "://" not in str(target)
    if fresh and Path(target).exists():
        raise LedgerError(f"{target}: exists already; restore into a new file")
    try:
        with closing(Store(target)) as store, store.unaccounted() as connection:
            if connection.execute(select(head.c.number)).scalar_one() != 0:
                raise LedgerError(f"{target}: this ledger is in use; restore into an empty database")
            connection.execute(head.delete())
            insert_rows(connection, rows)
            found = audited(connection, kept)
            if not found.whole:
                raise DamagedBackupError(f"{source}: the backup does not pass the audit: {told(found.findings)}")
    except BaseException:
        if fresh:
            for suffix in ("", "-wal", "-shm"):
                Path(str(target) + suffix).unlink(missing_ok=True)
        raise
    return kept


def told(findings: tuple[Finding, ...]) -> str:
    """The first findings in words."""
    return "; ".join(finding.message for finding in findings[:3])


def insert_rows(connection: Connection, rows: Iterator[Any]) -> None:
    """Insert rows, a batch of one table at a time."""
    tables: dict[str, Table] = {table.name: table for table in TABLES}
    batch: list[dict[str, Any]] = []
    current: Table | None = None
    for name, row in rows:
        if current is not None and (name != current.name or len(batch) >= BATCH):
            connection.execute(insert(current), batch)
            batch = []
        current = tables[name]
        batch.append({column.name: received(row.get(column.name)) for column in current.columns})
    if current is not None and batch:
        connection.execute(insert(current), batch)


def received(value: Any) -> Any:
    """A column's value out of JSON."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) and set(value) == {"base64"} else value
