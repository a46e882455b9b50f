"""Where the things that can be checked stand: figures and milestones by their beginnings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.extraction.statements import Statement


@dataclass(frozen=True, slots=True)
class Goals:
    """Where figures and milestones begin in the source."""

    figures: Sequence[int]
    milestones: Sequence[int]

    def figure_in(self, statement: Statement) -> bool:
        """Whether the statement holds a figure."""
        return holds(self.figures, statement)

    def any_in(self, statement: Statement) -> bool:
        """Whether the statement holds a figure or a milestone."""
        return self.figure_in(statement) or holds(self.milestones, statement)


def holds(starts: Sequence[int], statement: Statement) -> bool:
    """Whether one of the (sorted) places lies in the statement."""
    at = bisect_left(starts, statement.start)
    return at < len(starts) and starts[at] < statement.end
