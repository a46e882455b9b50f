"""Conditions: what a promise demands of its outcome, and the rules by which an outcome is judged.

The rules and their edges stand in docs/fulfilment.md. A direction (is more or less better?) is not
the condition's own: whoever knows the indicator passes it in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, get_args

from taizhang.model.figure import Aspect, Bound, Directional, Figure, Target

Verdict = Literal["exceeded", "met", "nearly", "missed", "silent", "unclear"]
Stated = Literal["fulfilled", "failed", "unsettled"]
Reason = Literal[
    "no_outcome",
    "no_observation",
    "no_number",
    "no_reference",
    "no_statement",
    "stated_fulfilled",
    "stated_failed",
    "reached",
    "within_margin",
    "inside_range",
    "price_held",
    "better_than_goal",
    "better_than_margin",
    "just_short",
    "far_short",
    "grew",
    "did_not_grow",
    "fell",
    "did_not_fall",
    "above_reference",
    "level_with_reference",
    "ahead_of_reference",
    "just_below_reference",
    "below_reference",
    "steady",
    "unsteady",
    "improved",
    "not_improved",
    "deed_done",
    "deed_undone",
    "deed_under_way",
    "deed_announced",
    "deed_unstated",
    "other_period",
    "ruled",
]

POINTS = Decimal("0.5")  # margin of a rate below SMALL_RATE, in percentage points
SMALL_RATE = Decimal(20)
SHARE = Decimal("0.05")  # margin of everything else, as a share of its value
STABLE = Decimal(5)  # a value is stable within 5 % of the last, the margin of an amount
RATES = {"%", "‰", "百分点"}
ROUNDED_POINTS = Decimal("0.01")  # differences that come from rounding alone
ROUNDED_SHARE = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Context:
    """What a judgement needs to know beside the outcome's number.

    `better` and `price` come from the indicator: prices are met at or below their target and never
    exceeded. `reference` is the outcome of the indicator that the condition compares with, or last
    year's value. `stated` is what the words say where they give no number: that it was fulfilled,
    that it failed, or something that settles neither; none means that nothing was said.
    """

    better: Literal["higher", "lower"] = "higher"
    price: bool = False
    reference: Decimal | None = None
    stated: Stated | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason: the rule's code and the numbers that it looked at.

    `goal` is the number (or end of the range, or reference) that the outcome was held against,
    `margin` the tolerance that applied.
    """

    verdict: Verdict
    reason: Reason
    actual: Decimal | None = None
    goal: Decimal | None = None
    margin: Decimal | None = None


def margin(value: Decimal, unit: str | None) -> Decimal:
    """The tolerance: 0.5 percentage points for rates below 20 %, else 5 % of the value."""
    if unit in RATES and abs(value) < SMALL_RATE:
        return POINTS
    return abs(value) * SHARE


@dataclass(frozen=True, slots=True)
class Condition:
    """6%左右, 5%—5.5%, 以上, 以内, or in words: 保持增长, 高于X, 与X同步, 完成上级下达任务.

    `value`, or `low` and `high` of a range, is in the base `unit` with its sign (falls are negative);
    `reference` names what `above` and `match` compare with. Raises `ValueError` where a numeric bound
    has no number.
    """

    bound: Bound | Directional
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    aspect: Aspect | None = None
    reference: str | None = None

    def __post_init__(self) -> None:
        ranged = self.low is not None and self.high is not None
        if self.numeric and self.value is None and not ranged:
            raise ValueError(f"a condition of bound {self.bound} needs a value, or low and high")

    @classmethod
    def of(cls, record: Figure | Target) -> Condition:
        """The condition that a target or a promised figure sets."""
        return cls(
            bound=record.bound,
            value=record.value,
            low=record.low,
            high=record.high,
            unit=record.unit,
            aspect=record.aspect,
            reference=record.reference if isinstance(record, Target) else None,
        )

    @property
    def numeric(self) -> bool:
        """Whether the condition is a number or a range of numbers."""
        return self.bound in get_args(Bound)

    def judge(self, actual: Decimal | None, context: Context) -> Judgement:
        """How an outcome in the same unit (none where the text gives no number) answers the condition."""
        if actual is None:
            return self._judge_words(context.stated)
        if self.numeric:
            return self._judge_number(actual, context)
        return self._judge_direction(actual, context)

    def _judge_words(self, stated: Stated | None) -> Judgement:
        if stated is None:
            return Judgement("silent", "no_outcome")
        if stated == "failed":
            return Judgement("missed", "stated_failed")
        if self.numeric:
            return Judgement("unclear", "no_number")
        return Judgement("met", "stated_fulfilled") if stated == "fulfilled" else Judgement("unclear", "no_statement")

    def _judge_number(self, actual: Decimal, context: Context) -> Judgement:
        worst, best, sign = self._ends(context)
        tolerance = margin(worst, self.unit)
        short, beyond = sign * (worst - actual), sign * (actual - best)
        allowed = tolerance if self.bound == "approx" else self._rounding(worst)

        def judged(verdict: Verdict, reason: Reason, goal: Decimal = worst) -> Judgement:
            return Judgement(verdict, reason, actual, goal, tolerance)

        if beyond > allowed:
            if context.price:
                return judged("met", "price_held", best)
            return judged("exceeded", "better_than_margin" if self.bound == "approx" else "better_than_goal", best)
        if short <= allowed:
            return judged("met", {"approx": "within_margin", "range": "inside_range"}.get(self.bound, "reached"))  # type: ignore[arg-type]
        if short <= tolerance + (allowed if self.bound == "approx" else 0):
            return judged("nearly", "just_short")
        return judged("missed", "far_short")

    def _ends(self, context: Context) -> tuple[Decimal, Decimal, int]:
        """The end that must be reached, the end beyond which it is exceeded, and 1 where more is better.

        Bounds of a fall speak of its size, so a fall is the better the larger it is; otherwise 以上
        asks for more and 以内 for less, and only a plain number needs the indicator's direction.
        """
        low = self.low if self.value is None else self.value
        high = self.high if self.value is None else self.value
        assert low is not None
        assert high is not None
        if low < 0 and high < 0:
            more = self.bound == "max"
        else:
            more = self.bound == "min" or (self.bound != "max" and context.better == "higher" and not context.price)
        return (low, high, 1) if more else (high, low, -1)

    def _rounding(self, value: Decimal) -> Decimal:
        return ROUNDED_POINTS if self.unit in RATES else abs(value) * ROUNDED_SHARE

    def _judge_direction(self, actual: Decimal, context: Context) -> Judgement:
        if self.bound in ("above", "match"):
            if context.reference is None:
                if context.stated in ("fulfilled", "failed"):
                    return replace(self._judge_words(context.stated), actual=actual)
                return Judgement("unclear", "no_reference", actual)
            return self._judge_reference(actual, context.reference)
        if context.stated in ("fulfilled", "failed"):
            return replace(self._judge_words(context.stated), actual=actual)
        zero = Decimal(0)
        gain = actual if context.better == "higher" else -actual
        if self.bound == "positive":
            return Judgement(*(("met", "grew") if actual > 0 else ("missed", "did_not_grow")), actual, zero)
        if self.bound == "negative":
            return Judgement(*(("met", "fell") if actual < 0 else ("missed", "did_not_fall")), actual, zero)
        if self.bound == "improve":
            return Judgement(*(("met", "improved") if gain > 0 else ("missed", "not_improved")), actual, zero)
        if self.bound == "stable":
            return Judgement(*(("met", "steady") if gain >= -STABLE else ("missed", "unsteady")), actual, zero, STABLE)
        return Judgement("unclear", "no_statement", actual)

    def _judge_reference(self, actual: Decimal, reference: Decimal) -> Judgement:
        tolerance = margin(reference, self.unit or "%")
        ahead = actual - reference

        def judged(verdict: Verdict, reason: Reason) -> Judgement:
            return Judgement(verdict, reason, actual, reference, tolerance)

        if self.bound == "above":
            if ahead > 0:
                return judged("met", "above_reference")
            return (
                judged("nearly", "just_below_reference") if -ahead <= tolerance else judged("missed", "below_reference")
            )
        if abs(ahead) <= tolerance:
            return judged("met", "level_with_reference")
        if ahead > 0:
            return judged("exceeded", "ahead_of_reference")
        if -ahead <= 2 * tolerance:
            return judged("nearly", "just_below_reference")
        return judged("missed", "below_reference")
