"""Listed targets of report N answered by figures and words of report N+1."""

from __future__ import annotations

import re
from decimal import Decimal

from taizhang.fulfilment.evidence import Evidence, figures_by_clause
from taizhang.fulfilment.judging import judge_values, stated
from taizhang.fulfilment.measures import Measure, measure_of
from taizhang.fulfilment.promises import promise_of
from taizhang.fulfilment.terms import Rarity, likeness, share_of
from taizhang.fulfilment.word_lists import progress
from taizhang.model import Aspect, Context, Figure, Fulfilment, Judgement, Outcome, Promise, Reading, Target

STATES = ("good", "bad", "worse", "failed", "kept")
SAME_NAME = 0.6  # likeness of two names from which they name one indicator
NAMED = 0.75  # share of an indicator's name that a clause must hold to speak of it
NEED_WORDS = ("stable", "improve", "assigned")  # answered by a statement before a number
LAST_YEAR = ("上年", "去年")
AVERAGE = re.compile("年均|平均每年|每年平均|年平均")
SUBJECT = 4  # how far into a clause its subject may begin


class TargetAnswers:
    """Looks the listed targets of one report up in its successor."""

    def __init__(self, earlier: Reading, later: Reading, evidence: Evidence, rarity: Rarity) -> None:
        self.earlier = earlier
        self.later = later
        self.evidence = evidence
        self.rarity = rarity
        self.year = str(earlier.report.year)
        by_clause = figures_by_clause(later.figures, evidence)
        self.numbered = set(by_clause)
        self.figures = [one for figures in by_clause.values() for one in figures]

    def answer(self, target: Target) -> Fulfilment:
        """The outcome of a target and its verdict."""
        promise = promise_of(target)
        words = self.by_words(promise, target)
        if words.outcome and target.bound in NEED_WORDS:
            return words
        figure = self.figure_for(full_name(target), target)
        return self.by_number(promise, target, figure) if figure else words

    def figure_for(self, name: str, target: Target) -> Figure | None:
        """The stated figure of an indicator: of the year if there is one, else of years that hold it."""
        same = [
            one
            for one in self.figures
            if one.place in (None, self.later.report.place)
            and one.aspect == aspect_of(target)
            and (target.unit is None or one.unit == target.unit)
            and self.alike(name, one.indicator) >= SAME_NAME
            and holds(one.period, self.year)
        ]
        return max(
            same, key=lambda one: (*self.fitness(one), self.alike(name, one.indicator), -one.start), default=None
        )

    def fitness(self, figure: Figure) -> tuple[bool, bool]:
        """The year's own figure comes before an average of years, and that before a total of years."""
        averaged = self.averaged(figure)
        return figure.period in (None, self.year) and not averaged, averaged

    def averaged(self, figure: Figure) -> bool:
        """Whether a figure is a yearly average over several years."""
        clause = self.evidence.clause_at(figure.start)
        return clause is not None and bool(AVERAGE.search(clause.text))

    def alike(self, one: str, other: str) -> float:
        """Likeness of two names of indicators: full for two names of one measure."""
        mine, theirs = measure_of(one), measure_of(other)
        if mine and theirs:
            return SAME_NAME + (1 - SAME_NAME) * likeness(self.rarity, one, other) if mine == theirs else 0.0
        return likeness(self.rarity, one, other)

    def by_number(self, promise: Promise, target: Target, figure: Figure) -> Fulfilment:
        """The verdict that a figure of the right year gives."""
        outcome = Outcome(figure.start, figure.end, figure.quote, figure.value)
        if figure.period not in (None, self.year) or self.averaged(figure):
            return Fulfilment(
                promise, Outcome(figure.start, figure.end, figure.quote), Judgement("unclear", "other_period")
            )
        low, high = (figure.value, figure.value) if figure.value is not None else (figure.low, figure.high)
        assert promise.condition is not None
        assert low is not None
        assert high is not None
        return Fulfilment(promise, outcome, judge_values(promise.condition, low, high, self.context(target, figure)))

    def context(self, target: Target, figure: Figure) -> Context:
        """Direction of the indicator, the outcome of what it is compared with, and its words beside the figure."""
        measure = measure_of(full_name(target)) or Measure("", "higher", False)
        clause = self.evidence.clause_at(figure.start)
        beside = self.evidence.sentence(clause.sentence) if clause else []
        again = any(target.quote in one.text for one in beside)
        return Context(measure.better, measure.price, self.reference(target, figure), "fulfilled" if again else None)

    def reference(self, target: Target, outcome: Figure) -> Decimal | None:
        """The outcome of the same year of the indicator compared with, or the value of the year before."""
        if not target.reference:
            return None
        if not target.reference.startswith(LAST_YEAR):
            figure = self.figure_for(grown(target.reference), target)
            return figure.value if figure else None
        before = [
            one.value
            for one in self.earlier.figures
            if one.mode != "target"
            and (one.aspect, one.unit) == (outcome.aspect, outcome.unit)
            and one.period == str(int(self.year) - 1)
            and self.alike(full_name(target), one.indicator) >= SAME_NAME
        ]
        return before[0] if before else None

    def by_words(self, promise: Promise, target: Target) -> Fulfilment:
        """The verdict that words without a number give: a goal said to be missed, a state that is good or bad."""
        condition = promise.condition
        assert condition is not None
        for clause in self.evidence.clauses:
            said = self.said_of(full_name(target), clause.text)
            if not said or clause.start in self.numbered or not any(progress(one).search(said) for one in STATES):
                continue
            outcome = Outcome(clause.start, clause.end, self.later.report.text[clause.start : clause.end])
            return Fulfilment(promise, outcome, condition.judge(None, Context(stated=stated(said, condition.bound))))
        return Fulfilment(promise, None, Judgement("silent", "no_outcome"))

    def said_of(self, name: str, words: str) -> str:
        """What a clause says of the indicator that is its subject; nothing if it has another."""
        mine = measure_of(name)
        if mine:
            found = next((one for one in mine.names if one in words[: SUBJECT + len(one)]), None)
            return words.replace(found, "", 1) if found and measure_of(words) == mine else ""
        return words if share_of(self.rarity, name, words) >= NAMED else ""


def full_name(target: Target) -> str:
    """The indicator with its growth, so that «经济 7%» is the growth of the economy."""
    return grown(target.indicator) if target.aspect == "growth" else target.indicator


def grown(name: str) -> str:
    """A name of growth: 经济 → 经济增长."""
    return name if "增" in name else name + "增长"


def aspect_of(target: Target) -> Aspect:
    """The aspect of the figure that answers a target: growth where the condition is a direction of change."""
    if target.bound in ("positive", "negative", "stable", "improve"):
        return "growth"
    return target.aspect or "growth"


def holds(period: str | None, year: str) -> bool:
    """Whether a period is the year, holds it, or is not told."""
    if period is None or period == year:
        return True
    first, _, last = period.partition("/")
    return bool(last) and first <= year <= last
