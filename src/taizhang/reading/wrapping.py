"""Texts whose lines were broken at a fixed width: which line ends are no paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from taizhang.reading.lines import Span

ENDED = re.compile(r"[。！？；：!?;:][”’）)」』]*$")
# What begins a paragraph: headings and the address to the deputies.
OPENING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、](?!\d)|——|各位代表|第[一二三四五六七八九十]{1,3}[，、部]"
)
WIDEST = 60  # longer lines are paragraphs, not wrapped lines
Measure = Callable[[str, Span], float]


def ems(text: str, span: Span) -> float:
    """The width of a line in ems: two Latin letters or digits make one."""
    return len(text[slice(*span)].encode("gb18030", "replace")) / 2


def characters(text: str, span: Span) -> float:
    """The number of characters of a line with the blanks before it."""
    return span[1] - max(text.rfind("\n", 0, span[0]) + 1, 0)


# How programs count to the width, and by how much a full line may be short of it: a mark that may
# not begin a line, a word that may not be torn apart.
MEASURES: tuple[tuple[Measure, float], ...] = ((ems, 2.5), (characters, 1.0))


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The least width of a full line by some measure, and whether new paragraphs are indented."""

    measure: Measure
    full: float
    indented: bool

    def joins(self, text: str, last: Span, line: Span) -> bool:
        """Whether the line end between two lines was put there by the width alone."""
        if self.measure(text, last) < self.full:
            return False
        ended = ENDED.search(text, *last) is not None
        if self.indented:
            return not is_indented(text, line) and not (ended and OPENING.match(text, *line))
        return not ended and not OPENING.match(text, *line)


def is_indented(text: str, span: Span) -> bool:
    """Whether the line begins with blanks."""
    return span[0] >= 2 and text[span[0] - 2 : span[0]].isspace() and text[span[0] - 1] not in "\r\n"


def wrapping_of(text: str, lines: Sequence[Span]) -> Wrapping | None:
    """How the text was broken into lines, or none where each line is a paragraph.

    A wrapped text has many lines of nearly the same width, most of which end inside a sentence.
    """
    if len(lines) < 8:
        return None
    indented = sum(is_indented(text, span) for span in lines) > 0.04 * len(lines)
    found = [full_lines(text, lines, measure, slack) for measure, slack in MEASURES]
    (measure, _), (width, full) = max(
        zip(MEASURES, found, strict=True), key=lambda pair: (len(pair[1][1]), -pair[0][1])
    )
    broken = [span for span in full if not ENDED.search(text, *span)]
    if len(full) < 0.4 * len(lines) or len(broken) < 0.5 * len(full):
        return None
    return Wrapping(measure, width, indented)


def full_lines(text: str, lines: Sequence[Span], measure: Measure, slack: float) -> tuple[float, list[Span]]:
    """The least width of a full line by a measure, and the lines that have it; none where lines are too long."""
    widths = sorted(measure(text, span) for span in lines)
    widest = widths[-1 - len(widths) // 50]
    if not 12 <= widest <= WIDEST:
        return widest, []
    return widest - slack, [span for span in lines if measure(text, span) >= widest - slack]
