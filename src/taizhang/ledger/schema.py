"""The tables of a ledger, the same on SQLite and PostgreSQL.

A column marked `digest` holds something large: events carry its SHA-256 in place of its content. Migrations in
`migrations/versions` build exactly these tables; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# A report as a paper of a place, a year and a session; its texts are versions.
reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("place", String(80)),
    Column("adcode", String(6), index=True),
    Column("year", Integer),
    Column("session", String(200)),
    Column("version", Integer, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("source", String(400), nullable=False),
    Column("imported", String(40), nullable=False),
    Column("text", Text, nullable=False, info={"digest": True}),
    Column("reading", Text, nullable=False, info={"digest": True}),
    UniqueConstraint("report_id", "number", name="uq_versions_report_id"),
)

# A task keeps its id for good. The columns from `sentence` to `goals` are as read from `version_id`; what people
# changed lies in `edits` over them. `state`: standing, vanished (its sentence is gone), dropped, split, merged.
tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("report_id", Integer, ForeignKey("reports.id"), index=True),
    Column("version_id", Integer, ForeignKey("versions.id")),
    Column("position", Integer, nullable=False),
    Column("origin", String(12), nullable=False),
    Column("source", String(400)),
    Column("state", String(12), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("title", Text, nullable=False),
    Column("path", JSON, nullable=False),
    Column("due", String(10)),
    Column("due_assumed", Boolean, nullable=False),
    Column("livelihood", Boolean, nullable=False),
    Column("goals", JSON, nullable=False),
    # The day on which the work was finished, once the office accepted that.
    Column("done", String(10)),
)

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("field", String(20), nullable=False),
    Column("value", JSON),
    Column("base", JSON),
    UniqueConstraint("task_id", "field", name="uq_edits_task_id"),
)

# The document that a version was read from, where its pages can be drawn.
originals = Table(
    "originals",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version_id", Integer, ForeignKey("versions.id"), nullable=False),
    Column("name", String(400), nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False, info={"digest": True}),
    UniqueConstraint("version_id", name="uq_originals_version_id"),
)

# Which tasks a split or merged task came from.
ancestors = Table(
    "ancestors",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("ancestor_id", Integer, ForeignKey("tasks.id"), nullable=False),
)

# A sentence that vanished or changed under an edit: for a person to settle.
conflicts = Table(
    "conflicts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("version_id", Integer, ForeignKey("versions.id"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text),
    Column("settled", String(12)),
)

# What a person made of an extracted record; it is found again by quote and neighbourhood after a new reading.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False, index=True),
    Column("table", String(12), nullable=False),
    Column("quote", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("verdict", String(12), nullable=False),
    Column("values", JSON, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("action", String(40), nullable=False),
    Column("payload", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# Which rows an event touched, so that the life of a task is found without reading every payload.
touched = Table(
    "touched",
    metadata,
    Column("event", Integer, ForeignKey("events.number"), primary_key=True),
    Column("table", String(40), primary_key=True),
    Column("key", Integer, primary_key=True, index=True),
)

# One row: the last event. Every writer locks it first.
head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

# Who answers for tasks. Tasks name units by their words; this list says which there are.
organizations = Table(
    "organizations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", String(120), nullable=False, unique=True),
    Column("short", String(40)),
    Column("kind", String(40)),
    Column("active", Boolean, nullable=False),
)

# A unit's plan: what is expected of a task, or of the goal with these words, by a day.
nodes = Table(
    "nodes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("goal", Text),
    Column("due", String(10), nullable=False),
    Column("expected", String(60)),
    Column("words", Text, nullable=False),
)

# What a unit reports: draft, submitted, accepted or returned.
progress = Table(
    "progress",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("goal", Text),
    Column("unit", String(120), nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("as_of", String(10), nullable=False),
    Column("value", String(60)),
    Column("stage", String(12)),
    Column("words", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("next_steps", Text, nullable=False),
    Column("author", String(80), nullable=False),
    Column("submitted", String(40)),
    Column("decided_by", String(80)),
    Column("decided", String(40)),
    Column("reason", Text),
)

# What the office found when it looked; never mixed with what was reported.
verifications = Table(
    "verifications",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("goal", Text),
    Column("progress_id", Integer, ForeignKey("progress.id")),
    Column("verdict", String(12), nullable=False),
    Column("value", String(60)),
    Column("words", Text, nullable=False),
    Column("as_of", String(10), nullable=False),
    Column("author", String(80), nullable=False),
    Column("at", String(40), nullable=False),
)

# Extension, change or cancelling of a task, asked for with a reason and decided by the office.
requests = Table(
    "requests",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("values", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Column("unit", String(120)),
    Column("author", String(80), nullable=False),
    Column("at", String(40), nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("answer", Text),
    Column("decided_by", String(80)),
    Column("decided", String(40)),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("progress_id", Integer, ForeignKey("progress.id")),
    Column("name", String(200), nullable=False),
    Column("size", Integer, nullable=False),
    Column("author", String(80), nullable=False),
    Column("at", String(40), nullable=False),
    Column("content", LargeBinary, nullable=False, info={"digest": True}),
)

# What people say of a task, and the signature of a leader who read it (阅签).
notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("task_id", Integer, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("words", Text, nullable=False),
    Column("author", String(80), nullable=False),
    Column("at", String(40), nullable=False),
)

# What a person decided of a promise compared with the next report; its place is found again like a correction's.
rulings = Table(
    "rulings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("earlier_id", Integer, ForeignKey("reports.id"), nullable=False, index=True),
    Column("later_id", Integer, ForeignKey("reports.id"), nullable=False, index=True),
    Column("quote", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("verdict", String(12), nullable=False),
    Column("words", Text, nullable=False),
    Column("author", String(80), nullable=False),
    Column("at", String(40), nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", String(80), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    Column("organization_id", Integer, ForeignKey("organizations.id")),
    Column("active", Boolean, nullable=False),
    Column("password", Text, nullable=False, info={"digest": True}),
)

# Sessions by the hash of their token, and failed logins; they come and go without an event.
sessions = Table(
    "sessions",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("user_id", Integer, ForeignKey("users.id"), nullable=False),
    Column("expires", String(40), nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", String(40), nullable=False),
)

# The chain itself is checked by its hashes; sessions and attempts say nothing of the work.
UNACCOUNTED = frozenset({"events", "touched", "head", "sessions", "attempts"})
# Tables whose every row is accounted for by events.
ACCOUNTED = tuple(table for table in metadata.sorted_tables if table.name not in UNACCOUNTED)
