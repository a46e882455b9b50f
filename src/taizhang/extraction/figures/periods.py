"""Mode and period of a figure, from the section it stands in and the words around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from taizhang.extraction.figures.linking import PEOPLE, Link
from taizhang.extraction.figures.mentions import SENTENCE_END, Mention
from taizhang.extraction.figures.rules import pattern
from taizhang.language.predicates import delivering, longest_prefix
from taizhang.model import Mode, Report, View

# How far back words of time are looked for.
REACH = 120
MANY, OF_MANY = pattern("periods.many"), pattern("periods.of_many")
ONE = pattern("periods.one")
AHEAD = pattern("periods.ahead")
BACK = pattern("periods.back")
YEAR = pattern("periods.year")
BEFORE = pattern("periods.before")
AIM = pattern("periods.aim")
FORESEEN, SAME_BELOW = pattern("periods.foreseen"), pattern("periods.same_below")
PAST_TOLD = pattern("periods.past_told")
INTENT = pattern("periods.intent")
FROM = pattern("periods.from")
TO = pattern("periods.to")
REACHED = pattern("periods.reached")
ANNUAL = pattern("periods.annual")
SPANNING = pattern("periods.spanning")
FLOW = pattern("periods.flow")
TIME_CLAUSE = pattern("periods.time_clause")
FIVE = pattern("periods.five")
LEVEL = pattern("periods.level")
STEADY = pattern("periods.steady")
SINCE = pattern("periods.since")
STATIVE, OF_PLAN = pattern("periods.stative"), pattern("periods.of_plan")
FLOWS = ("growth", "change")
RATIOS = ("percent", "point", "multiple", "rank", "time")
NUMERALS = {char: n for n, char in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


class Clock:
    """Reads a report in order and tells for each figure the mode and period."""

    def __init__(self, report: Report, view: View) -> None:
        self.text = view.text
        self.view = view
        self.year = report.year
        self.starts = [section.start for section in report.sections]
        self.kinds = [section.kind for section in report.sections]
        self.of_many = [OF_MANY.search(section.title) is not None for section in report.sections]
        self.marks = sorted(
            [(found.start(), True) for found in MANY.finditer(self.text)]
            + [(found.start(), False) for found in ONE.finditer(self.text)]
        )
        self.passed = 0
        self.many = False
        self.single = -1  # where the paragraph ends in which a single year was named
        self.section = -2
        self.sentence = (-1, -1)
        self.expected = 0  # where 预计 stands in it, its end where it does not
        self.telling = (-1, -1), False
        self.noted = [scope(self.text, found.start()) for found in SAME_BELOW.finditer(self.text)]

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
            mode: Mode = "estimate" if self.foreseen(m) else "actual"
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
            marked, self.many = self.marks[self.passed]
            self.single = self.text.find("\n", marked + 1)
            self.passed += 1
        if not self.many and index >= 0 and self.of_many[index] and self.single < at:
            self.many = True  # one year of the five is named for its paragraph only
        return self.kinds[index] if index >= 0 else None

    def foreseen(self, m: Mention) -> bool:
        """Whether a figure is expected.

        预计 covers what follows in its sentence, （预计数） what it follows, （预计数，下同） the amounts and rates
        of its paragraph from its sentence on.
        """
        if self.text.startswith("（预计", m.end):
            return True
        if m.kind != "count" and any(start <= m.start < end for start, end in self.noted):
            return True
        if m.sentence != self.sentence:
            self.sentence = m.sentence
            told = FORESEEN.search(self.text, *m.sentence)
            self.expected = told.start() if told else m.sentence[1]
        return self.expected < m.start

    def leading_year(self, m: Mention) -> str:
        """The last time clause of the sentence before the clause of the figure: «到2030年，», or nothing."""
        found = ""
        for clause in TIME_CLAUSE.finditer(self.text, max(m.sentence[0] - 1, m.clause - REACH, 0), m.clause):
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
        years = years_of(clause)
        end = years.own if years.own and years.own <= last else last
        if years.than and years.than < end - 1 and link.aspect in FLOWS:
            return f"{years.than + 1}/{end}"
        if from_to(m):
            return str(years.base or years.own or (last - 5 if self.many else last - 1))
        if years.first and years.own:
            return f"{years.first}/{years.own}"
        words = own_words(m)
        flow = spans(link, words)
        back = BACK.search(self.text, max(m.sentence[0], m.start - REACH), m.start)
        if back and flow and (not back["c"] or back.start() >= m.clause):
            return f"{last - number_of(back['a'] or back['b'] or back['c']) + 1}/{last}"
        over = ANNUAL.search(words) if years.own in (None, last) and self.many else FIVE.search(words)
        if over and flow:
            return f"{last - 4}/{last}"
        if years.own or "连续" in clause or "全年" in clause:
            return str(end)
        since = SINCE.search(self.text, max(m.sentence[0], m.start - REACH), m.start)
        if since and (flow or adds_up(m, link)):
            return f"{since['year']}/{last}"
        told = FIVE.search(self.text, max(m.sentence[0], m.start - REACH), m.start) and adds_up(m, link)
        if (self.many and (flow or told or STEADY.search(words))) or (ANNUAL.search(words) and flow):
            return f"{last - 4}/{last}"
        return str(end)

    def planned(self, m: Mention, link: Link, clause: str, many: bool, year: int) -> tuple[Mode, str]:
        """Plan: the year itself, or the years that begin with it."""
        years = years_of(clause)
        own = years.own
        if from_to(m):
            return "actual", str(years.base or year - 1)
        if OF_PLAN.match(m.post):
            return "actual", f"{year}/{year + 4}"
        if self.told(m) or (BEFORE.search(clause) and not AIM.search(clause)):
            return "actual", self.past(m, link, clause, year - 1)
        if own and own > year:
            return "target", str(own)
        ahead = AHEAD.search(self.text, max(m.sentence[0], m.start - 2 * REACH), m.start)
        if many or ahead:
            told = ahead and (ahead["n"] or ahead["m"])
            end = year + (NUMERALS[told] if told else 5) - 1
            return "target", f"{year}/{end}" if spans(link, own_words(m)) else str(end)
        return "target", str(year)


def scope(text: str, note: int) -> tuple[int, int]:
    """From the beginning of the sentence that holds a note to the end of its paragraph."""
    opens = [found.end() for found in SENTENCE_END.finditer(text, max(0, note - REACH), note)]
    closes = text.find("\n", note)
    return (opens[-1] if opens else max(0, note - REACH)), (closes if closes >= 0 else len(text))


def number_of(text: str) -> int:
    """A one-digit number, Arabic or Chinese."""
    return int(text) if text.isdigit() else NUMERALS[text]


def own_words(m: Mention) -> str:
    """The words before a figure, or before the list that it stands in."""
    return (m.head or m).pre


def spans(link: Link, words: str) -> bool:
    """Whether the figure adds up or averages over years; a level stands at their end."""
    if link.aspect == "rank":
        return False
    if link.aspect in FLOWS or SPANNING.search(words):
        return True
    delivered = longest_prefix(link.name, delivering()) != ""
    if link.counted:
        return delivered or not STATIVE.search(link.name)
    if link.unit == "%" or REACHED.search(words):
        return False
    return delivered or FLOW.search(link.name) is not None


def adds_up(m: Mention, link: Link) -> bool:
    """Whether an amount is a sum over years where its sentence speaks of several; what was reached is none."""
    return link.aspect == "value" and m.kind not in RATIOS and not LEVEL.search(own_words(m))


def from_to(m: Mention) -> bool:
    """«由20元提高到40元», «分别从7家、4家增加到9家、6家»: what stands before the change is the base."""
    head = m.head or m
    last = head.group[-1] if head.group else head
    return FROM.search(head.pre) is not None and TO.match(last.beyond) is not None


@dataclass(frozen=True, slots=True)
class Years:
    """The last year that a clause names as its own, the first of its range, what it compares with and counts from."""

    own: int | None = None
    first: int | None = None
    than: int | None = None
    base: int | None = None


def years_of(clause: str) -> Years:
    """The years that a clause names."""
    years = Years()
    for found in YEAR.finditer(clause):
        year = int(found["y"])
        if found["than"]:
            years = replace(years, than=year)
        elif found["base"] and not found["last"]:
            years = replace(years, base=year)
        elif found["last"]:
            years = replace(years, first=year, own=int(found["last"]))
        else:
            years = replace(years, first=None, own=year)
    return years
