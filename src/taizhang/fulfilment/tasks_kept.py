"""Quantities and acts of report N answered by clauses of report N+1."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.fulfilment.clauses import Clause
from taizhang.fulfilment.evidence import Evidence, Hit, figures_by_clause, weights
from taizhang.fulfilment.judging import judge_act, judge_figure
from taizhang.fulfilment.measures import measure_of_figure
from taizhang.fulfilment.promises import Pledge
from taizhang.fulfilment.terms import Rarity, grams, likeness, opening
from taizhang.fulfilment.word_lists import answers, deed_pattern, deeds
from taizhang.model import Context, Figure, Fulfilment, Judgement, Outcome, Reading

ENOUGH = 0.5  # likeness from which a clause speaks of the promise
ENOUGH_NUMBER = 0.5  # likeness from which a figure of the same kind is the promised one
OWN_ENOUGH = 0.25  # what the clause itself must share, its surroundings left aside
SAME_DEED = 0.25  # added where the clause holds an act that answers the promise
OTHER_OPENING = 0.1  # taken off where the words that open the object are missing: 存款保险制度, 养老保险制度
LOOKED_AT = 12  # clauses per promise that are looked at closely
AGAIN = re.compile("这项|这一|此项|这个|该项")


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome with how like it is to the promise."""

    likeness: float
    outcome: Outcome
    judgement: Judgement


class Successor:
    """The report N+1 as the place where promises are looked up."""

    def __init__(self, reading: Reading, evidence: Evidence, rarity: Rarity) -> None:
        self.reading = reading
        self.rarity = rarity
        self.evidence = evidence
        self.figures = figures_by_clause(reading.figures, self.evidence)

    def answer(self, pledge: Pledge) -> Fulfilment:
        """What this report says of a promise, or its silence."""
        wanted = weights(self.rarity, pledge.core, pledge.context)
        hits = self.evidence.hits(wanted)[:LOOKED_AT]
        found = self.numbers(pledge, hits) or [one for hit in hits if (one := self.told(pledge, hit))]
        best = max(found, key=lambda one: one.likeness, default=None)
        if best is None:
            return Fulfilment(pledge.promise, None, Judgement("silent", "no_outcome"))
        return Fulfilment(pledge.promise, best.outcome, best.judgement)

    def numbers(self, pledge: Pledge, hits: list[Hit]) -> list[Answer]:
        """Answers by figures of the promised kind that stand in the sentences of the hits and are like it in name."""
        wanted = pledge.figure
        if wanted is None:
            return []
        sentences = {hit.clause.sentence for hit in hits}
        near = [
            (clause, figure)
            for number in sorted(sentences)
            for clause in self.evidence.sentence(number)
            for figure in self.figures.get(clause.start, ())
            if same_kind(figure, wanted)
        ]
        found = [(self.alike(pledge, figure, clause), figure) for clause, figure in near]
        return [self.counted(pledge, figure, likeness) for likeness, figure in found if likeness >= ENOUGH_NUMBER]

    def alike(self, pledge: Pledge, figure: Figure, clause: Clause) -> float:
        """How much promise and figure share in name and clause, from 0 to 1."""
        promised = pledge.figure.indicator if pledge.figure else ""
        name = likeness(self.rarity, promised + pledge.context, figure.indicator)
        words = likeness(self.rarity, pledge.core + pledge.context, figure.indicator + clause.text)
        strict = likeness(self.rarity, promised, figure.indicator)
        return max(name, words, strict)

    def counted(self, pledge: Pledge, figure: Figure, alike: float) -> Answer:
        """An answer by number."""
        condition = pledge.promise.condition
        assert condition is not None
        measure = pledge.figure and measure_of_figure(pledge.figure)
        context = Context(measure.better, measure.price) if measure else Context()
        judgement = judge_figure(condition, figure, context)
        return Answer(alike, Outcome(figure.start, figure.end, figure.quote, figure.value), judgement)

    def told(self, pledge: Pledge, hit: Hit) -> Answer | None:
        """An answer in words: an act is told of, or a number was promised and none is given."""
        if hit.own < OWN_ENOUGH:
            return None
        clause = self.said_again(hit.clause)
        alike = hit.whole + SAME_DEED * same_deed(pledge, clause.text)
        sentence = "，".join(one.text for one in self.evidence.sentence(clause.sentence))
        if pledge.object and not opening(pledge.object) & grams(sentence):
            alike -= OTHER_OPENING
        if alike < ENOUGH:
            return None
        outcome = Outcome(clause.start, clause.end, self.reading.report.text[clause.start : clause.end])
        figure = self.only_number(pledge, clause)
        if figure:
            return self.counted(pledge, figure, alike)
        if pledge.figure or pledge.deed is None:
            return Answer(alike, outcome, Judgement("unclear", "no_number"))
        return Answer(alike, outcome, judge_act(pledge.deed, clause.text))

    def only_number(self, pledge: Pledge, clause: Clause) -> Figure | None:
        """The clause's one figure of the promised kind, or of several the one that shares the promised name."""
        if pledge.figure is None:
            return None
        same = [one for one in self.figures.get(clause.start, ()) if same_kind(one, pledge.figure)]
        if len(same) < 2:
            return same[0] if same else None
        name = pledge.figure.indicator
        best = max(same, key=lambda one: likeness(self.rarity, name, one.indicator))
        return best if likeness(self.rarity, name, best.indicator) else None

    def said_again(self, clause: Clause) -> Clause:
        """The clause that tells how a matter went, where the next one takes it up: «…的问题，这项工作基本完成»."""
        after = [one for one in self.evidence.sentence(clause.sentence) if one.start > clause.start]
        return after[0] if after and AGAIN.match(after[0].text) else clause


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures can be compared: the same unit of the same aspect."""
    return one.unit == other.unit and one.aspect == other.aspect


def same_deed(pledge: Pledge, words: str) -> bool:
    """Whether the words hold an act that answers the promised one."""
    if pledge.deed is None:
        return False
    kept_by = answers()[pledge.deed.family]
    return any(deeds()[word].family in kept_by for word in deed_pattern().findall(words))
