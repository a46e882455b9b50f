"""What each sentence of the parts that promise is: heading, target, context or task, and the headings above it.

The headings come from the section tree. What is added here: short sentences inside a paragraph that head those after
them, and the judgement that a numbered sentence is a promise itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from taizhang.extraction.sentence_rules import rule_for
from taizhang.extraction.statements import Statement
from taizhang.model import Figure, Milestone, Section
from taizhang.reading import bare_title, explains_terms

Kind = Literal["task", "heading", "target", "context"]

LIVELIHOOD = re.compile(r"民生实事|为民办?实事|实事项目|惠民实事")
NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:、|是|要|，|部分)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|、))"
)
GROUP = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|、)|第?[一二三四五六七八九十]{1,3}(?:、|，))"
)
NUMERAL = re.compile(r"[一二三四五六七八九十\d]+")
# A short sentence that heads others: no figures, no names in quotation marks, one clause.
RUN_IN = re.compile(r"(?!我们|今年|同时|此外|要|让|并)[^，。！？；：\d“”《》（）]{4,18}。$")
CONCRETE = re.compile(r"(?:实施|开展|启动|推行|试行).{2,30}(?:行动|计划|工程|方案|试点|专项|条例|制度|改革)")
LEAD_IN = 3  # sentences that may stand between a heading and the first heading under it
NESTED_SIGNS = 3  # paragraphs whose title is followed at once by another, before titles inside paragraphs are believed
TRUSTED = 0.75  # share of the short sentences of a part that head a longer one, where short sentences are titles


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with its kind, the headings above it (outermost first) and the rule that told."""

    statement: Statement
    kind: Kind
    path: tuple[str, ...]
    rule: str
    livelihood: bool = False


@dataclass(frozen=True, slots=True)
class Goals:
    """Where figures and milestones begin in the source."""

    figures: Sequence[int]
    milestones: Sequence[int]

    def figure_in(self, statement: Statement) -> bool:
        """Whether the statement holds a figure."""
        return holds(self.figures, statement)

    def any_in(self, statement: Statement) -> bool:
        """Whether the statement holds a figure or a milestone."""
        return self.figure_in(statement) or holds(self.milestones, statement)


def holds(starts: Sequence[int], statement: Statement) -> bool:
    """Whether one of the (sorted) places lies in the statement."""
    at = bisect_left(starts, statement.start)
    return at < len(starts) and starts[at] < statement.end


def outline(
    statements: Sequence[Statement],
    listing: Set[int],
    figures: Sequence[Figure],
    milestones: Sequence[Milestone],
) -> list[Judged]:
    """Every statement of the parts on the coming year, on the government itself and of lists of livelihood projects.

    `listing` holds the starts of the statements that list the main targets; figures and milestones are in order.
    """
    goals = Goals([figure.start for figure in figures], [milestone.start for milestone in milestones])
    found: list[Judged] = []
    for _, run in groupby(statements, key=lambda statement: id(statement.section)):
        part = list(run)
        section = part[0].section
        if section is not None and promises(section):
            found += Part(section, part, listing, goals).judge()
    return found


def promises(section: Section) -> bool:
    """Whether a part promises: the coming year, the government itself, a list of livelihood projects."""
    if section.kind == "annex":
        titles = [node.title for node in section.walk()]
        return any(LIVELIHOOD.search(title) for title in titles) and not explains_terms(section.title)
    return section.kind in ("plan_year", "self_building")


class Part:
    """One part of a report while its statements are judged."""

    def __init__(self, section: Section, statements: Sequence[Statement], listing: Set[int], goals: Goals) -> None:
        self.section = section
        self.statements = statements
        self.listing = listing
        self.goals = goals
        self.chains = [chain(section, statement.start) for statement in statements]
        self.titles: set[int] = set()
        for index in range(len(statements)):
            if self.is_title(index):
                self.titles.add(index)
        self.run_ins = self.find_run_ins()
        self.headings = sorted(self.titles | self.run_ins)
        self.title_starts = {statements[index].start for index in self.titles}
        self.first_group = next(
            (node.start for node in section.children if GROUP.match(node.title) and node.title != section.title),
            section.start,
        )
        self.projects = self.find_projects()

    def judge(self) -> Iterator[Judged]:
        """The statements with their kinds."""
        for index, statement in enumerate(self.statements):
            kind, rule = self.kind_of(index)
            path = self.path_of(index) if kind == "task" else ()
            yield Judged(statement, kind, path, rule, kind == "task" and index in self.projects)

    def kind_of(self, index: int) -> tuple[Kind, str]:
        """The kind of a statement and the name of the rule that tells."""
        statement = self.statements[index]
        if statement.start in self.listing:
            return "target", "listed_targets"
        if index in self.titles:
            return "heading", "heading"
        if index in self.run_ins:
            return "heading", "run_in_heading"
        if statement.start < self.first_group:
            return "context", "before_first_heading"
        concrete = self.goals.any_in(statement) or bool(CONCRETE.search(statement.text))
        if not concrete and self.leads_in(index):
            return "context", "lead_in"
        rule = rule_for(statement.text, index - 1 in self.titles or index - 1 in self.run_ins)
        if rule and (rule.kind == "exhortation" or not self.goals.any_in(statement)):
            return "context", rule.name
        return "task", "promise"

    def is_title(self, index: int) -> bool:
        """Whether a statement is the title of the part or of a heading in it, and no promise of its own."""
        statement = self.statements[index]
        if statement.start == self.section.start and self.section.title:
            return True
        if index and index - 1 in self.titles and statement.text == self.statements[index - 1].text:
            return True
        nodes = self.chains[index]
        if not nodes or nodes[-1].start != statement.start:
            return False
        opens_group = index + 1 < len(self.statements) and nodes[-1].end > self.statements[index + 1].start
        if GROUP.match(nodes[-1].title):
            return opens_group or not statement.text.endswith(("。", "；", "！"))
        return opens_group and not self.goals.figure_in(statement) and not self.describes(index)

    def describes(self, index: int) -> bool:
        """Whether a sentence without a number is context by its wording."""
        text = self.statements[index].text
        return not NUMBERED.match(text) and rule_for(text, first=False) is not None

    def leads_in(self, index: int) -> bool:
        """Whether a statement stands between a heading and the first one under it, and only introduces."""
        at = bisect_left(self.headings, index)
        if not 0 < at < len(self.headings):
            return False
        before, after = self.headings[at - 1], self.headings[at]
        return after - before - 1 <= LEAD_IN and self.depth(after) > self.depth(before) > 0

    def depth(self, index: int) -> int:
        """How deep a heading stands: 0 for the title of the part."""
        return len(self.chains[index]) + (index in self.run_ins and not self.replaces(index))

    def path_of(self, index: int) -> tuple[str, ...]:
        """The headings above a statement, outermost first, numbering words left off."""
        top = [bare_title(self.section.title)] if self.section.title else []
        own = self.statements[index].start
        nodes = [node for node in self.chains[index] if node.start != own and node.start in self.title_starts]
        inner = self.run_in_above(index)
        if inner is not None:
            if self.replaces(inner) and nodes:
                nodes = nodes[:-1]
            return (*top, *(bare_title(node.title) for node in nodes), bare_title(self.statements[inner].text))
        return (*top, *(bare_title(node.title) for node in nodes))

    def run_in_above(self, index: int) -> int | None:
        """The title inside the paragraph that heads a statement."""
        at = bisect_left(self.headings, index)
        before = self.headings[at - 1] if at else -1
        same = before in self.run_ins and self.statements[before].paragraph == self.statements[index].paragraph
        return before if same else None

    def replaces(self, index: int) -> bool:
        """Whether a title inside a paragraph stands beside the one that opens it and not below it."""
        nodes = self.chains[index]
        if len(nodes) < 2 or GROUP.match(nodes[-1].title):
            return False
        return len(nodes[-2].children) == 1

    def find_run_ins(self) -> set[int]:
        """Short sentences inside paragraphs that head what follows them.

        They are believed where a numbered group has no other headings and begins with one, where all of a group is
        one paragraph, or where the part again and again puts one straight behind the title of a paragraph.
        """
        found: set[int] = set()
        signs = 0
        waiting: list[list[int]] = []
        for _, run in groupby(range(len(self.statements)), key=self.place):
            rows = [index for index in run if index not in self.titles]
            short = [index for index in rows if self.heads(index)]
            nodes = self.chains[rows[0]] if rows else ()
            if not short or (nodes and NUMBERED.match(nodes[-1].title) and not GROUP.match(nodes[-1].title)):
                continue
            early = short[0] - rows[0]
            if not nodes:
                if len(short) > 1 and not self.section.children:
                    found.update(short)
            elif GROUP.match(nodes[-1].title):
                if len(short) > 1 and early < LEAD_IN and not nodes[-1].children:
                    found.update(short)
            elif len(nodes) > 1 and len(nodes[-2].children) == 1:
                found.update(short)
            elif early < LEAD_IN:
                signs += early == 0
                waiting.append(short)
        if signs >= NESTED_SIGNS:
            found.update(index for short in waiting for index in short)
        return found if self.trusts_short_sentences() else set()

    def trusts_short_sentences(self) -> bool:
        """Whether short sentences of the part head longer ones as a rule, and do not just follow each other."""
        shaped = [index for index in range(len(self.statements)) if index not in self.titles and self.is_short(index)]
        heading = [index for index in shaped if self.heads(index)]
        return len(heading) >= TRUSTED * len(shaped)

    def place(self, index: int) -> tuple[int, int]:
        """The paragraph and the innermost heading of a statement."""
        nodes = self.chains[index]
        return self.statements[index].paragraph, nodes[-1].start if nodes else -1

    def is_short(self, index: int) -> bool:
        """Whether a statement has the shape of a title."""
        statement = self.statements[index]
        return bool(RUN_IN.fullmatch(statement.text)) and not self.goals.any_in(statement)

    def heads(self, index: int) -> bool:
        """Whether a statement has the shape of a title and the one after it in its paragraph has not.

        Of two such sentences the second is the promise where it names an action («提升消费能力。实施增收三年行动。»).
        """
        if not self.is_short(index) or not self.beside(index, index + 1):
            return False
        if CONCRETE.search(self.statements[index].text) and self.beside(index, index - 1) and self.is_short(index - 1):
            return False
        following = self.statements[index + 1].text
        return not RUN_IN.fullmatch(following) or bool(CONCRETE.search(following))

    def beside(self, index: int, other: int) -> bool:
        """Whether two statements stand in one paragraph, the second being no title of its own."""
        inside = 0 <= other < len(self.statements) and other not in self.titles
        return inside and self.statements[other].paragraph == self.statements[index].paragraph

    def find_projects(self) -> set[int]:
        """The statements of lists of livelihood projects: the one that announces a list and its numbered items.

        Titles numbered like the first item («1.医疗卫生方面») belong to the list; any other heading ends it.
        """
        if self.section.kind == "annex":
            return set(range(len(self.statements)))
        found: set[int] = set()
        style: str | None = None
        for index, statement in enumerate(self.statements):
            heading = index in self.titles or index in self.run_ins
            if style and number_style(statement.text) != style and (heading or statement.opens):
                style = None
            if style:
                found.add(index)
            elif not heading and LIVELIHOOD.search(statement.text):
                found.add(index)
                following = self.statements[index + 1].text if index + 1 < len(self.statements) else ""
                style = number_style(following)
        return found


def number_style(text: str) -> str | None:
    """How a sentence is numbered, as its number with every numeral replaced, none where it is not."""
    match = NUMBERED.match(text)
    return NUMERAL.sub("1", match.group()) if match else None


def chain(section: Section, start: int) -> tuple[Section, ...]:
    """The headings below a part that hold a place in the source, outermost first."""
    nodes: list[Section] = []
    children = section.children
    while children:
        at = bisect_right(children, start, key=lambda child: child.start)
        if not at or children[at - 1].end <= start:
            break
        nodes.append(children[at - 1])
        children = children[at - 1].children
    return tuple(nodes)
