"""The records: plain, frozen, no I/O. Words and fields as docs/records.md defines them."""

from taizhang.model.condition import Condition, Context, Judgement, Stated, Verdict
from taizhang.model.figure import Aspect, Bound, Directional, Figure, Milestone, Mode, Stage, Target
from taizhang.model.fulfilment import (
    Attainment,
    Change,
    ChangeKind,
    Comparison,
    Fulfilment,
    Outcome,
    Promise,
    PromiseKind,
)
from taizhang.model.observation import Observation
from taizhang.model.reading import Reading
from taizhang.model.report import Level, Report, Section, SectionKind, Sure
from taizhang.model.series import SeriesYear, StatedValue
from taizhang.model.source import Run, Source, SourceMap
from taizhang.model.task import Goal, Task
from taizhang.model.view import View

__all__ = [
    "Aspect",
    "Attainment",
    "Bound",
    "Change",
    "ChangeKind",
    "Comparison",
    "Condition",
    "Context",
    "Directional",
    "Figure",
    "Fulfilment",
    "Goal",
    "Judgement",
    "Level",
    "Milestone",
    "Mode",
    "Observation",
    "Outcome",
    "Promise",
    "PromiseKind",
    "Reading",
    "Report",
    "Run",
    "Section",
    "SectionKind",
    "SeriesYear",
    "Source",
    "SourceMap",
    "Stage",
    "Stated",
    "StatedValue",
    "Sure",
    "Target",
    "Task",
    "Verdict",
    "View",
]
