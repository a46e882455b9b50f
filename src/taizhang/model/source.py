"""Where the characters of a report stand in its document: page, paragraph and box."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

Box = tuple[float, float, float, float]
Anchors = tuple[tuple[int, float], ...]


def edge(anchors: Anchors, offset: int) -> float:
    """The left edge of the character at an offset of a line with these anchors (two at least)."""
    at = min(max(bisect_right(anchors, offset, key=itemgetter(0)), 1), len(anchors) - 1)
    (start, left), (end, right) = anchors[at - 1], anchors[at]
    return left + (right - left) * (offset - start) / (end - start)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch `text[start:end]` that comes from one place of the document.

    `page` and `paragraph` count from 1. `box` is left, top, right, bottom on the page, in points
    (pixels for a picture) from its upper left corner; `anchors` are offsets in the run with the left
    edge of the character there (the last one: the end), between which characters are set evenly.
    `confidence` (0 to 1) is what recognition of a scan gives.
    """

    start: int
    end: int
    page: int | None = None
    paragraph: int | None = None
    box: Box | None = None
    anchors: Anchors = ()
    confidence: float | None = None

    def box_of(self, start: int, end: int) -> Box | None:
        """The box of the part of this run that lies in `text[start:end]`."""
        if self.box is None:
            return None
        left, top, right, bottom = self.box
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        anchors = self.anchors or ((0, left), (self.end - self.start, right))
        return edge(anchors, first), top, edge(anchors, last), bottom


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a record: where it begins, and the box around it on that page."""

    page: int | None = None
    paragraph: int | None = None
    box: Box | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The runs of a report in order of `start`, and the size of each page (width, height)."""

    runs: tuple[Run, ...] = ()
    pages: tuple[tuple[float, float], ...] = ()

    def place(self, start: int, end: int) -> Source:
        """Where `text[start:end]` stands; the confidence is that of its worst run."""
        at = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        runs = []
        while at < len(self.runs) and self.runs[at].start < end:
            if self.runs[at].end > start:
                runs.append(self.runs[at])
            at += 1
        if not runs:
            return Source()
        boxes = [box for run in runs if run.page == runs[0].page and (box := run.box_of(start, end))]
        sure = [run.confidence for run in runs if run.confidence is not None]
        return Source(runs[0].page, runs[0].paragraph, around(boxes), min(sure) if sure else None)


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box that holds all boxes, none where there are none."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


NOWHERE = SourceMap()  # of a plain text, where offsets say all
