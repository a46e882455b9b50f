"""The first tables: reports, tasks with edits and conflicts, and the chain of events."""

import sqlalchemy as sa
from alembic import op

revision = "a001"
down_revision = None


def upgrade() -> None:
    """Make the tables and the head of an empty chain."""
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place", sa.String(80)),
        sa.Column("adcode", sa.String(6)),
        sa.Column("year", sa.Integer),
        sa.Column("session", sa.String(200)),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_reports_adcode", "reports", ["adcode"])
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("source", sa.String(400), nullable=False),
        sa.Column("imported", sa.String(40), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.UniqueConstraint("report_id", "number", name="uq_versions_report_id"),
    )
    op.create_index("ix_versions_report_id", "versions", ["report_id"])
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("reports.id")),
        sa.Column("version_id", sa.Integer, sa.ForeignKey("versions.id")),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("origin", sa.String(12), nullable=False),
        sa.Column("source", sa.String(400)),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("path", sa.JSON, nullable=False),
        sa.Column("due", sa.String(10)),
        sa.Column("due_assumed", sa.Boolean, nullable=False),
        sa.Column("livelihood", sa.Boolean, nullable=False),
        sa.Column("goals", sa.JSON, nullable=False),
    )
    op.create_index("ix_tasks_report_id", "tasks", ["report_id"])
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("task_id", sa.Integer, sa.ForeignKey("tasks.id"), nullable=False),
        sa.Column("field", sa.String(20), nullable=False),
        sa.Column("value", sa.JSON),
        sa.Column("base", sa.JSON),
        sa.UniqueConstraint("task_id", "field", name="uq_edits_task_id"),
    )
    op.create_index("ix_edits_task_id", "edits", ["task_id"])
    op.create_table(
        "ancestors",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("task_id", sa.Integer, sa.ForeignKey("tasks.id"), nullable=False),
        sa.Column("ancestor_id", sa.Integer, sa.ForeignKey("tasks.id"), nullable=False),
    )
    op.create_index("ix_ancestors_task_id", "ancestors", ["task_id"])
    op.create_table(
        "conflicts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("task_id", sa.Integer, sa.ForeignKey("tasks.id"), nullable=False),
        sa.Column("version_id", sa.Integer, sa.ForeignKey("versions.id"), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text),
        sa.Column("settled", sa.String(12)),
    )
    op.create_index("ix_conflicts_task_id", "conflicts", ["task_id"])
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("table", sa.String(12), nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String(12), nullable=False),
        sa.Column("values", sa.JSON, nullable=False),
    )
    op.create_index("ix_corrections_report_id", "corrections", ["report_id"])
    op.create_table(
        "events",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("actor", sa.String(80), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "touched",
        sa.Column("event", sa.Integer, sa.ForeignKey("events.number"), primary_key=True),
        sa.Column("table", sa.String(40), primary_key=True),
        sa.Column("key", sa.Integer, primary_key=True),
    )
    op.create_index("ix_touched_key", "touched", ["key"])
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "number": 0, "hash": "0" * 64}])
