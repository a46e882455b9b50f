"""A text's lines as spans, and what a line looks like."""

from __future__ import annotations

import re

Span = tuple[int, int]

# A line's content without outer blanks; every line end that Unicode knows separates.
CONTENT = re.compile(r"[^\s\ufeff\u200b](?:[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*[^\s\ufeff\u200b])?")
BLANKS = re.compile(r"[\s\u200b\ufeff]+")


def content_lines(text: str) -> list[Span]:
    """The spans of the lines that hold anything, outer blanks left off."""
    return [match.span() for match in CONTENT.finditer(text)]


def despaced(line: str) -> str:
    """A line without any blank: «政 府 工 作 报 告» as 政府工作报告."""
    return BLANKS.sub("", line)
