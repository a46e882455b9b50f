"""Report to figures, targets, milestones and tasks."""

from __future__ import annotations

from dataclasses import replace

from taizhang.extraction.figures import figures
from taizhang.extraction.milestones import find_milestones
from taizhang.extraction.outline import outline
from taizhang.extraction.scan_doubts import doubted, is_scan
from taizhang.extraction.statements import statements
from taizhang.extraction.targets import find_targets
from taizhang.extraction.tasks import find_tasks
from taizhang.model import Figure, Reading, Report, Target
from taizhang.reading import clean

__all__ = ["extract"]


def extract(report: Report) -> Reading:
    """Everything that can be read from the report, each record with its span."""
    view = clean(report)
    said = statements(report, view)
    stated = figures(report, view)
    listed = find_targets(said, stated, report.year)
    events = find_milestones(said)
    judged = outline(said, listed.statements, stated, events)
    reading = Reading(
        report=report,
        figures=with_headlines(stated, listed.targets),
        targets=listed.targets,
        milestones=tuple(events),
        tasks=tuple(find_tasks(judged, stated, events, report.year)),
    )
    return checked(reading) if is_scan(report) else reading


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


def with_headlines(stated: tuple[Figure, ...], targets: tuple[Target, ...]) -> tuple[Figure, ...]:
    """The figures, those that set a listed target marked as such and named as in the list."""
    numeric = iter([target for target in targets if target.unit is not None])
    following = next(numeric, None)
    marked = []
    for figure in stated:
        if following and (figure.start, figure.end) == (following.start, following.end):
            figure = replace(
                figure, headline=True, indicator=following.indicator, aspect=following.aspect or figure.aspect
            )
            following = next(numeric, None)
        marked.append(figure)
    return tuple(marked)
