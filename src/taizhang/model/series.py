"""A series: what reports of one place aimed at and stated of one indicator, year by year."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.model.condition import Condition
from taizhang.model.figure import Figure


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A value that the report of `report_year` states, with its figure."""

    report_year: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class SeriesYear:
    """One year: its target (none where none was listed) and what reports stated of it, the earliest first.

    The first outcome is the one that answered the target; later ones that differ are revisions.
    """

    year: int
    target: Condition | None
    quote: str | None
    outcomes: tuple[StatedValue, ...] = ()

    @property
    def outcome(self) -> StatedValue | None:
        """What the earliest report that speaks of the year stated."""
        return self.outcomes[0] if self.outcomes else None

    @property
    def revisions(self) -> tuple[StatedValue, ...]:
        """Later statements with another value than the first."""
        first = self.outcome
        return tuple(one for one in self.outcomes[1:] if first and one.figure.value != first.figure.value)
