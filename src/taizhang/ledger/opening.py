"""Opening a ledger: SQLite file or PostgreSQL address to an engine whose tables are up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from taizhang.ledger.schema import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
# How long a writer waits for another one, in seconds.
PATIENCE = 30
# Option of a connection that will write: SQLite then takes its lock when the transaction begins.
WRITES = "taizhang_writes"
# Only one program at a time builds tables on a PostgreSQL server.
MIGRATION_LOCK = 0x7A1_2A46


class LedgerError(ValueError):
    """A ledger that cannot be opened or an action that it refuses; the message says what to do."""


def ledger_url(where: str | Path) -> URL:
    """The address of a ledger: a path means a SQLite file.

    Raises `LedgerError` for an address of another kind of store.
    """
    words = str(where)
    if "://" not in words:
        return URL.create("sqlite", database=words)
    try:
        url = make_url(words)
    except ArgumentError as error:
        raise LedgerError(f"{words}: no address of a ledger; give a path or postgresql://user@host/name") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise LedgerError(f"{words}: a ledger is kept in a SQLite file or in PostgreSQL (postgresql://…)")


def open_engine(where: str | Path) -> Engine:
    """An engine for the ledger, made where there is none and migrated to this program's tables.

    Raises `LedgerError` where the file is no ledger, is from a newer program, or the server does not answer.
    """
    url = ledger_url(where)
    engine = create_engine(url, pool_pre_ping=True)
    if url.get_backend_name() == "sqlite":
        listen_sqlite(engine)
    try:
        migrate(engine, str(where))
    except (OperationalError, DatabaseError) as error:
        engine.dispose()
        raise LedgerError(f"{where}: cannot be opened as a ledger ({error.orig})") from error
    except LedgerError:
        engine.dispose()
        raise
    return engine


def memory_engine() -> Engine:
    """A SQLite store in memory with empty tables, for a state of the past; it is gone when it is closed."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    listen_sqlite(engine)
    with engine.begin() as connection:
        metadata.create_all(connection)
    return engine


def listen_sqlite(engine: Engine) -> None:
    """Prepare every connection of a SQLite engine, and begin its transactions."""
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_sqlite)


def prepare_sqlite(connection: Any, _record: Any) -> None:
    """Settings of every SQLite connection; transactions are begun by `begin_sqlite`, not by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; a writer takes the lock at once, so that two writers never read the same head."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def migrate(engine: Engine, where: str) -> None:
    """Bring the tables to the newest version in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        now = revision_of(connection)
        if now == script.get_current_head():
            return
        try:
            script.get_revision(now or "base")
        except CommandError as error:
            raise LedgerError(f"{where}: this ledger was made by a newer Taizhang; install that version") from error
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables; none for a database without them."""
    return MigrationContext.configure(connection).get_current_revision()
