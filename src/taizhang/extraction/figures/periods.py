"""Mode and period of a figure, from the section it stands in and the words around it."""

from __future__ import annotations

from bisect import bisect_right

from taizhang.extraction.figures.linking import PEOPLE, Link
from taizhang.extraction.figures.mentions import Mention
from taizhang.extraction.figures.rules import pattern
from taizhang.language.predicates import delivering, longest_prefix
from taizhang.model import Mode, Report, View

# How far back words of time are looked for.
REACH = 120
MANY = pattern("periods.many")
ONE = pattern("periods.one")
AHEAD = pattern("periods.ahead")
BACK = pattern("periods.back")
YEAR = pattern("periods.year")
BEFORE = pattern("periods.before")
AIM = pattern("periods.aim")
FORESEEN = pattern("periods.foreseen")
PAST_TOLD = pattern("periods.past_told")
INTENT = pattern("periods.intent")
FROM = pattern("periods.from")
TO = pattern("periods.to")
ANNUAL = pattern("periods.annual")
SPANNING = pattern("periods.spanning")
FLOW = pattern("periods.flow")
TIME_CLAUSE = pattern("periods.time_clause")
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
        self.telling = (-1, -1), False

    def when(self, m: Mention, link: Link) -> tuple[Mode, str | None]:
        """Mode and period of one figure; figures come in order."""
        kind = self.advance(m.start)
        past = kind in (None, "review", "preamble")
        if m.unit == "人" and PEOPLE.match(link.name):
            return "actual", None
        if self.year is None:
            return ("actual" if past else "target"), None
        clause = self.leading_year(m) + self.text[max(m.clause, m.start - REACH) : m.start]
        if past:
            if "今年" in clause and AIM.search(clause):
                return "target", str(self.year)
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

    def leading_year(self, m: Mention) -> str:
        """The last time clause of the sentence before the clause of the figure: «到2030年，», or nothing."""
        found = ""
        for clause in TIME_CLAUSE.finditer(self.text, max(m.sentence[0], m.clause - REACH), m.clause):
            found = clause["time"]
        return found

    def told(self, m: Mention) -> bool:
        """Whether the plan tells here what was done: from such a sentence to the end of the paragraph or a plan."""
        if m.sentence != self.telling[0]:
            goes_on = self.telling[1] and "\n" not in self.text[self.telling[0][1] : m.sentence[0]]
            head = self.text[m.sentence[0] : min(m.start, m.sentence[0] + REACH)]
            plans = INTENT.search(head) is not None
            self.telling = m.sentence, not plans and (goes_on or PAST_TOLD.search(head) is not None)
        return self.telling[1]

    def past(self, m: Mention, link: Link, clause: str, last: int) -> str:
        """Review: the year before, or the years that ended with it."""
        own, than, base = years_of(clause)
        end = own if own and own <= last else last
        flow = spans(link, clause)
        if than and than < end - 1 and link.aspect in FLOWS:
            return f"{than + 1}/{end}"
        if from_to(m):
            return str(base or own or (last - 5 if self.many else last - 1))
        back = BACK.search(self.text, max(m.sentence[0], m.start - REACH), m.start)
        if back and flow:
            return f"{last - number_of(back['a'] or back['b'] or back['c']) + 1}/{last}"
        single = own or "连续" in clause or "全年" in clause
        if (self.many or ANNUAL.search(clause)) and flow and not single:
            return f"{last - 4}/{last}"
        return str(end)

    def planned(self, m: Mention, link: Link, clause: str, many: bool, year: int) -> tuple[Mode, str]:
        """Plan: the year itself, or the years that begin with it."""
        own, _, base = years_of(clause)
        if from_to(m):
            return "actual", str(base or year - 1)
        if self.told(m) or (BEFORE.search(clause) and not AIM.search(clause)):
            return "actual", self.past(m, link, clause, year - 1)
        if own and own > year:
            return "target", str(own)
        ahead = AHEAD.search(self.text, max(m.sentence[0], m.start - 2 * REACH), m.start)
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
    if link.aspect in FLOWS or link.counted or SPANNING.search(clause) or FLOW.search(link.name):
        return True
    return longest_prefix(link.name, delivering()) != ""


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
