"""One row of an office's task table, and how a reading yields such rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from taizhang.exchange.wording import condition, due_words, quantity
from taizhang.model import Figure, Reading, Task

TARGET_BLOCK = "主要预期目标"
LIVELIHOOD_MARK = "民生实事"


class TableRow(Protocol):
    """A row of any of the office's tables: neighbours of one area share a merged cell."""

    @property
    def area(self) -> str:
        """What the row belongs to."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """What the office's table says of one task, every field as printed."""

    area: str
    task: str
    goals: str = ""
    due: str = ""
    lead: str = ""
    support: str = ""
    progress: str = ""
    light: str = ""
    remark: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its heading, the field it shows (`extra`: by heading) and its width in characters."""

    heading: str
    field: str
    width: int

    def of(self, number: int, row: TableRow) -> Any:
        """The cell of this column for the row with this running number."""
        if self.field == "extra":
            return getattr(row, "extra", {}).get(self.heading, "")
        return number if self.field == "number" else getattr(row, self.field)


# The common denominator of municipal task tables; 序号 runs through all areas.
OFFICE_COLUMNS = (
    Column("序号", "number", 6),
    Column("类别/领域", "area", 14),
    Column("工作任务", "task", 46),
    Column("量化指标", "goals", 30),
    Column("完成时限", "due", 14),
    Column("牵头单位", "lead", 14),
    Column("配合单位", "support", 18),
    Column("进展情况", "progress", 26),
    Column("亮灯", "light", 9),
    Column("备注", "remark", 14),
)


def with_extra(rows: Iterable[OfficeRow]) -> tuple[Column, ...]:
    """The columns, and one more for every further heading that came in with an imported table."""
    headings = dict.fromkeys(heading for row in rows for heading in row.extra)
    return (*OFFICE_COLUMNS, *(Column(heading, "extra", 14) for heading in headings))


def area_of(path: tuple[str, ...]) -> str:
    """The area that a task belongs to: the heading below the report's part, or the part itself."""
    return path[1] if len(path) > 1 else path[0] if path else "其他"


def goal_words(task: Task, figures: dict[tuple[int, int], Figure], text: str) -> str:
    """The goals of a task in words: indicator with its value, or the milestone as printed."""
    words = []
    for goal in task.goals:
        figure = figures.get((goal.start, goal.end)) if goal.type == "figure" else None
        words.append(f"{figure.indicator}{quantity(figure)}" if figure else text[goal.start : goal.end])
    return "；".join(words)


def rows_of_reading(reading: Reading) -> list[OfficeRow]:
    """The listed targets as first block, then every task in the order of the report."""
    figures = {(figure.start, figure.end): figure for figure in reading.figures}
    targets = [
        OfficeRow(TARGET_BLOCK, target.indicator, condition(target), due_words(f"{reading.report.year}-12-31", True))
        if reading.report.year
        else OfficeRow(TARGET_BLOCK, target.indicator, condition(target))
        for target in reading.targets
    ]
    tasks = [
        OfficeRow(
            area=area_of(task.path),
            task=task.title,
            goals=goal_words(task, figures, reading.report.text),
            due=due_words(task.due, task.due_assumed),
            lead="、".join(task.lead),
            support="、".join(task.support),
            remark=LIVELIHOOD_MARK if task.livelihood else "",
        )
        for task in reading.tasks
    ]
    return targets + tasks


def office_title(place: str | None, year: int | None) -> str:
    """The heading of the table: 苏州市2020年《政府工作报告》重点任务分解表."""
    return f"{place or ''}{f'{year}年' if year else ''}《政府工作报告》重点任务分解表"
