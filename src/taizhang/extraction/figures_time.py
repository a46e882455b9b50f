"""Mode and period of a figure, from the section it stands in and the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from taizhang.model import Mode, Report, View

if TYPE_CHECKING:
    from taizhang.extraction.figures_linking import Link
    from taizhang.extraction.figures_mentions import Mention

MANY = re.compile(
    r"(?:过去|这|回顾)五年|五年[来间]|“十[一二三四五]?五”(?:时期|期间|以来)|“十[一二三四五]?五”规划(?:胜利|圆满)?(?:收官|完成)|与20\d\d年相比"
)
ONE = re.compile(r"一年来|过去的?一年|刚刚过去的20\d\d年|去年|这一年|(?:^|\n)20\d\d年[，,是]|20\d\d年工作")
AHEAD = re.compile(r"(?:今后|未来|五年内|“十[一二三四五]?五”(?:时期|期间|年均|末)|十年)")
YEAR = re.compile(r"((?:19|20)\d\d)年")
BEFORE = re.compile(r"去年|上年末|原先|已有|已经|了(?:近|约|超过|超)?$|已$")
PEOPLE = re.compile(r"(?:中国|全国|各族|全省|全市)*(?:人民|人口|中国人民|中华儿女)$")
FROM = re.compile(r"(?:由|从)[^，。；、]{0,10}$")
TO = re.compile(r"[^，。；、]{0,6}(?:到|至|为)$")
NEAR = re.compile(r"(?P<way>近|今后|未来|过去|前)?(?P<n>[一二两三四五六七八九十]|\d)年(?P<after>来|内|间)?")
FORESEEN = re.compile(r"预计(?!到)|有望")
# How far back words of time are looked for.
REACH = 120
AIM = re.compile(r"拟|将|再?安排|力争|确保|比上年|比去年")
SPANNING = re.compile(r"年均|累计|每年|五年")


class Clock:
    """Reads a report in order and tells for each figure the mode and period."""

    def __init__(self, report: Report, view: View) -> None:
        self.text = view.text
        self.view = view
        self.year = report.year
        self.starts = [section.start for section in report.sections]
        self.kinds = [section.kind for section in report.sections]
        self.many = False
        self.read_to = 0
        self.section = -2
        self.marks = sorted(
            [(m.start(), True) for m in MANY.finditer(self.text)]
            + [(m.start(), False) for m in ONE.finditer(self.text)]
        )
        self.mark_at = 0
        self.sentence = (-1, -1)
        self.expected = False

    def when(self, m: Mention, link: Link) -> tuple[Mode, str | None]:
        """Mode and period of one figure; figures come in order."""
        at = bisect_right(self.starts, self.view.offsets[m.q.start]) - 1
        kind = self.kinds[at] if at >= 0 else "review"
        if at != self.section:
            self.section, self.many = at, False
            start = self.starts[at] if at >= 0 else 0
            while self.mark_at < len(self.marks) and self.view.offsets[self.marks[self.mark_at][0]] < start:
                self.mark_at += 1
        while self.mark_at < len(self.marks) and self.marks[self.mark_at][0] < m.q.start:
            self.many = self.marks[self.mark_at][1]
            self.mark_at += 1
        clause = self.text[max(m.clause, m.q.start - REACH) : m.q.start]
        if m.unit == "人" and PEOPLE.match(link.name):
            return "actual", None
        if self.year is None:
            return ("actual" if kind in (None, "review", "preamble") else "target"), None
        if kind in (None, "review", "preamble"):
            return self.past(m, link, clause)
        return self.planned(m, link, clause, kind == "plan_multi_year")

    def past(self, m: Mention, link: Link, clause: str) -> tuple[Mode, str | None]:
        """Review: the year before, or the five years that ended with it."""
        assert self.year
        mode: Mode = "estimate" if self.foreseen(m.sentence) else "actual"
        last = self.year - 1
        years = YEAR.findall(clause)
        if (
            years
            and int(years[-1]) < last
            and "从" + years[-1] in clause
            and "到" not in clause[clause.rfind(years[-1]) :]
        ):
            return mode, years[-1]
        if self.many or "年均" in clause:
            spans = link.aspect in ("growth", "change") or link.counted or link.words.verb or SPANNING.search(clause)
            if spans and "连续" not in clause:
                return mode, f"{last - 4}/{last}"
        return mode, str(last)

    def foreseen(self, sentence: tuple[int, int]) -> bool:
        """Whether the sentence speaks of expected numbers: 预计 covers all of it."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.expected = FORESEEN.search(self.text, *sentence) is not None
        return self.expected

    def planned(self, m: Mention, link: Link, clause: str, many: bool) -> tuple[Mode, str | None]:
        """Plan: the year itself, or the five years that begin with it."""
        assert self.year
        if BEFORE.search(clause) and not AIM.search(clause):
            return "actual", str(self.year - 1)
        years = YEAR.findall(clause)
        if years and int(years[-1]) > self.year:
            return "target", years[-1]
        ahead = AHEAD.search(self.text[max(m.sentence[0], m.q.start - 2 * REACH) : m.q.start])
        if many or ahead:
            spans = link.aspect in ("growth", "change") or link.counted or link.words.verb or SPANNING.search(clause)
            return "target", f"{self.year}/{self.year + 4}" if spans else str(self.year + 4)
        return "target", str(self.year)
