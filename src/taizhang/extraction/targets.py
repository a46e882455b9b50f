"""The listed main expected targets: a record for each number and each condition in words.

Where a report has no list, single statements («经济增长预期目标为7%左右») count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from taizhang.catalogue import indicator_code
from taizhang.extraction.figure_index import FigureIndex
from taizhang.extraction.statements import Statement
from taizhang.extraction.target_names import GROWTH_TAIL, indicators, settle_names
from taizhang.extraction.target_passages import Stretch, passages
from taizhang.extraction.target_phrases import Phrase, find_phrases
from taizhang.model import Aspect, Figure, Target

MAIN_LIST = 4  # a list of this many targets is the report's own; statements elsewhere repeat it or set sector aims
CLAUSE = re.compile(r"[^，；。：！]+")
MOVEMENT = re.compile(r"增长|增速|增幅|涨幅|平均")
STRETCH = re.compile(r"力争|争取|更好(?:的)?(?:结果|水平)|更高|奋力")
NEAR = 30  # characters after the gross product's number in which more may be striven for

REASONS = {
    "single": "没有目标清单，取自单句",
    "carried": "条件没有自己的主语，指标承前补上",
    "unknown": "指标不在目录中",
}


@dataclass(frozen=True, slots=True)
class TargetList:
    """The targets of a report in order of `start`, and the starts of the statements that list them."""

    targets: tuple[Target, ...] = ()
    statements: frozenset[int] = frozenset()


def find_targets(statements: Sequence[Statement], figures: Sequence[Figure], year: int | None) -> TargetList:
    """The main expected targets among the statements; `figures` in order of `start`."""
    index = FigureIndex(figures)
    lists = []
    for passage in passages(statements, index, year):
        found = [target for stretch in passage for target in read_stretch(stretch, index, year)]
        if found:
            found.sort(key=lambda target: target.start)
            lists.append(TargetList(tuple(found), frozenset(stretch.statement.start for stretch in passage)))
    main = max(lists, key=lambda one: len(one.targets), default=TargetList())
    return main if len(main.targets) >= MAIN_LIST else joined(lists)


def joined(lists: Sequence[TargetList]) -> TargetList:
    """The targets of several short statements, without those that an earlier one has already set."""
    kept: list[Target] = []
    seen: set[str] = set()
    for one in lists:
        alone = len(one.targets) == 1
        new = [target for target in one.targets if (target.code or target.indicator) not in seen]
        kept += [doubted(target, "single") if alone else target for target in new]
        seen |= {target.code or target.indicator for target in one.targets}
    return TargetList(tuple(kept), frozenset().union(*(one.statements for one in lists)))


def doubted(target: Target, rule: str) -> Target:
    """A target marked for review by a rule of `REASONS`, beside what is doubted already."""
    reason = REASONS[rule]
    return replace(target, sure="review", reason=f"{target.reason}；{reason}" if target.reason else reason)


def read_stretch(stretch: Stretch, index: FigureIndex, year: int | None) -> Iterator[Target]:
    """The targets of one stretch of a passage, clause by clause."""
    statement, text = stretch.statement, stretch.statement.text
    period = str(year) if year else None
    figures = list(settle_names(index.inside(statement, stretch.start, stretch.end)))
    settled = FigureIndex(figures)
    subject = ""
    for clause in CLAUSE.finditer(text, stretch.start, stretch.end):
        numeric = settled.inside(statement, *clause.span())
        for figure in numeric:
            yield from_figure(figure, period, statement)
            subject = figure.indicator
        for phrase in find_phrases(clause.group()):
            at = clause.start() + phrase.start, clause.start() + phrase.end
            if not any(overlaps(figure, statement.span(*at)) for figure in numeric):
                yield from in_words(statement, at, phrase, period, subject)


def from_figure(figure: Figure, period: str | None, statement: Statement) -> Target:
    """The target that a number sets."""
    code = indicator_code(figure.indicator, figure.unit, figure.aspect)
    target = Target(
        start=figure.start,
        end=figure.end,
        quote=figure.quote,
        indicator=figure.indicator,
        bound=figure.bound,
        aspect=figure.aspect,
        unit=figure.unit,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        code=code,
        period=figure.period or period,
        stretch=code == "gdp" and strives_for_more(figure, statement),
        sure=figure.sure,
        reason=figure.reason,
    )
    return target if code else doubted(target, "unknown")


def strives_for_more(figure: Figure, statement: Statement) -> bool:
    """Whether the words after a number ask for more than it («力争更好结果»)."""
    text = statement.text
    after = bisect_left(statement.view.offsets, figure.end) - statement.at
    end = min((end for mark in "；。" if (end := text.find(mark, after)) >= 0), default=len(text))
    return bool(STRETCH.search(text, after, min(end, after + NEAR)))


def in_words(
    statement: Statement, at: tuple[int, int], phrase: Phrase, period: str | None, before: str
) -> Iterator[Target]:
    """The targets that a condition in words sets; `before` is the indicator of the number before it."""
    named = indicators(phrase.subject, statement.text[slice(*at)])
    for indicator in named or [before] * bool(before):
        target = Target(
            *statement.span(*at),
            quote=statement.quote(*at),
            indicator=indicator,
            bound=phrase.bound,
            aspect=aspect_of(phrase),
            code=indicator_code(indicator),
            reference=phrase.reference,
            period=period,
        )
        if not named:
            target = doubted(target, "carried")
        yield target if target.code else doubted(target, "unknown")


def overlaps(figure: Figure, span: tuple[int, int]) -> bool:
    """Whether a figure and a span of the source share a character."""
    return figure.start < span[1] and span[0] < figure.end


def aspect_of(phrase: Phrase) -> Aspect:
    """Whether the phrase asks for a growth or for a level."""
    moving = phrase.bound in ("positive", "negative") or GROWTH_TAIL.search(phrase.subject)
    return "growth" if moving or (phrase.reference and MOVEMENT.search(phrase.reference)) else "value"
