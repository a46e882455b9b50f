"""The documents that reports were read from: kept beside the version whose text they yielded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import originals, reports, versions
from taizhang.ledger.writing import Writing


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it came: the name of its file and its bytes."""

    name: str
    content: bytes


def keep(writing: Writing, report_id: int, original: Original) -> None:
    """Keep the document of a report's current version; one that is kept already stays.

    Raises `LedgerError` for bytes that are not those the version was read from.
    """
    version = writing.connection.execute(current(report_id)).one()
    if hashlib.sha256(original.content).hexdigest() != version.sha256:
        raise LedgerError(f"{original.name}: not the document that report {report_id} was read from")
    kept = select(originals.c.id).where(originals.c.version_id == version.id)
    if writing.connection.execute(kept).first() is None:
        about = {"version_id": version.id, "name": original.name, "size": len(original.content)}
        writing.add(originals, about | {"content": original.content})


def kept_for(connection: Connection, report_id: int) -> Original | None:
    """The document of a report's current version, where one is kept."""
    version = current(report_id).subquery()
    query = select(originals.c.name, originals.c.content).join(version, version.c.id == originals.c.version_id)
    row = connection.execute(query).first()
    return Original(str(row.name), bytes(row.content)) if row else None


def name_for(connection: Connection, report_id: int) -> str | None:
    """The name of that document, without its bytes."""
    version = current(report_id).subquery()
    query = select(originals.c.name).join(version, version.c.id == originals.c.version_id)
    return connection.execute(query).scalar_one_or_none()


def current(report_id: int) -> Select[tuple[int, str]]:
    """The query for a report's current version."""
    on = (versions.c.report_id == reports.c.id) & (versions.c.number == reports.c.version)
    return select(versions.c.id, versions.c.sha256).join(reports, on).where(reports.c.id == report_id)
