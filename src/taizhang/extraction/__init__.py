"""Report to figures, targets, milestones and tasks."""

from taizhang.extraction.figures import figures
from taizhang.model import Reading, Report
from taizhang.reading import clean

__all__ = ["extract"]


def extract(report: Report) -> Reading:
    """Everything that can be read from the report, each record with its span."""
    return Reading(report=report, figures=figures(report, clean(report)))
