"""Lights: how a goal stands on a day against its plan, by one rule set. Pure: any past day can be computed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from taizhang.model import Context, Judgement
from taizhang.monitoring.calendar_share import done_share, expected_share, month_ends_before, month_number
from taizhang.monitoring.lag import band_of, compared, plan_lag
from taizhang.monitoring.light_record import Light, Why
from taizhang.monitoring.plan import Plan, Progress
from taizhang.monitoring.rulesets import Band, RuleSet, Sign, State
from taizhang.monitoring.sentence import explain

RESTING = Sign(0, "none")
DONE = Sign(0, "green")
OPEN_BEHIND = ("behind", "not_started", "overdue")


def light(plan: Plan, reports: Sequence[Progress], day: date, rules: RuleSet) -> Light:
    """The light of a goal at the end of `day`; reports of later days are not looked at."""
    found = near(Reader.of(plan, reports, day, rules).light(), plan, rules)
    found = escalated(found, plan, reports, rules)
    return replace(found, sentence=explain(found, plan, rules))


@dataclass(frozen=True, slots=True)
class Reader:
    """One goal on one day: the reports that tell a value, a stage or an end; `spoken` where others came too."""

    plan: Plan
    reports: tuple[Progress, ...]
    spoken: bool
    day: date
    rules: RuleSet

    @classmethod
    def of(cls, plan: Plan, reports: Sequence[Progress], day: date, rules: RuleSet) -> Reader:
        """The goal as it was known at the end of `day`."""
        known = sorted((report for report in reports if report.on <= day), key=lambda report: report.on)
        telling = tuple(report for report in known if report.tells)
        return cls(plan, telling, len(telling) < len(known), day, rules)

    def light(self) -> Light:
        """The light before near-due and escalation rules, by the first rule that applies."""
        plan, latest = self.plan, self.reports[-1] if self.reports else None
        if plan.annual and not self.published():
            return self.made("no_light", RESTING, "annual")
        if finished := self.finished():
            late = plan.due is not None and finished > plan.due
            return self.made("done_late" if late else "done", DONE, "finished", finished=finished)
        if self.is_over():
            return self.made("overdue", self.rules.overdue, "overdue", **self.shares())
        if self.day < plan.start:
            return self.made("not_due", RESTING, "not_begun")
        if not self.rules.pace:
            return self.in_band(self.best(), "due_dates_only")
        if plan.kind == "statement":
            return self.by_statement(latest)
        if plan.kind in ("amount", "quota", "level", "milestone"):
            return self.by_share(latest)
        return self.by_rate(latest)

    def made(self, state: State, sign: Sign, why: Why, **fields: object) -> Light:
        """A light of this goal, day and rule set."""
        made = Light(
            self.day, state, sign.level, sign.colour, self.rules.label, self.plan.kind, why, used=self.reports[-1:]
        )
        return replace(made, **fields)  # type: ignore[arg-type]

    def in_band(self, band: Band, why: Why, **fields: object) -> Light:
        """The light of a band."""
        threshold = "" if band.bound is None else ("≥" if band.inclusive else ">") + band.bound
        return self.made(band.state, band.sign, why, **{"threshold": threshold, **fields})

    def published(self) -> bool:
        """Whether the final figure of an annual statistic is out."""
        if self.plan.published is not None:
            return self.day >= self.plan.published
        return self.plan.due is not None and bool(self.reports) and self.reports[-1].on >= self.plan.due

    def is_over(self) -> bool:
        """Whether the goal's time has passed; a rate or level has until its final figure is published."""
        due = self.plan.due
        if due is None or self.day <= due:
            return False
        settled = due if self.plan.kind in ("amount", "milestone") else self.plan.settled
        return settled is None or self.day >= settled

    def finished(self) -> date | None:
        """The day of the first of the last reports in a row that find the goal reached for good."""
        if self.plan.kind not in ("amount", "milestone", "statement") and not self.is_over():
            return None
        found = None
        for report in reversed(self.reports):
            if not self.reaches(report):
                break
            found = report.on
        if found is None or self.plan.kind in ("amount", "milestone", "statement"):
            return found
        # A rate, level or ceiling holds for the whole period: it is reached when the period ends.
        return self.plan.due

    def reaches(self, report: Progress) -> bool:
        """Whether a report finds the goal reached."""
        if self.plan.kind in ("amount", "milestone"):
            share = self.share(report)
            return report.stage == "done" or (share is not None and share >= 1)
        if self.plan.kind == "quota":
            share = self.share(report)
            return share is not None and share <= 1
        judged = self.judged(report)
        return judged is not None and judged.verdict in ("met", "exceeded")

    def share(self, report: Progress) -> Fraction | None:
        """A report's value as a share of the plan."""
        return None if report.value is None else done_share(self.plan, report.value)

    def judged(self, report: Progress) -> Judgement | None:
        """A report's value against the condition, or against the last node that has passed."""
        condition = self.plan.condition
        if condition is None:
            return None
        passed = [node.expected for node in self.plan.nodes if node.on <= self.day and node.expected is not None]
        if passed and condition.value is not None and not self.is_over():
            condition = replace(condition, value=passed[-1])
        context = Context(self.plan.better, self.plan.price, report.reference, report.stated)
        return condition.judge(report.value, context)

    def shares(self) -> dict[str, Fraction | None]:
        """Expected and achieved share, for the record."""
        return {
            "expected": expected_share(self.plan, self.day, self.rules.share),
            "achieved": self.share(self.reports[-1]) if self.reports else None,
        }

    def best(self) -> Band:
        """The band of a goal that is on pace."""
        band = self.rules.band("on_pace")
        assert band is not None  # `parse` refuses rule sets without it
        return band

    def waiting(self, why: Why, **fields: object) -> Light:
        """A goal on which nothing has begun: not due in its first month, then by the rule set's months.

        A milestone is late only where its unit said when it begins, or a node has passed.
        """
        node = next((node.on for node in self.plan.nodes if node.on <= self.day), None)
        begins = self.plan.planned_start or (self.plan.start if self.plan.kind != "milestone" else None)
        months = month_number(self.day) - month_number(begins) if begins else 0
        passed = [rule for rule in self.rules.waiting if rule.months <= months or (node and rule.months <= 1)]
        if not passed:
            return self.made("not_due", RESTING, why, **fields)
        return self.made("not_started", passed[-1].sign, why, **fields)

    def by_share(self, latest: Progress | None) -> Light:
        """A goal that is done little by little: the share done against the share expected."""
        expected = expected_share(self.plan, self.day, self.rules.share)
        achieved = self.share(latest) if latest is not None else None
        shares = {"expected": expected, "achieved": achieved}
        if self.plan.kind == "quota":
            return self.by_quota(expected, achieved)
        if self.plan.kind == "level" and self.plan.base is None:
            return self.by_level_without_base(latest)
        if latest is None and self.spoken:
            return self.made("no_light", RESTING, "no_data", **shares)
        if latest is None or latest.stage == "not_started" or (achieved == 0 and self.plan.kind != "level"):
            later = self.plan.nodes and expected == 0
            return (
                self.made("not_due", RESTING, "not_begun", **shares) if later else self.waiting("not_begun", **shares)
            )
        if achieved is None:
            return self.in_band(self.best(), "stage", expected=expected)
        if expected is None:
            return self.made("no_light", RESTING, "standing", achieved=achieved)
        lag = plan_lag(achieved, expected, self.rules)
        return self.in_band(band_of(self.rules, lag), "pace", **shares)

    def by_quota(self, expected: Fraction | None, achieved: Fraction | None) -> Light:
        """A maximum that is used up: the share used must not run ahead of the calendar."""
        shares = {"expected": expected, "achieved": achieved}
        if achieved is None:
            return self.made("no_light", RESTING, "no_data", expected=expected)
        if achieved > 1:
            # Nothing puts this right again, so it burns as what is overdue.
            return self.made("behind", self.rules.overdue, "used_up", **shares)
        if expected is None:
            return self.made("no_light", RESTING, "standing", achieved=achieved)
        lag = plan_lag(expected, achieved, self.rules)
        return self.in_band(band_of(self.rules, lag), "pace", **shares)

    def by_level_without_base(self, latest: Progress | None) -> Light:
        """A level whose way cannot be measured: well where it is reached, else without a light until it is due."""
        if latest is not None and self.reaches(latest):
            return self.in_band(self.best(), "rate", judgement=self.judged(latest))
        return self.made("no_light", RESTING, "no_base")

    def by_statement(self, latest: Progress | None) -> Light:
        """A condition that only its setter can find fulfilled."""
        if latest is None or latest.stated != "failed":
            return self.made("no_light", RESTING, "no_statement")
        return self.made("behind", self.rules.overdue, "no_statement")

    def by_rate(self, latest: Progress | None) -> Light:
        """A rate, ceiling or comparison: it must be fulfilled now."""
        if latest is None or (latest.value is None and latest.stated is None):
            return self.made("no_light", RESTING, "no_data")
        judged = self.judged(latest)
        assert judged is not None  # only milestones have no condition
        if judged.verdict in ("unclear", "silent"):
            return self.made("no_light", RESTING, "no_reference" if judged.reason == "no_reference" else "no_data")
        if judged.verdict in ("met", "exceeded"):
            return self.in_band(self.best(), "rate", judgement=judged)
        ratio = compared(self.plan, latest, self.rules)
        if ratio is not None:
            return self.in_band(band_of(self.rules, ratio), "rate", judgement=judged)
        behind = [band for band in self.rules.bands if band.state == "behind"]
        return self.in_band(behind[0 if judged.verdict == "nearly" else -1], "rate", judgement=judged)


def near(found: Light, plan: Plan, rules: RuleSet) -> Light:
    """The light with the near-due rule: it may raise the level of an open goal, never lower it."""
    rule = rules.near_due
    if rule is None or plan.due is None or not found.open or not 0 <= (plan.due - found.day).days <= rule.days:
        return found
    found = replace(found, near_due=True)
    if rule.sign is None or rule.sign.level <= found.level or found.state == "no_light":
        return found
    return replace(found, level=rule.sign.level, colour=rule.sign.colour)


def escalated(found: Light, plan: Plan, reports: Sequence[Progress], rules: RuleSet) -> Light:
    """The light with the ladder of the rule set: the sign of the first, second … month running behind."""
    if not rules.escalation or found.state not in ("behind", "not_started"):
        return found
    running = 0
    for end in month_ends_before(found.day, plan.start):
        if Reader.of(plan, reports, end, rules).light().state not in OPEN_BEHIND:
            break
        running += 1
    sign = rules.escalation[min(running, len(rules.escalation) - 1)]
    return replace(found, level=sign.level, colour=sign.colour)
