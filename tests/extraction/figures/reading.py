"""Figures of a sentence as if it stood in a report."""

from taizhang.extraction.figures import figures
from taizhang.model import Figure, Report, Section, SectionKind, View


def figures_of(text: str, kind: SectionKind = "review", year: int | None = 2026) -> tuple[Figure, ...]:
    """The figures of `text` in one section of the report that sets the tasks of `year`."""
    report = Report(text=text, sha256="", year=year, sections=(Section(kind, "", 0, len(text)),))
    return figures(report, View(text, range(len(text) + 1)))  # type: ignore[arg-type]


def named(text: str, kind: SectionKind = "review") -> list[tuple[str, str]]:
    """Quote and indicator of each figure."""
    return [(one.quote, one.indicator) for one in figures_of(text, kind)]
