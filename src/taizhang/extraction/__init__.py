"""Report to figures, targets, milestones and tasks."""

from taizhang.extraction.figures import figures
from taizhang.extraction.view_shim import clean, sections
from taizhang.model import Reading, Report

__all__ = ["extract"]


def extract(report: Report) -> Reading:
    """Everything that can be read from the report, each record with its span."""
    report = sections(report) if not report.sections else report
    return Reading(report=report, figures=figures(report, clean(report.text)))
