"""The listed main expected targets: the passage that names them, and a record for each.

The passage is found by language: a sentence of the coming-year part that says «(主要)预期目标是 …», with the
sentences after it as long as they go on listing. Where a report has no such list, single statements
(«经济增长预期目标为7%左右») count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from taizhang.catalogue import indicator_code
from taizhang.extraction.statements import Statement
from taizhang.extraction.target_names import settle_names
from taizhang.extraction.target_phrases import Phrase, find_phrases
from taizhang.model import Aspect, Figure, Target

OPENING = re.compile(
    r"(?:(?:主要)?(?:预期|预期性|奋斗|发展|调控)目标|主要(?:目标|指标)|(?:主要)?目标任务)"
    r"(?:初步|建议|安排|确定|设定|拟|定)*(?:如下|是|为)?[：:，,]?"
)
ANNOUNCES = re.compile(r"(?:是|为|如下)[：:，,]?$|[：:]$")
OTHER_YEARS = re.compile(r"五年|[“”]?十[二三四五六七]五[“”]?|20[0-9]{2}年|未来|中长期|时期|阶段|远景")
GOES_ON_ELSEWHERE = re.compile(r"^(?:这|上述|以上|提出|确定|实现|完成全年|做好|为|要|我们|围绕|重点|具体|综合|各位)")
LIST_ITEM = re.compile(r"^(?:——|[-—·•●]|[（(]?\d{1,2}[）).．、](?!\d))")
STRETCH = re.compile(r"力争|争取|更好(?:的)?(?:结果|水平)|更高|奋力")
VALUE_FOLLOWS = re.compile(r"(?:控制在|保持在|大约|约|不低于|达到)?\d")
MAIN_LIST = 4  # a list of this many targets is the report's own; statements elsewhere repeat it or set sector aims

NOUN_TAIL = re.compile(r"(?:等)?(?:主要)?(?:约束性)?(?:指标|目标)?(?:等)?$")
GROWTH_TAIL = re.compile(r"(?<=..)(?:实际)?(?:增长|增速|增幅|涨幅)$")
FALL_TAIL = re.compile(r"(?<=....)(?:下降|降低|削减|减少)(?:率)?$")
LIGHT_HEAD = re.compile(r"^(?:其中|同时|以及|并|力争|努力|确保|实现|保持|继续|争取)+")
SET_BY_OTHERS = re.compile(
    r"^.*?(?:完成|达到|实现|控制在|符合)(?:经?(?:国家|中央|省|市|上级|自治区|区|州|上)[里级委]?)?[^的]{0,12}?(?:的|(?=[^的]*$))"
)
ASSIGNMENT_TAIL = re.compile(r"(?:目标)?(?:任务|目标|指标|要求|标准)$")
JOINT = re.compile(r"[、及]|(?<!研究)[与和]")
SHARED_HEAD = {"城镇", "农村", "城乡", "进口", "出口", "第一产业", "第二产业", "第三产业", "存款", "贷款"}
CLAUSE = re.compile(r"[^，；。：！]+")
MOVEMENT = re.compile(r"增长|增速|增幅|涨幅|平均")
GROSS_PRODUCT = re.compile(r"生产总值$|^(?:经济|GDP|gdp)(?:增长|总量)?$")
# Characters of a clause that are looked at before the word that opens a list of targets.
LONGEST_CLAUSE = 300


# The figures of a stretch of a statement: statement, from, to.
Inside = Callable[[Statement, int, int], list[Figure]]


@dataclass(frozen=True, slots=True)
class TargetList:
    """The targets of a report, and the starts of the statements that list them."""

    targets: tuple[Target, ...]
    statements: frozenset[int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Stretches `(statement index, from, to)` of text that list targets."""

    stretches: tuple[tuple[int, int, int], ...]


def find_targets(statements: Sequence[Statement], figures: Sequence[Figure], year: int | None) -> TargetList:
    """The main expected targets among the statements; `figures` in order of `start`."""
    starts = [figure.start for figure in figures]

    def inside(statement: Statement, start: int, end: int) -> list[Figure]:
        low, high = statement.span(start, end)
        return [f for f in figures[bisect_left(starts, low) : bisect_left(starts, high)] if f.end <= high]

    lists = []
    for passage in passages(statements, inside, year):
        found: list[Target] = []
        for index, start, end in passage.stretches:
            statement = statements[index]
            settled = list(settle_names(inside(statement, start, end)))
            found += read_stretch(statement, start, end, settled, year)
        if found:
            lists.append(
                (
                    tuple(sorted(found, key=lambda target: target.start)),
                    frozenset(statements[index].start for index, _, _ in passage.stretches),
                )
            )
    main = max(lists, key=lambda item: len(item[0]), default=None)
    if main is None:
        return TargetList((), frozenset())
    if len(main[0]) >= MAIN_LIST:
        return TargetList(*main)
    return TargetList(distinct(lists), frozenset().union(*(places for _, places in lists)))


def distinct(lists: list[tuple[tuple[Target, ...], frozenset[int]]]) -> tuple[Target, ...]:
    """The targets of several statements without those that an earlier one has already set."""
    kept: list[Target] = []
    seen: set[str] = set()
    for targets, _ in lists:
        names = {target.code or target.indicator for target in targets}
        kept += [target for target in targets if (target.code or target.indicator) not in seen]
        seen |= names
    return tuple(kept)


def passages(statements: Sequence[Statement], inside: Inside, year: int | None) -> Iterator[Passage]:
    """The passages of the coming-year part that announce targets."""
    index = 0
    while index < len(statements):
        statement = statements[index]
        opening = opening_of(statement, year) if statement.kind == "plan_year" else None
        if opening is None:
            index += 1
            continue
        stretches = [(index, *opening)]
        following = index + 1
        while following < len(statements) and lists_on(statements, following, inside):
            stretches.append((following, 0, len(statements[following].text)))
            following += 1
        yield Passage(tuple(stretches))
        index = following


def opening_of(statement: Statement, year: int | None) -> tuple[int, int] | None:
    """Where in the sentence its list of targets begins and ends, if it announces one."""
    text = statement.text
    for match in OPENING.finditer(text):
        floor = max(0, match.start() - LONGEST_CLAUSE)
        begin = max(floor, *(text.rfind(mark, floor, match.start()) + 1 for mark in "，；。："))
        if speaks_of_other_years(text[begin : match.end()], year):
            continue
        if VALUE_FOLLOWS.match(text, match.end()):
            return begin, clause_end(text, match.end())
        if ANNOUNCES.search(match.group()):
            return match.end(), len(text)
    return None


def speaks_of_other_years(clause: str, year: int | None) -> bool:
    """Whether the aims are those of a plan of several years or of another year."""
    if "今年" in clause or "明年" in clause or (year and f"{year}年" in clause):
        return False
    return bool(OTHER_YEARS.search(clause))


def clause_end(text: str, position: int) -> int:
    """The end of the clause that holds `position`."""
    return min((end for mark in "，；。！" if (end := text.find(mark, position)) >= 0), default=len(text))


def lists_on(statements: Sequence[Statement], index: int, inside: Inside) -> bool:
    """Whether the statement goes on listing targets where the one before it lists them."""
    statement, last = statements[index], statements[index - 1]
    if statement.section is not last.section or GOES_ON_ELSEWHERE.match(statement.text):
        return False
    if statement.paragraph != last.paragraph and not LIST_ITEM.match(statement.text):
        return False
    if last.text.endswith(("；", "：")) and statement.paragraph == last.paragraph:
        return True
    first = clause_end(statement.text, 0)
    return bool(inside(statement, 0, first) or find_phrases(statement.text[:first]))


def read_stretch(
    statement: Statement, start: int, end: int, figures: Sequence[Figure], year: int | None
) -> Iterator[Target]:
    """The targets of one stretch of a passage, in order of the text."""
    text = statement.text
    period = str(year) if year else None
    starts = [figure.start for figure in figures]
    subject = ""
    for begin, stop in clauses(text, start, end):
        low, high = statement.span(begin, stop)
        numeric = figures[bisect_left(starts, low) : bisect_left(starts, high)]
        for figure in numeric:
            yield from_figure(figure, period, statement)
            subject = figure.indicator
        for phrase in find_phrases(text[begin:stop]):
            at = begin + phrase.start, begin + phrase.end
            if any(overlaps(figure, statement.span(*at)) for figure in numeric):
                continue
            for indicator in indicators(phrase.subject, text[begin + phrase.start : begin + phrase.end]) or [subject]:
                if indicator:
                    yield in_words(statement, at, indicator, phrase, period)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of `text[start:end]`, without the marks that close them."""
    for match in CLAUSE.finditer(text, start, end):
        yield match.span()


def from_figure(figure: Figure, period: str | None, statement: Statement) -> Target:
    """The target that a number sets."""
    return Target(
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
        code=indicator_code(figure.indicator, figure.unit, figure.aspect),
        period=figure.period or period,
        stretch=stretches(figure, statement),
        sure=figure.sure,
        reason=figure.reason,
    )


def stretches(figure: Figure, statement: Statement) -> bool:
    """Whether more than the number is to be striven for; told of the gross product only."""
    if not GROSS_PRODUCT.search(figure.indicator):
        return False
    text = statement.text
    after = bisect_left(statement.view.offsets, figure.end) - statement.at
    clause = text[after : min((end for mark in "；。" if (end := text.find(mark, after)) >= 0), default=len(text))]
    return bool(STRETCH.search(clause[:30]))


def in_words(statement: Statement, at: tuple[int, int], indicator: str, phrase: Phrase, period: str | None) -> Target:
    """The target that a phrase sets."""
    return Target(
        *statement.span(*at),
        quote=statement.quote(*at),
        indicator=indicator,
        code=indicator_code(indicator),
        bound=phrase.bound,
        aspect=aspect_of(phrase),
        reference=phrase.reference,
        period=period,
    )


def overlaps(figure: Figure, span: tuple[int, int]) -> bool:
    """Whether a figure and a span of the source share a character."""
    return figure.start < span[1] and span[0] < figure.end


def aspect_of(phrase: Phrase) -> Aspect:
    """Whether the phrase asks for a growth or for a level."""
    moving = phrase.bound in ("positive", "negative") or GROWTH_TAIL.search(phrase.subject)
    return "growth" if moving or (phrase.reference and MOVEMENT.search(phrase.reference)) else "value"


def indicators(subject: str, phrase: str) -> list[str]:
    """The single indicators that the words before a condition name, or those inside «完成下达的 … 任务»."""
    words = subject or ASSIGNMENT_TAIL.sub("", SET_BY_OTHERS.sub("", phrase))
    if not subject and words == phrase:
        return []
    words = LIGHT_HEAD.sub("", NOUN_TAIL.sub("", words))
    parts = [part for part in JOINT.split(words) if part]
    last = parts[-1] if parts else ""
    tail = next((last[len(head) :] for head in SHARED_HEAD if last.startswith(head)), last)
    whole = [part + tail if part in SHARED_HEAD else part for part in parts]
    return [FALL_TAIL.sub("", GROWTH_TAIL.sub("", part)) for part in whole]
