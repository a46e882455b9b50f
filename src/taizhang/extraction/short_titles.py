"""Short sentences inside paragraphs that head those after them: «提升消费能力。实施增收三年行动,…»

A task may have the same shape, so the shape alone does not decide: see `ShortTitles.find`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import groupby

from taizhang.extraction.goals import Goals
from taizhang.extraction.numbering import GROUP, NUMBERED
from taizhang.extraction.statements import Statement
from taizhang.model import Section

# The shape of such a title: no figures, no names in quotation marks, one clause.
SHAPE = re.compile(r"(?!我们|今年|同时|此外|要|让|并)[^，。！？；：\d“”《》（）]{4,18}。$")
CONCRETE = re.compile(r"(?:实施|开展|启动|推行|试行).{2,30}(?:行动|计划|工程|方案|试点|专项|条例|制度|改革)")
# Points that run through a paragraph: no title parts it as well.
POINT = re.compile(r"[一二三四五六七八九十](?:是|要)")
EARLY = 3  # sentences of a paragraph among which its first title stands
SIGNS = 2  # paragraphs whose title is followed at once by another, before titles inside paragraphs are believed
TRUSTED = 0.75  # share of the short sentences of a part that head a longer one, where short sentences are titles


class ShortTitles:
    """The short sentences of one part. `chains` holds the headings above each statement, `titles` the known ones."""

    def __init__(
        self,
        section: Section,
        statements: Sequence[Statement],
        chains: Sequence[tuple[Section, ...]],
        titles: Set[int],
        goals: Goals,
    ) -> None:
        self.section = section
        self.statements = statements
        self.chains = chains
        self.titles = titles
        self.goals = goals

    def find(self) -> set[int]:
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
            if any(POINT.match(self.statements[index].text) for index in rows):
                continue
            if not short or (nodes and NUMBERED.match(nodes[-1].title) and not GROUP.match(nodes[-1].title)):
                continue
            early = short[0] - rows[0]
            if not nodes:
                if len(short) > 1 and not self.section.children:
                    found.update(short)
            elif GROUP.match(nodes[-1].title):
                if len(short) > 1 and early < EARLY and not nodes[-1].children:
                    found.update(short)
            elif len(nodes) > 1 and len(nodes[-2].children) == 1:
                found.update(short)
            elif early < EARLY and len(short) > 1:  # a paragraph that is parted has two parts at least
                signs += early <= 1
                waiting.append(short)
        if signs >= SIGNS:
            found.update(index for short in waiting for index in short)
        return found if self.trusted() else set()

    def trusted(self) -> bool:
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
        return bool(SHAPE.fullmatch(statement.text)) and not self.goals.any_in(statement)

    def heads(self, index: int) -> bool:
        """Whether a statement has the shape of a title and the one after it in its paragraph has not.

        Of two such sentences the second is the promise where it names an action («提升消费能力。实施增收三年行动。»).
        """
        if not self.is_short(index) or not self.beside(index, index + 1):
            return False
        if CONCRETE.search(self.statements[index].text) and self.beside(index, index - 1) and self.is_short(index - 1):
            return False
        following = self.statements[index + 1].text
        return not SHAPE.fullmatch(following) or bool(CONCRETE.search(following))

    def beside(self, index: int, other: int) -> bool:
        """Whether two statements stand in one paragraph, the second being no title of its own."""
        inside = 0 <= other < len(self.statements) and other not in self.titles
        return inside and self.statements[other].paragraph == self.statements[index].paragraph
