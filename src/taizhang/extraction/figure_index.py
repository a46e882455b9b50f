"""Figures by their place: which of them stand in a stretch of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from taizhang.extraction.statements import Statement
from taizhang.model import Figure


class FigureIndex:
    """Figures in order of `start`, asked for by statement."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self.starts = [figure.start for figure in figures]

    def inside(self, statement: Statement, start: int, end: int) -> Sequence[Figure]:
        """The figures that begin in `statement.text[start:end]`."""
        if start == end:
            return ()
        low, high = statement.span(start, end)
        return self.figures[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
