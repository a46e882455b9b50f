"""The store: reports, tasks, people's edits and the chain of events; SQLite file or PostgreSQL.

`Ledger(where)` opens or makes one. Everything it hands out is a frozen record; every write is one transaction with
its event; bad input raises `LedgerError` and leaves everything as it was.
"""

from taizhang.ledger.editing import StaleEditError
from taizhang.ledger.events import Change, Event
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.records import (
    EDITABLE,
    Conflict,
    Correction,
    Imported,
    LedgerReport,
    LedgerTask,
    StoredReading,
)
from taizhang.ledger.store import Ledger

__all__ = [
    "EDITABLE",
    "Change",
    "Conflict",
    "Correction",
    "Event",
    "Imported",
    "Ledger",
    "LedgerError",
    "LedgerReport",
    "LedgerTask",
    "StaleEditError",
    "StoredReading",
]
