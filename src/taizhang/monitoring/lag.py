"""How far behind: the lag of a goal in the measure of its rule set, and the band that it falls in."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from taizhang.monitoring.plan import Plan, Progress
from taizhang.monitoring.rulesets import Band, RuleSet


def rounded(share: Fraction, decimals: int | None) -> Fraction:
    """A share to so many decimals, half up; as it is where the rule set compares exactly."""
    if decimals is None:
        return share
    shifted = Decimal(share.numerator * 10**decimals) / Decimal(share.denominator)
    return Fraction(int(shifted.to_integral_value(ROUND_HALF_UP)), 10**decimals)


def plan_lag(achieved: Fraction, expected: Fraction, rules: RuleSet) -> Fraction:
    """Points ahead (negative: behind), or the ratio of done to expected.

    As a ratio, nothing expected yet counts as just on pace.
    """
    achieved, expected = rounded(achieved, rules.decimals), rounded(expected, rules.decimals)
    if rules.lag == "points":
        return achieved - expected
    return achieved / expected if expected else Fraction(1)


def band_of(rules: RuleSet, lag: Fraction) -> Band:
    """The best band whose bound the lag holds."""
    for band in rules.bands[:-1]:
        bound = Fraction(band.bound or 0)
        if lag > bound or (band.inclusive and lag == bound):
            return band
    return rules.bands[-1]


def compared(plan: Plan, report: Progress, rules: RuleSet) -> Fraction | None:
    """Actual to target, for rule sets that measure a rate so; none where a ratio says nothing (falls, ceilings)."""
    target = plan.target
    if rules.lag != "ratio" or plan.kind != "rate" or plan.better != "higher" or report.value is None:
        return None
    if target is None or target <= 0 or plan.condition is None or plan.condition.bound == "max":
        return None
    return Fraction(report.value) / Fraction(target)
