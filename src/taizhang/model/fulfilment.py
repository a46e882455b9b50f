"""Fulfilments: a promise of one report and what the next report says of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from taizhang.model.condition import Condition, Judgement
from taizhang.model.observation import Observation
from taizhang.model.report import Report, Sure

PromiseKind = Literal["headline", "quantified", "milestone"]
ChangeKind = Literal["raised", "lowered", "resized", "reworded", "repeated", "dropped", "added"]


@dataclass(frozen=True, slots=True)
class Promise:
    """What report N promises for its year: a listed target, a quantity, or an act whose doing can be told.

    `indicator` stands alone; `condition` is none for acts; `area` is the heading it stands under.
    """

    kind: PromiseKind
    indicator: str
    start: int
    end: int
    quote: str
    condition: Condition | None = None
    code: str | None = None
    area: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where report N+1 answers, in its own offsets, and the value in the promise's unit if it gives one."""

    start: int
    end: int
    quote: str
    actual: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A promise, its outcome (none where the next report is silent) and the judgement.

    `ruled_by` names the person who confirmed or corrected it, `ruling` holds their words.
    """

    promise: Promise
    outcome: Outcome | None
    judgement: Judgement
    sure: Sure = "certain"
    ruled_by: str | None = None
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Attainment:
    """A listed target held against an observation (none where nothing was observed) and the judgement."""

    promise: Promise
    observation: Observation | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Change:
    """How a promise stands in the next report's own promises: changed, resized, repeated, dropped or new."""

    kind: ChangeKind
    indicator: str
    before: Promise | None = None
    after: Promise | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports of one place: what became of the promises of the earlier one."""

    earlier: Report
    later: Report
    fulfilments: tuple[Fulfilment, ...] = ()
    changes: tuple[Change, ...] = ()
