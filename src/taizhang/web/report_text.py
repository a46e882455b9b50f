"""A report's text cut into blocks, sentences and pieces, with the records that stand on each piece.

The text itself is never changed: every piece knows its half-open span in `Report.text`, and the
pieces of a block, put together, are the block. Only Markdown's `#` marks are left off headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from taizhang.model import Figure, Milestone, Reading, Section, Target, Task

SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’」』）]*|[^。！？；]+$")
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on which the same records stand, by their numbers in the reading."""

    start: int
    end: int
    text: str
    figure: int | None = None
    target: int | None = None
    milestone: int | None = None
    mode: str = ""
    doubtful: bool = False

    def holds(self, offset: int | None) -> bool:
        """Whether an offset stands in this piece."""
        return offset is not None and self.start <= offset < self.end

    @property
    def marked(self) -> bool:
        """Whether any record stands here."""
        return self.figure is not None or self.target is not None or self.milestone is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the number of the task that it is, if it is one."""

    start: int
    end: int
    task: int | None
    pieces: tuple[Piece, ...]

    def holds(self, offset: int | None) -> bool:
        """Whether an offset stands in this sentence."""
        return offset is not None and self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text as the page sets it."""

    kind: Literal["heading", "paragraph", "rule", "furniture"]
    start: int
    sentences: tuple[Sentence, ...]
    level: int = 0


class Marks:
    """The records of a reading, ready to be asked what stands at an offset."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.edges = sorted(
            {
                edge
                for rows in (reading.figures, reading.targets, reading.milestones, reading.tasks)
                for row in rows
                for edge in (row.start, row.end)
            }
        )
        self.tasks = list(reading.tasks)
        self.task_starts = [task.start for task in self.tasks]
        self.figures = first_at(reading.figures)
        self.targets = first_at(reading.targets)
        self.milestones = first_at(reading.milestones)

    def cuts(self, start: int, end: int) -> list[int]:
        """The edges of records inside a span, with the span's own ends."""
        first, last = bisect_right(self.edges, start), bisect_right(self.edges, end - 1)
        return [start, *self.edges[first:last], end]

    def task_at(self, offset: int) -> int | None:
        """The number of the task whose sentence holds this offset."""
        number = bisect_right(self.task_starts, offset) - 1
        return number if number >= 0 and offset < self.tasks[number].end else None

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of a span in reading order."""
        text = self.reading.report.text
        for left, right in pairwise(self.cuts(start, end)):
            figure, target, milestone = (held.get(left) for held in (self.figures, self.targets, self.milestones))
            yield Piece(
                left,
                right,
                text[left:right],
                figure,
                target,
                milestone,
                mode=self.reading.figures[figure].mode if figure is not None else "",
                doubtful=any(
                    number is not None and rows[number].sure == "review"
                    for rows, number in (
                        (self.reading.figures, figure),
                        (self.reading.targets, target),
                        (self.reading.milestones, milestone),
                    )
                ),
            )


def first_at(rows: Sequence[Figure | Target | Milestone]) -> dict[int, int]:
    """For every offset that a record covers, the number of the first record there."""
    found: dict[int, int] = {}
    for number, row in enumerate(rows):
        for offset in range(row.start, row.end):
            found.setdefault(offset, number)
    return found


def sentence_spans(text: str, start: int, end: int, tasks: list[Task]) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a line; a task's own span is never cut."""
    at = start
    while at < end:
        held = next((task for task in tasks if task.start <= at < task.end), None)
        if held:
            stop = min(held.end, end)
        else:
            found = SENTENCE.match(text, at, end)
            stop = found.end() if found else end
            nearer = [task.start for task in tasks if at < task.start < stop]
            stop = min(nearer, default=stop)
        yield at, stop
        at = stop


def blocks(reading: Reading) -> list[Block]:
    """The whole text of the reading as blocks, in order; empty lines are left out."""
    report, marks = reading.report, Marks(reading)
    headings = {section.start: depth for depth, section in walk(report.sections) if section.title}
    made, at = [], 0
    for line in report.text.splitlines(keepends=True):
        start, end = at, at + len(line.rstrip())
        at += len(line)
        start += len(line) - len(line.lstrip()) if line.strip() else 0
        if end <= start:
            continue
        if any(low <= start and end <= high for low, high in report.furniture):
            piece = Piece(start, end, report.text[start:end])
            made.append(Block("furniture", start, (Sentence(start, end, None, (piece,)),)))
            continue
        if RULE.match(line):
            made.append(Block("rule", start, ()))
            continue
        mark = MARKDOWN_HEADING.match(report.text, start, end)
        body = mark.end() if mark else start
        level = headings.get(start, headings.get(body))
        is_heading = mark is not None or (level is not None and end - start < 60)
        tasks = [task for task in marks.tasks if task.start < end and start < task.end]
        sentences = tuple(
            Sentence(left, right, marks.task_at(left), tuple(marks.pieces(left, right)))
            for left, right in sentence_spans(report.text, body, end, tasks)
        )
        made.append(Block("heading" if is_heading else "paragraph", start, sentences, min(level or 0, 3)))
    return made


def walk(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[int, Section]]:
    """Every section with its depth, in reading order."""
    for section in sections:
        yield depth, section
        yield from walk(section.children, depth + 1)
