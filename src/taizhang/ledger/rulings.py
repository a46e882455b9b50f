"""Rulings: two reports compared, with what people confirmed or corrected laid over the machine's verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from sqlalchemy import select

from taizhang.fulfilment import compare
from taizhang.ledger import entries
from taizhang.ledger.correcting import NEIGHBOURHOOD, located
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.queries import mappings
from taizhang.ledger.schema import rulings
from taizhang.ledger.transactions import Store
from taizhang.model import Comparison, Fulfilment, Judgement, Reading, Verdict

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's verdict on a promise; `start` is its place in the current text, none where it is gone."""

    id: int
    quote: str
    start: int | None
    verdict: Verdict
    words: str
    author: str
    at: str


class Rulings:
    """What people decided of the promises of one report in the light of the next."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def rule(
        self, pair: Span, readings: tuple[Reading, Reading], promise: Span, decided: str, words: str, actor: str
    ) -> int:
        """Confirm or correct the verdict on the promise at a span of the earlier text; the ruling's id.

        `pair` are the ids of the two reports and `readings` what they say. A later ruling replaces an earlier one;
        the chain of events keeps both. Raises `LedgerError` for no such promise or verdict.
        """
        entries.chosen("verdict", decided, get_args(Verdict))
        said = entries.words("words", words, needed=False)
        found = compare(*readings).fulfilments
        if not any((one.promise.start, one.promise.end) == promise for one in found):
            raise LedgerError(f"no promise at {promise[0]}–{promise[1]}")
        text, (start, end) = readings[0].report.text, promise
        row = {
            "earlier_id": pair[0],
            "later_id": pair[1],
            "quote": text[start:end],
            "left": text[max(0, start - NEIGHBOURHOOD) : start],
            "right": text[end : end + NEIGHBOURHOOD],
            "start": start,
            "verdict": decided,
            "words": said,
            "author": actor,
        }
        with self.store.writing(actor, "rule", said or None) as work:
            query = select(rulings).where(rulings.c.earlier_id == pair[0], rulings.c.later_id == pair[1])
            for known in mappings(work.connection, query):
                if known["quote"] == row["quote"] and located(text, known) == start:
                    work.change(rulings, known["id"], row | {"at": work.at})
                    return int(known["id"])
            return work.add(rulings, row | {"at": work.at})

    def of(self, pair: Span, text: str) -> tuple[Ruling, ...]:
        """Every ruling on a pair of reports, with its place in the earlier `text`."""
        query = select(rulings).where(rulings.c.earlier_id == pair[0], rulings.c.later_id == pair[1])
        with self.store.reading_state() as connection:
            return tuple(ruling_of(row, text) for row in mappings(connection, query.order_by(rulings.c.id)))

    def compare(self, pair: Span, readings: tuple[Reading, Reading]) -> Comparison:
        """The comparison of two readings with people's rulings over it. Raises `ValueError` for no pair."""
        comparison = compare(*readings)
        return laid_over(comparison, self.of(pair, readings[0].report.text))


def ruling_of(row: dict[str, Any], text: str) -> Ruling:
    """A ruling from its row."""
    names = ("id", "quote", "verdict", "words", "author", "at")
    return Ruling(**{name: row[name] for name in names}, start=located(text, row))


def laid_over(comparison: Comparison, found: Sequence[Ruling]) -> Comparison:
    """The comparison as people left it; rulings on promises that are no longer read are passed over."""
    decided = {(one.start, one.quote): one for one in found}
    return replace(
        comparison,
        fulfilments=tuple(
            ruled(one, decided.get((one.promise.start, one.promise.quote))) for one in comparison.fulfilments
        ),
    )


def ruled(one: Fulfilment, ruling: Ruling | None) -> Fulfilment:
    """A fulfilment as a person left it: confirmed with the machine's reason, or with their own verdict."""
    if ruling is None:
        return one
    judgement = one.judgement
    if judgement.verdict != ruling.verdict:
        judgement = Judgement(ruling.verdict, "ruled", one.judgement.actual)
    return replace(one, judgement=judgement, sure="certain", ruled_by=ruling.author, ruling=ruling.words)
