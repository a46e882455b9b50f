"""Mode and period of a figure, from the section it stands in and the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from taizhang.language.words import delivering, longest_prefix
from taizhang.model import Mode, Report, View

if TYPE_CHECKING:
    from taizhang.extraction.figures_linking import Link
    from taizhang.extraction.figures_mentions import Mention

# How far back words of time are looked for.
REACH = 120
MANY = re.compile(
    r"(?:过去|这|回顾)五年|五年[来间]|“十[一二三四五]?五”(?:时期|期间|以来)|“十[一二三四五]?五”规划(?:胜利|圆满)?(?:收官|完成)|与20\d\d年相比"
)
ONE = re.compile(r"一年来|过去的?一年|刚刚过去的20\d\d年|去年|这一年|(?:^|\n)20\d\d年[，,是]|20\d\d年工作")
AHEAD = re.compile(r"(?:今后|未来)(?P<n>[一两二三四五六七八九十])?年?|五年内|“十[一二三四五]?五”(?:时期|期间|年均|末)")
BACK = re.compile(
    r"(?P<c>[\d两三四五])年(?:来|间|内)?(?:累计|年均)?(?:增长|提高|提升|增加|下降|降低|翻|新增)|"
    r"(?:近|过去)(?P<a>[两二三四])年|(?P<b>[两二三四])年(?:多)?来"
)
YEAR = re.compile(r"(?P<than>比|较|与|同|为|是)?(?P<base>从|由|自)?(?P<y>(?:19|20)\d\d)年(?!以来)")
BEFORE = re.compile(r"去年|上年末|原先|已有|已经|了(?:近|约|超过|超)?$|已$")
AIM = re.compile(r"拟|将|再?安排|力争|确保|比上年|比去年")
FORESEEN = re.compile(r"预计(?!到)|有望")
FROM = re.compile(r"[从由][^，。；、]{0,12}$")
TO = re.compile(
    r"[^，。；、]{0,2}(?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|缩短|增|升|压缩|调整|发展|跃升|攀升|跃|拓展|延长)(?:到|至|为)"
)
ANNUAL = re.compile(r"年均(?!浓度|气温|值|降)")
SPANNING = re.compile(r"年均(?!浓度|气温|值|降)|累计|每年|五年")
FLOW_WORDS = re.compile(r"新增|投入|安排")
PEOPLE = re.compile(r"(?:中国|全国|各族|全省|全市)*(?:人民|人口|中国人民|中华儿女)$")
FLOWS = ("growth", "change")
NUMERALS = {char: n for n, char in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


class Clock:
    """Reads a report in order and tells for each figure the mode and period."""

    def __init__(self, report: Report, view: View) -> None:
        self.text = view.text
        self.view = view
        self.year = report.year
        self.starts = [section.start for section in report.sections]
        self.kinds = [section.kind for section in report.sections]
        self.marks = sorted(
            [(found.start(), True) for found in MANY.finditer(self.text)]
            + [(found.start(), False) for found in ONE.finditer(self.text)]
        )
        self.passed = 0
        self.many = False
        self.section = -2
        self.sentence = (-1, -1)
        self.expected = False

    def when(self, m: Mention, link: Link) -> tuple[Mode, str | None]:
        """Mode and period of one figure; figures come in order."""
        kind = self.advance(m.q.start)
        past = kind in (None, "review", "preamble")
        if m.unit == "人" and PEOPLE.match(link.name):
            return "actual", None
        if self.year is None:
            return ("actual" if past else "target"), None
        clause = self.text[max(m.clause, m.q.start - REACH) : m.q.start]
        if past:
            mode: Mode = "estimate" if self.foreseen(m.sentence) else "actual"
            return mode, self.past(m, link, clause, self.year - 1)
        return self.planned(m, link, clause, kind == "plan_multi_year", self.year)

    def advance(self, at: int) -> str | None:
        """Walk to a place: the kind of its section, and in `many` whether five years are spoken of."""
        index = bisect_right(self.starts, self.view.offsets[at]) - 1
        if index != self.section:
            self.section, self.many = index, False
            begin = self.starts[index] if index >= 0 else 0
            while self.passed < len(self.marks) and self.view.offsets[self.marks[self.passed][0]] < begin:
                self.passed += 1
        while self.passed < len(self.marks) and self.marks[self.passed][0] < at:
            self.many = self.marks[self.passed][1]
            self.passed += 1
        return self.kinds[index] if index >= 0 else None

    def foreseen(self, sentence: tuple[int, int]) -> bool:
        """Whether the sentence speaks of expected numbers: 预计 covers all of it."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.expected = FORESEEN.search(self.text, *sentence) is not None
        return self.expected

    def past(self, m: Mention, link: Link, clause: str, last: int) -> str:
        """Review: the year before, or the years that ended with it."""
        own, than, base = years_of(clause)
        end = own if own and own <= last else last
        flow = spans(link, clause)
        if than and than < end - 1 and link.aspect in FLOWS:
            return f"{than + 1}/{end}"
        if from_to(m):
            return str(base or own or (last - 5 if self.many else last - 1))
        back = BACK.search(self.text, max(m.sentence[0], m.q.start - REACH), m.q.start)
        if back and flow:
            return f"{last - number_of(back['a'] or back['b'] or back['c']) + 1}/{last}"
        if (self.many or ANNUAL.search(clause)) and flow and not own and "连续" not in clause:
            return f"{last - 4}/{last}"
        return str(end)

    def planned(self, m: Mention, link: Link, clause: str, many: bool, year: int) -> tuple[Mode, str]:
        """Plan: the year itself, or the years that begin with it."""
        own, _, base = years_of(clause)
        if from_to(m):
            return "actual", str(base or year - 1)
        if BEFORE.search(clause) and not AIM.search(clause):
            return "actual", str(year - 1)
        if own and own > year:
            return "target", str(own)
        ahead = AHEAD.search(self.text, max(m.sentence[0], m.q.start - 2 * REACH), m.q.start)
        if many or ahead:
            end = year + (NUMERALS[ahead["n"]] if ahead and ahead["n"] else 5) - 1
            return "target", f"{year}/{end}" if spans(link, clause) else str(end)
        return "target", str(year)


def number_of(text: str) -> int:
    """A one-digit number, Arabic or Chinese."""
    return int(text) if text.isdigit() else NUMERALS[text]


def spans(link: Link, clause: str) -> bool:
    """Whether the figure adds up or averages over years; a level stands at their end."""
    if link.aspect == "rank":
        return False
    if link.aspect in FLOWS or link.counted or SPANNING.search(clause) or FLOW_WORDS.search(link.name):
        return True
    return longest_prefix(link.name, delivering(), 6) != ""


def from_to(m: Mention) -> bool:
    """«由20元提高到40元»: the first is the base."""
    return FROM.search(m.pre) is not None and TO.match(m.beyond) is not None


def years_of(clause: str) -> tuple[int | None, int | None, int | None]:
    """The last year that a clause names as its own, that it compares with, and that it counts from."""
    own = than = base = None
    for found in YEAR.finditer(clause):
        year = int(found["y"])
        if found["than"]:
            than = year
        elif found["base"]:
            base = year
        else:
            own = year
    return own, than, base
