"""What a goal was planned to be, and what was reported on it: all that a light is computed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from taizhang.catalogue import indicator_by_code
from taizhang.language.predicates import delivering, longest_prefix
from taizhang.model import Condition, Figure, Stated, Target

Kind = Literal["amount", "level", "rate", "ceiling", "quota", "relative", "statement", "milestone"]
Step = Literal["not_started", "started", "done"]
RATES = frozenset({"%", "‰", "百分点", "倍", "番"})
# Names of what is there at the end of a year, in place of what was added during it.
STOCKS = ("拥有量", "保有量", "总数", "总量", "里程", "余额", "数量", "保有", "人口", "存量", "浓度")
PRICES = frozenset({"cpi", "ppi"})


@dataclass(frozen=True, slots=True)
class Node:
    """By `on`, `expected` of the goal in its own unit (a milestone's in %), or what the `words` say (形象进度)."""

    on: date
    expected: Decimal | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One goal with its calendar.

    `start` and `due` bound its own period; without `due` it is a standing task. A milestone has no condition.
    `base` is where a level started from. `nodes` are the unit's own and are taken as steps or as a line. `annual`
    marks a statistic that is settled once a year; `published` is the day from which the final figure is out.
    `planned_start` is when a milestone is to begin, where the unit said so.
    Raises `ValueError` for a period that ends before it begins, a goal without its condition, or unordered nodes.
    """

    name: str
    kind: Kind
    start: date
    due: date | None
    condition: Condition | None = None
    base: Decimal | None = None
    nodes: tuple[Node, ...] = ()
    between: Literal["step", "linear"] = "step"
    better: Literal["higher", "lower"] = "higher"
    price: bool = False
    annual: bool = False
    published: date | None = None
    planned_start: date | None = None

    def __post_init__(self) -> None:
        if self.due is not None and self.due < self.start:
            raise ValueError(f"{self.name}: due {self.due} lies before the start {self.start}")
        if (self.condition is None) != (self.kind == "milestone"):
            raise ValueError(f"{self.name}: a {self.kind} {'has no' if self.condition else 'needs a'} condition")
        if any(one.on >= other.on for one, other in zip(self.nodes, self.nodes[1:], strict=False)):
            raise ValueError(f"{self.name}: nodes must stand in the order of their days")
        if self.kind in ("amount", "quota") and not self.target:
            raise ValueError(f"{self.name}: an amount needs a target other than zero")

    @property
    def target(self) -> Decimal | None:
        """The number that counts as reached: the value, or the low end of a range."""
        if self.condition is None:
            return None
        return self.condition.low if self.condition.value is None else self.condition.value

    @property
    def settled(self) -> date | None:
        """The day from which the goal is judged for good."""
        return self.published or self.due


@dataclass(frozen=True, slots=True)
class Progress:
    """What was reported as of a day: a value in the goal's unit, a stage, or words that settle it.

    `reference` is the value of the same day that a relative condition compares with.
    """

    on: date
    value: Decimal | None = None
    stage: Step | None = None
    reference: Decimal | None = None
    stated: Stated | None = None
    source: str = ""

    @property
    def tells(self) -> bool:
        """Whether it says anything that can be measured; words alone do not."""
        return self.value is not None or self.stage is not None or self.stated is not None


def kind_of(condition: Condition, indicator: str) -> Kind:
    """By which measure a condition on an indicator is followed through the year."""
    if condition.bound in ("above", "match"):
        return "relative"
    if condition.bound == "assigned":
        return "statement"
    if not condition.numeric or condition.aspect in ("growth", "rank"):
        return "rate"
    if condition.unit in RATES:
        return "ceiling" if condition.bound == "max" else "rate" if condition.aspect == "change" else "level"
    if condition.aspect == "change":
        return "amount"
    if condition.bound == "max" or condition.value == 0:
        return "ceiling" if indicator.endswith(STOCKS) or condition.value == 0 else "quota"
    counted = bool(longest_prefix(indicator, delivering()))
    return "level" if not counted and indicator.endswith(STOCKS) else "amount"


def plan_of(
    record: Figure | Target,
    *,
    start: date,
    due: date | None,
    base: Decimal | None = None,
    nodes: tuple[Node, ...] = (),
    published: date | None = None,
) -> Plan:
    """The plan of a promised figure or target; direction and «annual» come from the catalogue."""
    condition = Condition.of(record)
    known = indicator_by_code(record.code) if record.code else None
    return Plan(
        name=record.indicator,
        kind=kind_of(condition, record.indicator),
        start=start,
        due=due,
        condition=condition,
        base=base,
        nodes=nodes,
        better="lower" if known is not None and known.better == "lower" else "higher",
        price=record.code in PRICES,
        annual=known is not None and known.annual,
        published=published,
    )
