"""Report to figures, targets, milestones and tasks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from taizhang.extraction.figures import figures
from taizhang.extraction.milestones import find_milestones
from taizhang.extraction.outline import Judged, outline
from taizhang.extraction.scan_doubts import doubted, is_scan
from taizhang.extraction.statements import statements
from taizhang.extraction.targets import TargetList, find_targets
from taizhang.extraction.tasks import find_tasks
from taizhang.model import Figure, Milestone, Reading, Report, Target
from taizhang.reading import clean

__all__ = ["Judged", "extract", "sentence_kinds"]


def extract(report: Report) -> Reading:
    """Everything that can be read from the report, each record with its span."""
    stated, listed, events, judged = draft(report)
    reading = Reading(
        report=report,
        figures=with_headlines(stated, listed.targets),
        targets=listed.targets,
        milestones=tuple(events),
        tasks=tuple(find_tasks(judged, stated, events, report.year)),
    )
    return checked(reading) if is_scan(report) else reading


def sentence_kinds(report: Report) -> list[Judged]:
    """What each sentence of the parts that promise is: task, heading, target or context, and by which rule."""
    return draft(report)[3]


def draft(report: Report) -> tuple[tuple[Figure, ...], TargetList, list[Milestone], list[Judged]]:
    """The figures, listed targets and milestones of a report, and its sentences judged."""
    view = clean(report)
    said = statements(report, view)
    stated = figures(report, view)
    listed = find_targets(said, stated, report.year)
    events = find_milestones(said)
    judged = outline(said, listed.statements, stated, events)
    return stated, listed, promised(events, judged), judged


def checked(reading: Reading) -> Reading:
    """The reading of a scan, what was poorly recognized marked for review."""
    report = reading.report
    return replace(
        reading,
        figures=doubted(report, reading.figures),
        targets=doubted(report, reading.targets),
        milestones=doubted(report, reading.milestones),
        tasks=doubted(report, reading.tasks),
    )


def promised(events: list[Milestone], judged: list[Judged]) -> list[Milestone]:
    """The milestones that stand in tasks or headings: what only describes the situation promises no event."""
    spans = [(row.statement.start, row.statement.end) for row in judged if row.kind in ("task", "heading")]
    starts = [start for start, _ in spans]
    return [event for event in events if (at := bisect_right(starts, event.start)) and event.start < spans[at - 1][1]]


def with_headlines(stated: tuple[Figure, ...], targets: tuple[Target, ...]) -> tuple[Figure, ...]:
    """The figures, those that set a listed target marked as such and named as in the list."""
    numeric = iter([target for target in targets if target.unit is not None])
    following = next(numeric, None)
    marked = []
    for figure in stated:
        if following and (figure.start, figure.end) == (following.start, following.end):
            aspect = following.aspect or figure.aspect
            figure = replace(figure, headline=True, indicator=following.indicator, aspect=aspect, code=following.code)
            following = next(numeric, None)
        marked.append(figure)
    return tuple(marked)
