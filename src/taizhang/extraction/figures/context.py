"""What the clauses before a figure speak of."""

from __future__ import annotations

import re

from taizhang.extraction.figures.mentions import SENTENCE_END, Mention
from taizhang.extraction.figures.predication import tidy
from taizhang.extraction.figures.rules import pattern

TURN, SINCE, THING = pattern("context.turn"), pattern("context.since"), pattern("context.thing")
MEASURED, OBJECT = pattern("context.measured"), pattern("linking.object")
MARKS = re.compile(r"[，,：:；;]")
STREAK_WORD = pattern("linking.streak_word")
# How far back the clause before is looked for.
REACH = 60
# A sentence up to this long only announces what the next tells.
BRIEF = 16


def previous_clause(text: str, m: Mention) -> str:
    """The clause before that of the figure, in the same sentence."""
    head = text[max(m.sentence[0], m.clause - REACH) : m.clause].rstrip("，,：:；;")
    return MARKS.split(head)[-1]


def sentence_subject(text: str, m: Mention) -> str:
    """What the short sentence before, of the same paragraph, speaks of: «经营主体稳中培优。总量达100万户»."""
    end = m.sentence[0] - 1
    if m.clause != m.sentence[0] or end <= 0 or text[end] == "\n":
        return ""
    head = SENTENCE_END.split(text[max(0, end - REACH) : end])[-1]
    return subject_of(head) if len(head) <= BRIEF and not MARKS.search(head) else ""


def clause_subject(text: str, m: Mention) -> str:
    """What the clause before speaks of, where it holds no figure; the empty string where that is not told."""
    clause = previous_clause(text, m)
    raised = OBJECT.search(clause)
    if raised:
        return raised["what"]
    return tidy(clause) if MEASURED.search(clause) else subject_of(clause)


def subject_of(clause: str) -> str:
    """The subject of a clause without number: «服务业质效提升» → «服务业»."""
    clause = tidy(clause)
    if THING.match(clause):
        return clause
    turn = TURN.search(clause)
    return STREAK_WORD.sub("", SINCE.sub("", clause[: turn.start()])) if turn and turn.start() >= 2 else ""
