"""The store: reports, tasks, people's edits and the chain of events; SQLite file or PostgreSQL.

`Ledger(where)` opens or makes one. Everything it hands out is a frozen record; every write is one transaction with
its event; bad input raises `LedgerError` and leaves everything as it was.
"""

from taizhang.ledger.audit import Audit, Finding, audit
from taizhang.ledger.backup import DamagedBackupError, backup, restore
from taizhang.ledger.editing import StaleEditError
from taizhang.ledger.events import Change, Event
from taizhang.ledger.evidence import EvidenceFile
from taizhang.ledger.notes import Note
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.people import LoginRefusedError, User
from taizhang.ledger.permissions import ROLES, Role, allowed, permissions
from taizhang.ledger.plans import Node
from taizhang.ledger.progress import STAGES, ProgressReport, RefusedStatementsError, StaleReportError, Statement
from taizhang.ledger.records import (
    EDITABLE,
    Conflict,
    Correction,
    Imported,
    LedgerReport,
    LedgerTask,
    StoredReading,
)
from taizhang.ledger.requests import TaskRequest
from taizhang.ledger.rulings import Ruling
from taizhang.ledger.standing import GoalStanding, TaskStanding, standings, stood
from taizhang.ledger.store import Ledger
from taizhang.ledger.story import FieldChange, told
from taizhang.ledger.units import Organization
from taizhang.ledger.verification import Verification

__all__ = [
    "EDITABLE",
    "ROLES",
    "STAGES",
    "Audit",
    "Change",
    "Conflict",
    "Correction",
    "DamagedBackupError",
    "Event",
    "EvidenceFile",
    "FieldChange",
    "Finding",
    "GoalStanding",
    "Imported",
    "Ledger",
    "LedgerError",
    "LedgerReport",
    "LedgerTask",
    "LoginRefusedError",
    "Node",
    "Note",
    "Organization",
    "ProgressReport",
    "RefusedStatementsError",
    "Role",
    "Ruling",
    "StaleEditError",
    "StaleReportError",
    "Statement",
    "StoredReading",
    "TaskRequest",
    "TaskStanding",
    "User",
    "Verification",
    "allowed",
    "audit",
    "backup",
    "permissions",
    "restore",
    "standings",
    "stood",
    "told",
]
