"""Texts whose lines were broken at a fixed width: which line ends are no paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.reading.lines import Span

ENDED = re.compile(r"[。！？；：!?;:][”’）)」』]*$")
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、](?!\d)|——|第[一二三四五六七八九十]{1,3}[，、部]"
)
SLACK = 2.5  # ems that a full line may be short of the width: a mark that may not begin a line
WIDEST = 60  # ems: longer lines are paragraphs, not wrapped lines


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A fixed width in ems, and whether new paragraphs are indented."""

    width: float
    indented: bool

    def joins(self, text: str, last: Span, line: Span) -> bool:
        """Whether the line end between two lines was put there by the width alone."""
        if width(text, last) < self.width - SLACK:
            return False
        if self.indented:
            return not is_indented(text, line)
        return not ENDED.search(text, *last) and not NUMBERED.match(text, *line)


def width(text: str, span: Span) -> float:
    """The width of a line in ems: two Latin letters or digits make one."""
    return len(text[slice(*span)].encode("gb18030", "replace")) / 2


def is_indented(text: str, span: Span) -> bool:
    """Whether the line begins with blanks."""
    return span[0] >= 2 and text[span[0] - 2 : span[0]].isspace() and text[span[0] - 1] not in "\r\n"


def wrapping_of(text: str, lines: Sequence[Span]) -> Wrapping | None:
    """The width at which the text was broken, or none where each line is a paragraph.

    A wrapped text has many lines of nearly the same width, most of which end inside a sentence.
    """
    if len(lines) < 8:
        return None
    widths = sorted(width(text, span) for span in lines)
    widest = widths[-1 - len(widths) // 50]
    if not 12 <= widest <= WIDEST:
        return None
    full = [span for span in lines if width(text, span) >= widest - SLACK]
    broken = [span for span in full if not ENDED.search(text, *span)]
    if len(full) < 0.4 * len(lines) or len(broken) < 0.5 * len(full):
        return None
    return Wrapping(widest, sum(is_indented(text, span) for span in lines) > 0.04 * len(lines))
