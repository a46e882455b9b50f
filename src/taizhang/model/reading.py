"""A reading: a report with everything that was extracted from it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from taizhang.model.figure import Figure, Milestone, Target
from taizhang.model.report import Report, Section
from taizhang.model.task import Goal, Task

if TYPE_CHECKING:
    import pandas as pd

Table = Literal["figures", "targets", "milestones", "tasks"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What `taizhang.read()` returns: the report and its records, each in order of `start`."""

    report: Report
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    tasks: tuple[Task, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The object that `taizhang read --json` prints: plain JSON types, absent fields left out."""
        return {
            "report": report_record(self.report),
            **{
                name: [{**record(row), **source_record(self.report, row.start, row.end)} for row in getattr(self, name)]
                for name in ("figures", "targets", "milestones", "tasks")
            },
        }

    def to_frame(self, table: Table = "figures") -> pd.DataFrame:
        """One table as a pandas frame, a row per record, exact numbers as `Decimal`.

        Raises `ValueError` for a name that is no table.
        """
        import pandas as pd

        kinds = {"figures": Figure, "targets": Target, "milestones": Milestone, "tasks": Task}
        if table not in kinds:
            raise ValueError(f"no table {table!r}; choose one of {', '.join(kinds)}")
        names = [field.name for field in fields(kinds[table])]
        return pd.DataFrame([[getattr(row, name) for name in names] for row in getattr(self, table)], columns=names)


def plain(value: Any) -> Any:
    """A field as JSON has it: `Decimal` becomes int or float, tuples become lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Goal | Section):
        return record(value)
    return value


ALWAYS = {"headline", "goals", "path", "lead", "support", "livelihood", "due_assumed", "children"}


def record(row: Figure | Target | Milestone | Task | Goal | Section) -> dict[str, Any]:
    """A record as a flat JSON object; fields that are absent are left out."""
    pairs = ((field.name, getattr(row, field.name)) for field in fields(row))
    return {
        name: plain(value)
        for name, value in pairs
        if value is not None and (name in ALWAYS or not (value is False or value == ()))
    }


def source_record(report: Report, start: int, end: int) -> dict[str, Any]:
    """Page, paragraph and box of a record, as far as the document's format knows them."""
    source = report.sources.place(start, end)
    box = [round(edge, 2) for edge in source.box] if source.box else None
    found = {"page": source.page, "paragraph": source.paragraph, "box": box}
    return {name: value for name, value in found.items() if value is not None}


def report_record(report: Report) -> dict[str, Any]:
    """The report's own fields as JSON, without its text."""
    names = ("place", "adcode", "level", "year", "date", "speaker", "title", "session", "sha256")
    found = {name: getattr(report, name) for name in names}
    return {
        **{name: value for name, value in found.items() if value is not None},
        "sure": report.sure,
        **({"doubts": list(report.doubts)} if report.doubts else {}),
        **({"attachments": list(report.attachments)} if report.attachments else {}),
        **({"pages": [list(size) for size in report.sources.pages]} if report.sources.pages else {}),
        "sections": [record(section) for section in report.sections],
    }
