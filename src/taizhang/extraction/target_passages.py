"""Where a report lists its main expected targets.

The passage is found by language: a sentence of the coming-year part that says «(主要)预期目标是 …», with the
sentences after it as long as they go on listing. Single statements («经济增长预期目标为7%左右») are passages too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taizhang.extraction.figure_index import FigureIndex
from taizhang.extraction.statements import Statement
from taizhang.extraction.target_phrases import find_phrases

OPENING = re.compile(
    r"(?:(?:主要)?目标任务|(?:主要)?(?:预期|预期性|奋斗|发展|调控|计划)(?:目标|指标)|主要(?:目标|指标))"
    r"(?:初步|建议|安排|确定|设定|拟|定)*(?:如下|是|为)?[：:，,]?"
)
ANNOUNCES = re.compile(r"(?:是|为|如下)[：:，,]?$|[：:]$")
OTHER_YEARS = re.compile(r"五年|[“”]?十[二三四五六七]五[“”]?|20[0-9]{2}年|未来|中长期|时期|阶段|远景")
GOES_ON_ELSEWHERE = re.compile(r"^(?:这|上述|以上|提出|确定|实现|完成全年|做好|为|要|我们|围绕|重点|具体|综合|各位)")
LIST_ITEM = re.compile(r"^(?:——|[-—·•●]|[（(]?\d{1,2}[）).．、](?!\d))")
LISTED = 2  # so many clauses with numbers behind a single statement make a list of it
LONGEST_CLAUSE = 300  # characters looked at before the word that opens a list of targets
VALUE_FOLLOWS = re.compile(r"(?:控制在|保持在|大约|约|不低于|达到)?\d")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`statement.text[start:end]`, which lists targets."""

    statement: Statement
    start: int
    end: int


def passages(statements: Sequence[Statement], figures: FigureIndex, year: int | None) -> Iterator[list[Stretch]]:
    """The passages of the coming-year part that announce targets, each as the stretches of its sentences."""
    index = 0
    while index < len(statements):
        statement = statements[index]
        opening = opening_of(statement, year) if statement.kind == "plan_year" else None
        if opening is None:
            index += 1
            continue
        passage = [Stretch(statement, *opening)]
        following = index + 1
        while following < len(statements) and lists_on(statements, following, figures):
            passage.append(Stretch(statements[following], 0, len(statements[following].text)))
            following += 1
        yield passage
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
            return begin, list_end(text, match.end())
        if ANNOUNCES.search(match.group()):
            return match.end(), len(text)
    return None


def speaks_of_other_years(clause: str, year: int | None) -> bool:
    """Whether the aims are those of a plan of several years or of another year."""
    if "今年" in clause or "明年" in clause or (year and f"{year}年" in clause):
        return False
    return bool(OTHER_YEARS.search(clause))


def list_end(text: str, position: int) -> int:
    """The end of what is listed from the value at `position`: its clause, or the sentence where more numbers follow.

    «经济增长的预期目标为7%，财政收入增长6%，工业、投资分别增长8%、9%» is a list like any other.
    """
    end = clause_end(text, position)
    numbered = sum(any(char.isdigit() for char in clause) for clause in re.split("[，；]", text[end:]))
    return len(text) if numbered >= LISTED else end


def clause_end(text: str, position: int) -> int:
    """The end of the clause that holds `position`."""
    return min((end for mark in "，；。！" if (end := text.find(mark, position)) >= 0), default=len(text))


def lists_on(statements: Sequence[Statement], index: int, figures: FigureIndex) -> bool:
    """Whether the statement goes on listing targets where the one before it lists them."""
    statement, last = statements[index], statements[index - 1]
    if statement.section is not last.section or GOES_ON_ELSEWHERE.match(statement.text):
        return False
    if statement.paragraph != last.paragraph and not LIST_ITEM.match(statement.text):
        return False
    if last.text.endswith(("；", "：")) and statement.paragraph == last.paragraph:
        return True
    first = clause_end(statement.text, 0)
    return bool(figures.inside(statement, 0, first) or find_phrases(statement.text[:first]))
