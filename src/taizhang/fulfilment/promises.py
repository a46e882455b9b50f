"""The promises of a report that its successor can answer: listed targets, quantities, acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taizhang.fulfilment.clauses import Clause
from taizhang.fulfilment.word_lists import Deed, deed_pattern, deeds, progress
from taizhang.language.bounds import bound_after
from taizhang.model import Condition, Figure, Promise, Reading, Report, Target
from taizhang.reading import bare_title

TARGETS = "主要预期目标"
PLANS = ("plan_year", "self_building", "annex")
LEAD = re.compile(
    r"^(?:今年|(?:从)?今年起|年内|我们|国家|同时|此外|要|将|抓紧|尽快|切实|确保|适当|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[一二三四五六七八九十]要|主要是)+"
)
CONTEXT = 3  # clauses before a promise that its sentence may need to be understood
# Objects that name nothing: «完成今年各项目标任务».
GENERAL = re.compile("今年|全年|年度|既定|各项|主要|预期|目标|任务|工作|和|的|“十.五”|期间")
SHORTEST_OBJECT = 3
# Behind the verb: a general endeavour (建立并完善), a thing done (取消了), a name (出台的时机).
NO_PROMISE = ("并完善", "和完善", "健全", "了", "过", "的")


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise with what its search in the next report needs: the deed, the object and its surroundings."""

    promise: Promise
    core: str
    context: str
    deed: Deed | None = None
    object: str = ""
    figure: Figure | None = None


def promise_of(target: Target) -> Promise:
    """A listed target as a promise."""
    condition = Condition.of(target)
    start, end = target.start, target.end
    return Promise("headline", target.indicator, start, end, target.quote, condition, target.code, TARGETS)


def area_at(report: Report, offset: int) -> str:
    """The heading of the area in which an offset stands: the first below its part, or the part itself."""
    part = next((one for one in report.sections if one.start <= offset < one.end), None)
    if part is None:
        return ""
    if part.kind == "annex":
        return bare_title(part.title)
    area = next((one for one in part.children if one.start <= offset < one.end), part)
    return bare_title(area.title or part.title)


def pledges(reading: Reading, parts: Sequence[Clause]) -> list[Pledge]:
    """Every promise of the report's own year, in reading order, listed targets left out.

    `parts` are the clauses of the report.
    """
    found: list[Pledge] = []
    targets = [(target.start, target.end) for target in reading.targets]
    plan = [clause for clause in parts if clause.kind in PLANS]
    by_clause = promised_figures(reading, plan)
    before: list[Clause] = []
    for clause in plan:
        if before and before[-1].sentence != clause.sentence:
            before = []
        context = "".join(one.text for one in before[-CONTEXT:])
        figures = by_clause.get(clause.start, [])
        if figures:
            found += [quantified(reading, clause, figure, context) for figure in figures]
        elif not any(clause.start < end and start < clause.end for start, end in targets):
            found += acts(reading, clause, context)
        before.append(clause)
    return found


def promised_figures(reading: Reading, plan: Sequence[Clause]) -> dict[int, list[Figure]]:
    """Promised quantities of the year by the start of their clause, without listed targets and restatements."""
    targets = {(target.start, target.end) for target in reading.targets}
    found: dict[int, list[Figure]] = {}
    at = 0
    for figure in reading.figures:
        while at < len(plan) and plan[at].end <= figure.start:
            at += 1
        if at == len(plan):
            break
        clause = plan[at]
        promised = figure.mode == "target" and not figure.headline and (figure.start, figure.end) not in targets
        based = reading.report.text[figure.start - 1] in "由从"  # the base of «由20元提高到40元»
        if figure.start < clause.start or not promised or based or not of_the_year(reading, figure):
            continue
        if not restates(clause, found, plan, at):
            found.setdefault(clause.start, []).append(figure)
    return found


def of_the_year(reading: Reading, figure: Figure) -> bool:
    """Whether a figure speaks of the report's own year (or of none)."""
    return figure.period is None or figure.period == str(reading.report.year)


def restates(clause: Clause, found: dict[int, list[Figure]], plan: Sequence[Clause], at: int) -> bool:
    """Whether the clause only sets a level just promised against last year (达到3397亿元，比上年增加422亿元)."""
    if not clause.text.startswith(("比上年", "比去年")) or not at:
        return False
    last = found.get(plan[at - 1].start, ())
    return plan[at - 1].sentence == clause.sentence and any(one.aspect == "value" for one in last)


def quantified(reading: Reading, clause: Clause, figure: Figure, context: str) -> Pledge:
    """A promised quantity: the span runs from the clause's own words to the end of the value."""
    text = reading.report.text
    start = source(clause, lead(clause.text))
    bound = bound_after(text, figure.end)
    start, end = min(start, figure.start), bound[1] if bound else figure.end
    area = area_at(reading.report, start)
    condition = Condition.of(figure)
    promise = Promise("quantified", figure.indicator, start, end, text[start:end], condition, figure.code, area)
    return Pledge(promise, figure.indicator + " " + clause.text, context, first_deed(clause.text), figure=figure)


def lead(text: str) -> int:
    """The length of opening words that are no part of a promise: 今年, 一是, 要抓紧."""
    match = LEAD.match(text)
    return match.end() if match else 0


def first_deed(text: str) -> Deed | None:
    """The first verb of an act in a clause."""
    match = deed_pattern().search(text)
    return deeds()[match[0]] if match else None


def acts(reading: Reading, clause: Clause, context: str) -> Iterator[Pledge]:
    """The acts that a clause promises: one for each coordinated object."""
    match = promising_verb(clause.text)
    if match is None:
        return
    deed = deeds()[match[0]]
    for first, last in parallel_objects(clause.text, match):
        start, end = source(clause, first), source(clause, last)
        quote = reading.report.text[start:end]
        body = clause.text[first:last]
        object_words = body.replace(match[0], " ", 1)
        shown = body if match[0] in body else match[0] + body
        promise = Promise("milestone", shown, start, end, quote, area=area_at(reading.report, start))
        before, _, after = body.partition(match[0])
        yield Pledge(promise, object_words, context, deed, after or before)


def source(clause: Clause, at: int) -> int:
    """The source offset of a place in the clause; its rim where characters were dropped inside."""
    if clause.end - clause.start == len(clause.text):
        return clause.start + at
    return clause.start if at == 0 else clause.end


def promising_verb(text: str) -> re.Match[str] | None:
    """The verb that makes the clause a promise: one with its object, and no endeavour before it."""
    for match in deed_pattern().finditer(text):
        deed = deeds()[match[0]]
        before = text[: match.start()]
        if progress("hedge").search(before) or before.endswith("是"):
            return None
        if deed.objects and has_object(deed, before, text[match.end() :]):
            return match
    return None


def has_object(deed: Deed, before: str, after: str) -> bool:
    """Whether what stands behind the verb (or, in «X试点建成», before it) is an object that it needs."""
    if after.startswith(NO_PROMISE) or after.endswith(("后", "时", "的")):
        return False
    after = GENERAL.sub("", after)
    if deed.objects == ("*",):
        return len(after) >= SHORTEST_OBJECT or len(before) - lead(before) >= SHORTEST_OBJECT
    return any(word in after for word in deed.objects)


def parallel_objects(text: str, verb: re.Match[str]) -> list[tuple[int, int]]:
    """The spans of the objects of one verb: «提高A标准、B标准» is two, any other list stays one.

    Objects are told apart where each ends in the same word, or where they stand before their verb
    and are closed by 等 (甲大桥、乙水厂等工程建成投产).
    """
    first = lead(text)
    behind = text[verb.end() :]
    pieces = behind.split("、")
    if len(pieces) > 1 and len({piece[-2:] for piece in pieces}) == 1:
        ends = [verb.end() + len("、".join(pieces[: at + 1])) for at in range(len(pieces))]
        starts = [first] + [end + 1 for end in ends[:-1]]
        return list(zip(starts, ends, strict=True))
    ahead = text[first : verb.start()]
    if "、" in ahead and "等" in ahead and not behind:
        names = ahead[: ahead.index("等")].split("、")
        starts = [first + len("、".join(names[:at])) + (at > 0) for at in range(len(names))]
        return [(start, start + len(name)) for start, name in zip(starts, names, strict=True)]
    return [(first, len(text))]
