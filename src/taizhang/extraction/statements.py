"""The sentences of a report with the part they stand in: what the other rules of this room read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.model import Report, Section, SectionKind, View
from taizhang.reading import clean, sentences


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, cleaned of breaks and blanks.

    `text` is the view's text from `at` on. `paragraph` numbers the paragraphs of the view, `opens` tells that the
    sentence is the first of its paragraph. `section` is the top-level part that holds it.
    """

    report: Report
    view: View
    at: int
    text: str
    paragraph: int
    opens: bool
    section: Section | None

    @property
    def kind(self) -> SectionKind | None:
        """The kind of the part that holds the sentence."""
        return self.section.kind if self.section else None

    @property
    def start(self) -> int:
        """Where the sentence begins in the source."""
        return self.view.offsets[self.at]

    @property
    def end(self) -> int:
        """Where the sentence ends in the source (exclusive)."""
        return self.span(0, len(self.text))[1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of `text[start:end]`."""
        return self.view.span(self.at + start, self.at + end)

    def quote(self, start: int, end: int) -> str:
        """The source's own characters of `text[start:end]`."""
        return self.report.text[slice(*self.span(start, end))]


def statements(report: Report, view: View | None = None) -> list[Statement]:
    """Every sentence of the report in reading order; `view` is its cleaned text where that is at hand."""
    return list(walk(report, view or clean(report)))


def walk(report: Report, view: View) -> Iterator[Statement]:
    """The sentences of the cleaned view, each with the top-level section that holds its start."""
    sections = iter(report.sections)
    section = next(sections, None)
    paragraph = 0
    for start, end in whole_sentences(view):
        opens = start == 0 or view.text[start - 1] == "\n"
        paragraph += opens
        while section and section.end <= view.offsets[start]:
            section = next(sections, None)
        inside = section if section and section.start <= view.offsets[start] else None
        yield Statement(report, view, start, view.text[start:end], paragraph, opens, inside)


def whole_sentences(view: View) -> Iterator[tuple[int, int]]:
    """The sentences of a view; one that a ； inside a bracket divides is joined again.

    «新建公园(牵头单位:甲局;配合单位:乙局)。» is one sentence.
    """
    held: tuple[int, int] | None = None
    for start, end in sentences(view):
        if held is not None:
            if held[1] == start and closes_bracket(view.text, start, end):
                start = held[0]
            else:
                yield held
            held = None
        if view.text[end - 1] == "；" and view.text.rfind("（", start, end) > view.text.rfind("）", start, end):
            held = start, end
        else:
            yield start, end
    if held is not None:
        yield held


def closes_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket ends in `text[start:end]` before another begins."""
    closing, opening = text.find("）", start, end), text.find("（", start, end)
    return closing >= 0 and (opening < 0 or closing < opening)
