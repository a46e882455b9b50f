"""Targets of one year from level to level (层层加码): by how much a lower level demands more, and how firmly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from taizhang.catalogue import indicator_code
from taizhang.language.firmness import Wording, wording
from taizhang.model import Condition, Level, Reading

LEVELS: tuple[Level, ...] = ("nation", "province", "city", "county")
POINTS = frozenset({"%", "‰", "百分点"})


@dataclass(frozen=True, slots=True)
class Demand:
    """What one place demands of an indicator for a year: the condition, its words, and how firm they are."""

    indicator: str
    code: str | None
    place: str
    level: Level
    year: int | None
    condition: Condition
    words: str
    wording: Wording | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """What two demands must share to be compared: the indicator, by code where it has one, and its sense."""
        return self.code or self.indicator, self.condition.aspect

    @property
    def middle(self) -> Decimal | None:
        """The number demanded; of a range the middle."""
        condition = self.condition
        if condition.value is not None:
            return condition.value
        if condition.low is None or condition.high is None:
            return None
        return (condition.low + condition.high) / 2

    @property
    def least(self) -> Decimal | None:
        """The number demanded; of a range the lower end."""
        return self.condition.low if self.condition.value is None else self.condition.value


@dataclass(frozen=True, slots=True)
class Gap:
    """A lower level's demand beside that of the level above it.

    `points` is the difference in percentage points (the middle of a range counts), `least_points` that of lower ends;
    both none where a demand has no number or the unit is no rate.
    """

    own: Demand
    above: Demand
    points: Decimal | None
    least_points: Decimal | None


def demands_of(reading: Reading) -> tuple[Demand, ...]:
    """The listed targets of a report as demands. Raises `ValueError` where its place or level is unknown."""
    report = reading.report
    if report.place is None or report.level is None:
        raise ValueError("the report does not say whose it is: place and level are needed to compare targets")
    return tuple(
        Demand(
            target.indicator,
            target.code,
            report.place,
            report.level,
            report.year,
            Condition.of(target),
            target.quote,
            wording(report.text, target.start, target.end, target.bound == "range"),
        )
        for target in reading.targets
    )


def demand_of_cell(
    indicator: str, place: str, level: Level, year: int | None, condition: Condition, words: str
) -> Demand:
    """A cell of a division table as a demand."""
    code = indicator_code(indicator, condition.unit or None, condition.aspect if condition.numeric else None)
    numbers = [at for at, sign in enumerate(words) if sign.isdigit()]
    firmness = None
    if condition.numeric and numbers:
        end = numbers[-1] + 1
        while words[end : end + 1] in ("%", "％"):
            end += 1
        firmness = wording(words, numbers[0], end, condition.bound == "range")
    return Demand(indicator, code, place, level, year, condition, words, firmness)


def gaps(demands: Iterable[Demand]) -> tuple[Gap, ...]:
    """Every demand beside the next wider level's on the same indicator, wider levels first.

    Demands of other years are not compared; where a level has several places, each is held against the one above.
    """
    known: Sequence[Demand] = sorted(demands, key=lambda demand: LEVELS.index(demand.level))
    found = []
    for own in known:
        wider = [
            other
            for other in known
            if other.key == own.key and other.year == own.year and LEVELS.index(other.level) < LEVELS.index(own.level)
        ]
        if wider:
            above = wider[-1]
            found.append(Gap(own, above, difference(own, above, "middle"), difference(own, above, "least")))
    return tuple(found)


def difference(own: Demand, above: Demand, of: str) -> Decimal | None:
    """The difference of two rates in points, or none."""
    one, other = getattr(own, of), getattr(above, of)
    if one is None or other is None or not {own.condition.unit, above.condition.unit} <= POINTS:
        return None
    return Decimal(one - other)
