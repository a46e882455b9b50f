"""Listed targets of report N answered by figures and words of report N+1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from taizhang.fulfilment.evidence import Evidence, figures_by_clause
from taizhang.fulfilment.judging import judge_figure, stated
from taizhang.fulfilment.measures import Measure, measure_by_code, measure_of, measure_of_figure
from taizhang.fulfilment.promises import promise_of
from taizhang.fulfilment.terms import Rarity, likeness, share_of
from taizhang.fulfilment.word_lists import progress
from taizhang.model import Aspect, Context, Figure, Fulfilment, Judgement, Outcome, Promise, Reading, Target

STATES = ("good", "bad", "worse", "failed", "kept", "rising", "falling")
NEED_WORDS = ("stable", "improve", "assigned")  # answered by a statement before a number
SAME_NAME = 0.6  # likeness of two names from which they name one indicator
NAMED = 0.75  # share of an indicator's name that a clause must hold to speak of it
LAST_YEAR = ("上年", "去年")
AVERAGE = re.compile("年均|平均每年|每年平均|年平均")
EARLIER = re.compile("前[一二两三四五几]年|由上年|从上年")  # a clause that tells what was before
ELIDED = re.compile(
    "比|同比|年均|平均|增长|下降|上涨|转为|降为|减为"
)  # a clause that goes on about the last one's subject
SUBJECT = 4  # how far into a clause its subject may begin
OTHER_BEFORE, OTHER_AFTER = re.compile("单位|人均|占|对|为"), re.compile("能耗|能源|占|比重|的")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked up: a name, the measure it stands for, and the aspect and unit of its figure."""

    name: str
    measure: Measure | None
    aspect: Aspect
    unit: str | None


def sought_for(target: Target) -> Sought:
    """What answers a target: growth where it demands a direction of change."""
    directed = target.bound in ("positive", "negative", "stable", "improve")
    aspect = "growth" if directed else target.aspect or "growth"
    name = grown(target.indicator) if aspect == "growth" else target.indicator
    known = measure_by_code(target.code) if target.code else measure_of(target.indicator) or measure_of(name)
    return Sought(name, known, aspect, target.unit)


def sought_reference(name: str) -> Sought:
    """What a target compares with: the growth of the indicator that it names."""
    return Sought(grown(name), measure_of(name) or measure_of(grown(name)), "growth", "%")


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
        self.figures = self.with_subjects([one for figures in by_clause.values() for one in figures])

    def with_subjects(self, figures: list[Figure]) -> list[tuple[Figure, Measure | None]]:
        """Each figure with its measure; one whose clause has no subject of its own shares the one before it."""
        found: list[tuple[Figure, Measure | None]] = []
        sentence, last = -1, None
        for figure in figures:
            clause = self.evidence.clause_at(figure.start)
            assert clause is not None
            measure = measure_of_figure(figure)
            if measure is None and clause.sentence == sentence and ELIDED.match(clause.text):
                measure = last
            sentence, last = clause.sentence, measure
            found.append((figure, measure))
        return found

    def answer(self, target: Target) -> Fulfilment:
        """The outcome of a target and its verdict."""
        promise = promise_of(target)
        sought = sought_for(target)
        words = self.by_words(promise, sought)
        if words.outcome and target.bound in NEED_WORDS:
            return words
        figure = self.figure_for(sought)
        return self.by_number(promise, target, sought, figure) if figure else words

    def figure_for(self, sought: Sought) -> Figure | None:
        """The stated figure of an indicator: of the year if there is one, else of years that hold it."""
        same = [
            (self.alike(sought, one, measure), one)
            for one, measure in self.figures
            if one.place in (None, self.later.report.place)
            and one.aspect == sought.aspect
            and (sought.unit is None or one.unit == sought.unit)
            and holds(one.period, self.year)
            and not EARLIER.search(self.clause_words(one))
        ]
        fits = [(alike, one) for alike, one in same if alike >= SAME_NAME]
        best = max(fits, key=lambda pair: (*self.fitness(pair[1]), pair[0], -pair[1].start), default=None)
        return best[1] if best else None

    def fitness(self, figure: Figure) -> tuple[bool, bool]:
        """The year's own figure comes before an average of years, and that before a total of years."""
        averaged = self.averaged(figure)
        return figure.period in (None, self.year) and not averaged, averaged

    def averaged(self, figure: Figure) -> bool:
        """Whether a figure is a yearly average over several years."""
        return bool(AVERAGE.search(self.clause_words(figure)))

    def clause_words(self, figure: Figure) -> str:
        """The clause of a figure of the later report."""
        clause = self.evidence.clause_at(figure.start)
        return clause.text if clause else ""

    def alike(self, sought: Sought, figure: Figure, measure: Measure | None) -> float:
        """Likeness of a figure to what is sought: two names of one measure are one, two measures never are."""
        if sought.measure and measure:
            return 1.0 if sought.measure.code == measure.code else 0.0
        return likeness(self.rarity, sought.name, figure.indicator)

    def by_number(self, promise: Promise, target: Target, sought: Sought, figure: Figure) -> Fulfilment:
        """The verdict that a figure gives; one of several years can't be compared with a year's target."""
        if figure.period not in (None, self.year) or self.averaged(figure):
            outcome = Outcome(figure.start, figure.end, figure.quote)
            return Fulfilment(promise, outcome, Judgement("unclear", "other_period"))
        assert promise.condition is not None
        judgement = judge_figure(promise.condition, figure, self.context(target, sought, figure))
        return Fulfilment(promise, Outcome(figure.start, figure.end, figure.quote, figure.value), judgement)

    def context(self, target: Target, sought: Sought, figure: Figure) -> Context:
        """Direction of the indicator, the outcome of what it is compared with, and its words beside the figure."""
        measure = sought.measure or Measure("")
        clause = self.evidence.clause_at(figure.start)
        beside = self.evidence.sentence(clause.sentence) if clause else []
        again = any(target.quote in one.text for one in beside)
        reference = self.reference(target, sought, figure)
        return Context(measure.better, measure.price, reference, "fulfilled" if again else None)

    def reference(self, target: Target, sought: Sought, outcome: Figure) -> Decimal | None:
        """The outcome of the same year of the indicator compared with, or the value of the year before."""
        if not target.reference:
            return None
        if not target.reference.startswith(LAST_YEAR):
            figure = self.figure_for(sought_reference(target.reference))
            return figure.value if figure else None
        before = [
            one.value
            for one in self.earlier.figures
            if one.mode != "target"
            and (one.aspect, one.unit) == (outcome.aspect, outcome.unit)
            and one.period == str(int(self.year) - 1)
            and self.alike(sought, one, measure_of_figure(one)) >= SAME_NAME
        ]
        return before[0] if before else None

    def by_words(self, promise: Promise, sought: Sought) -> Fulfilment:
        """The verdict that words without a number give: a goal said to be missed, a state that is good or bad."""
        condition = promise.condition
        assert condition is not None
        for clause in self.evidence.clauses:
            said = self.said_of(sought, clause.text)
            if not said or clause.start in self.numbered or not any(progress(one).search(said) for one in STATES):
                continue
            outcome = Outcome(clause.start, clause.end, self.later.report.text[clause.start : clause.end])
            return Fulfilment(promise, outcome, condition.judge(None, Context(stated=stated(said, condition.bound))))
        return Fulfilment(promise, None, Judgement("silent", "no_outcome"))

    def said_of(self, sought: Sought, words: str) -> str:
        """What a clause says of the indicator that is its subject; nothing if it has another."""
        names = sought.measure.names if sought.measure else ()
        found = next((one for one in names if one in words[: SUBJECT + len(one)]), None)
        if found is None:
            return words if share_of(self.rarity, sought.name, words) >= NAMED else ""
        before, _, after = words.partition(found)
        return "" if OTHER_BEFORE.search(before) or OTHER_AFTER.match(after) else before + after


def grown(name: str) -> str:
    """A name of growth: 经济 → 经济增长."""
    return name if "增" in name else name + "增长"


def holds(period: str | None, year: str) -> bool:
    """Whether a period is the year, holds it, or is not told."""
    if period is None or period == year:
        return True
    first, _, last = period.partition("/")
    return bool(last) and first <= year <= last
