"""The record of a light."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from taizhang.model import Judgement
from taizhang.monitoring.plan import Progress
from taizhang.monitoring.rulesets import Colour, State

Why = Literal[
    "finished",
    "overdue",
    "annual",
    "not_begun",
    "standing",
    "no_data",
    "no_base",
    "no_reference",
    "no_statement",
    "pace",
    "rate",
    "used_up",
    "stage",
    "due_dates_only",
]


@dataclass(frozen=True, slots=True)
class Light:
    """A goal's light on a day, with all that it was computed from and one sentence that says it.

    `expected` and `achieved` are exact shares of the plan where the measure has them; `threshold` is the bound of
    the band that it fell in (`≥0` points, `≥0.95` of the expected share) or the judgement's reason; `used` are the
    reports that it looked at; `near_due` tells that the rule set's days before the due date have begun.
    """

    day: date
    state: State
    level: int
    colour: Colour
    rule: str
    measure: str
    why: Why
    expected: Fraction | None = None
    achieved: Fraction | None = None
    threshold: str = ""
    judgement: Judgement | None = None
    used: tuple[Progress, ...] = ()
    finished: date | None = None
    near_due: bool = False
    sentence: str = ""

    @property
    def open(self) -> bool:
        """Whether the goal is still to be reached."""
        return self.state not in ("done", "done_late")

    def to_dict(self) -> dict[str, Any]:
        """The light as plain JSON types: days as ISO text, shares exact (`11/12`), absent fields left out."""
        record: dict[str, Any] = {
            "day": self.day.isoformat(),
            "state": self.state,
            "level": self.level,
            "colour": self.colour,
            "rule": self.rule,
            "measure": self.measure,
            "why": self.why,
            "expected": None if self.expected is None else str(self.expected),
            "achieved": None if self.achieved is None else str(self.achieved),
            "threshold": self.threshold or None,
            "judgement": None if self.judgement is None else self.judgement.reason,
            "used": [
                {name: text(value) for name, value in asdict(report).items() if value not in (None, "")}
                for report in self.used
            ],
            "finished": None if self.finished is None else self.finished.isoformat(),
            "near_due": self.near_due,
            "sentence": self.sentence,
        }
        return {name: value for name, value in record.items() if value is not None}


def text(value: Any) -> str:
    """A field of a report as text: a day in ISO form, a number in plain digits."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
