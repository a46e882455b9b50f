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

from taizhang.extraction.goals import Goals
from taizhang.extraction.livelihood import ANNEX_TITLE, LIVELIHOOD, names_projects, project_rows
from taizhang.extraction.numbering import GROUP, NUMBERED
from taizhang.extraction.sentence_rules import begins_as_attitude, rule_for
from taizhang.extraction.short_titles import CONCRETE, ShortTitles
from taizhang.extraction.statements import Statement
from taizhang.model import Figure, Milestone, Report, Section
from taizhang.reading import bare_title, explains_terms

Kind = Literal["task", "heading", "target", "context"]

# Titles of parts that state requirements and aims: 二、今年工作的总体部署.
GENERAL = re.compile(r"总体(?:要求|部署|思路|安排|考虑)|(?:主要|预期|发展|工作)目标|指导思想")
LEAD_IN = 3  # sentences that may stand between a heading and the first heading under it


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with its kind, the headings above it (outermost first) and the rule that told."""

    statement: Statement
    kind: Kind
    path: tuple[str, ...]
    rule: str
    livelihood: bool = False


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
        if section is not None and promises(section, part):
            found += Part(section, part, listing, goals).judge()
    return found


def promises(section: Section, statements: Sequence[Statement]) -> bool:
    """Whether a part promises: the coming year, the government itself, an annex that lists livelihood projects."""
    if section.kind == "annex":
        return bool(names_projects(statements)) and not explains_terms(statements[0].report.text, section)
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
        self.short = ShortTitles(section, statements, self.chains, self.titles, goals)
        self.run_ins = self.short.find()
        self.headings = sorted(self.titles | self.run_ins)
        self.title_starts = {statements[index].start for index in self.titles}
        self.first_group = first_group(section)
        self.general = speaks_in_general(section, statements[0].report)
        annex = section.kind == "annex"
        self.projects = set(range(len(statements))) if annex else project_rows(statements, set(self.headings))
        above = [title_above(section, statements[0].report), *(names_projects(statements) if annex else [])]
        self.top = [bare_title(title) for title in dict.fromkeys(above) if title]

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
        if self.general or statement.start < self.first_group:
            return "context", "general_part" if self.general else "before_first_heading"
        concrete = self.goals.any_in(statement) or bool(CONCRETE.search(statement.text))
        if not concrete and self.leads_in(index):
            return "context", "lead_in"
        first = index - 1 in self.titles or index - 1 in self.run_ins
        rule = rule_for(statement.text, first)
        if rule and (rule.kind == "exhortation" or not self.goals.any_in(statement)):
            return "context", rule.name
        return "task", self.doubt_of(index, first)

    def doubt_of(self, index: int, first: bool) -> str:
        """The rule by which a task may be none after all, `promise` where nothing speaks against it."""
        statement = self.statements[index]
        if self.goals.any_in(statement):
            return "promise"
        if self.leads_in(index):
            return "introducing"
        if self.short.heads(index):
            return "title_like"
        if first and statement.kind == "self_building" and begins_as_attitude(statement.text):
            return "attitude"
        return "promise"

    def is_title(self, index: int) -> bool:
        """Whether a statement is the title of the part or of a heading in it, and no promise of its own."""
        statement = self.statements[index]
        if statement.start == self.section.start and self.section.title:
            return True
        if index and index - 1 in self.titles and statement.text == self.statements[index - 1].text:
            return True
        if self.section.kind == "annex" and index < ANNEX_TITLE and LIVELIHOOD.search(statement.text):
            return not statement.text.endswith(("。", "；"))
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
        top = self.top
        own = self.statements[index].start
        nodes = [
            node
            for node in self.chains[index]
            if node.start != own and node.start in self.title_starts and node.start >= self.first_group
        ]
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


def title_above(section: Section, report: Report) -> str:
    """The title of a part; a plan that is taken up again behind another part stands under its first title."""
    if section.title or section.kind != "plan_year":
        return section.title
    earlier = [part for part in report.sections if part.start < section.start and part.kind == "plan_year"]
    return next((part.title for part in reversed(earlier) if part.title), "")


def speaks_in_general(section: Section, report: Report) -> bool:
    """Whether a part only sets the scene for the tasks that another titled part of the plan lists behind it."""
    later = any(part.title and part.kind == "plan_year" and part.start > section.start for part in report.sections)
    return section.kind == "plan_year" and later and GENERAL.search(section.title) is not None


def first_group(section: Section) -> int:
    """Where the first numbered group of a part begins: what stands before it sets the scene.

    Points set off by dashes before the groups («——把握政策取向。») and a repeated title of the part hold the groups
    in the section tree, but are no part of them.
    """
    first = section.children[0].title if section.children else ""
    nodes = list(section.walk())[1:] if first.startswith("——") or first == section.title else section.children
    groups = (node.start for node in nodes if GROUP.match(node.title) and node.title != section.title)
    return next(groups, section.start)


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
