"""The two kinds of transaction on a store: one that sees a single state, and one that writes alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from taizhang.ledger.opening import WRITES, LedgerError, open_engine
from taizhang.ledger.writing import Writing

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")
SYSTEM = "system"


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Store:
    """An opened ledger with the office's clock and zone.

    `past` is an engine over a state of the past, which is looked at and never written.
    """

    def __init__(
        self,
        where: str | Path,
        clock: Callable[[], datetime] = now,
        zone: ZoneInfo = OFFICE_ZONE,
        past: Engine | None = None,
    ) -> None:
        self.where = str(where)
        self.engine = past or open_engine(where)
        self.clock, self.zone = clock, zone
        self.is_past = past is not None

    def close(self) -> None:
        """Let go of the store."""
        self.engine.dispose()

    def moment(self) -> str:
        """The present as ISO time in the office's zone."""
        return self.clock().astimezone(self.zone).isoformat()

    def today(self) -> str:
        """The office's day."""
        return self.moment()[:10]

    @contextmanager
    def reading_state(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger throughout."""
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, actor: str, action: str, note: str | None = None) -> Iterator[Writing]:
        """One transaction: the changes made inside it and their event, or nothing at all."""
        if self.is_past:
            raise LedgerError("this is how the ledger stood; the past is not changed")
        if not actor.strip():
            raise LedgerError("every change needs somebody who makes it")
        at = self.moment()
        with self.unaccounted() as connection:
            work = Writing(connection, actor, action, at)
            yield work
            work.finish(note)

    @contextmanager
    def unaccounted(self) -> Iterator[Connection]:
        """One writing transaction without an event: for sessions and failed logins only."""
        with self.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            yield connection
