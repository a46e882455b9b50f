"""What a report says has been done: its clauses, searchable by likeness."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taizhang.fulfilment.clauses import Clause
from taizhang.fulfilment.terms import Rarity, grams
from taizhang.model import Figure

SENTENCE_CREDIT = 0.6  # what a word is worth elsewhere in the sentence than in the clause
PARAGRAPH_CREDIT = 0.2
CONTEXT_CREDIT = 0.25  # what a word before the promise in its sentence is worth
CONTEXT_CREDIT_OF_SHORT = 0.7  # the same where the promise itself has fewer terms than TELLING
TELLING = 4
LOOKS_BACK = re.compile("(?<!比)(?:去年|上年|过去一年)(?!预算)")
LOOKS_AHEAD = re.compile("今年|拟|将|要")


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause with its likeness to a promise: `own` from its own words, `whole` with its surroundings."""

    clause: Clause
    own: float
    whole: float


class Evidence:
    """The clauses of a report (`parts`) that speak of what was: its review, and plan clauses that look back."""

    def __init__(self, parts: Sequence[Clause], year: int | None) -> None:
        self.clauses = [one for one in parts if one.kind == "review" or looks_back(one.text, year)]
        self._by_sentence: dict[int, list[Clause]] = defaultdict(list)
        for one in self.clauses:
            self._by_sentence[one.sentence].append(one)
        self._starts = [one.start for one in self.clauses]
        self._grams = [grams(one.text) for one in self.clauses]
        self._own: dict[str, list[int]] = defaultdict(list)
        self._sentences: dict[str, set[int]] = defaultdict(set)
        self._paragraphs: dict[str, set[int]] = defaultdict(set)
        for at, found in enumerate(self._grams):
            for gram in found:
                self._own[gram].append(at)
                self._sentences[gram].add(self.clauses[at].sentence)
                self._paragraphs[gram].add(self.clauses[at].paragraph)

    def sentence(self, number: int) -> list[Clause]:
        """The evidence clauses of one sentence."""
        return self._by_sentence[number]

    def clause_at(self, offset: int) -> Clause | None:
        """The clause that covers the source offset, if it is evidence."""
        at = bisect_right(self._starts, offset) - 1
        return self.clauses[at] if at >= 0 and offset < self.clauses[at].end else None

    def hits(self, weights: Mapping[str, float]) -> list[Hit]:
        """Every clause that shares a term with the promise, the likest first."""
        total = sum(weights.values())
        if not total:
            return []
        own: dict[int, float] = defaultdict(float)
        sentence: dict[int, float] = defaultdict(float)
        paragraph: dict[int, float] = defaultdict(float)
        for gram, weight in weights.items():
            for at in self._own.get(gram, ()):
                own[at] += weight
            for number in self._sentences.get(gram, ()):
                sentence[number] += weight
            for number in self._paragraphs.get(gram, ()):
                paragraph[number] += weight
        found = []
        for at, share in own.items():
            clause = self.clauses[at]
            near, far = sentence[clause.sentence], paragraph[clause.paragraph]
            whole = share + SENTENCE_CREDIT * (near - share) + PARAGRAPH_CREDIT * (far - near)
            found.append(Hit(clause, share / total, whole / total))
        return sorted(found, key=lambda hit: (-hit.whole, hit.clause.start))


def looks_back(text: str, year: int | None) -> bool:
    """Whether a clause outside the review states what was in the year before."""
    named = LOOKS_BACK.search(text) or (year is not None and f"{year}年" in text)
    return bool(named) and not LOOKS_AHEAD.search(text)


def weights(rarity: Rarity, core: str, context: str = "") -> dict[str, float]:
    """The terms of a promise with what each tells; its context counts for less, unless the core says little."""
    own = grams(core)
    share = CONTEXT_CREDIT if len(own) >= TELLING else CONTEXT_CREDIT_OF_SHORT
    return {gram: share * rarity.weight(gram) for gram in grams(context)} | {gram: rarity.weight(gram) for gram in own}


def figures_by_clause(figures: tuple[Figure, ...], evidence: Evidence) -> dict[int, list[Figure]]:
    """Stated figures of evidence clauses by the clause's start."""
    found: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        clause = evidence.clause_at(figure.start)
        if clause and figure.mode != "target":
            found[clause.start].append(figure)
    return found
