"""Figures in their clause: what stands before and after each number, up to where its reach ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest

from taizhang.extraction.figures_candidates import STREAK, clipped_point, is_figure, shares_unit
from taizhang.extraction.figures_names import AFTER, take_apart
from taizhang.language import Quantity, scan

# No name is longer; without a limit a text without punctuation would take quadratic time.
REACH = 120
HUNDREDTH = Decimal("0.01")
CLAUSE_ENDS = re.compile(r"[，,：:；;。！？\n]")
SENTENCE_ENDS = "。！？；\n"
SEPARATOR = re.compile(r"^(?:左右|以上|以内|以下|上下)?(?:、|和|与|及|以及|或)(?:以及|和)?")
JOINED = re.compile(r"^(?:左右|以上|以内|以下)?[、和与及或]$")
TAIL_JOIN = re.compile(r"(?:、|和|与|及|以及|并)$")
PEOPLE = tuple("民口才员群士")


@dataclass(slots=True)
class Mention:
    """A figure candidate with the text that can name it.

    `clause` and `sentence` are offsets into the view. `pre` and `post` reach to the ends of the clause
    or to the neighbouring figure. `linked` tells that it follows another in a list (9个、特色基地2家);
    `joined`, that nothing but a comma stands between their numbers (8%和8.1%): then the first holds the
    others in `group`.
    """

    q: Quantity
    end: int
    unit: str
    kind: str
    low: Decimal
    high: Decimal
    sentence: tuple[int, int]
    clause: int
    pre: str
    post: str
    linked: bool = False
    joined: bool = False
    group: list[Mention] = field(default_factory=list)
    head: Mention | None = None
    follower: Mention | None = None
    crossed: bool = False
    beyond: str = ""


def mentions(text: str) -> list[Mention]:
    """All figures of a text in order."""
    found = scan(text)
    out: list[Mention] = []
    bounds = Bounds(text)
    for q, follows in zip_longest(found, found[1:]):
        if not is_figure(text, q, follows):
            continue
        shared = q
        if follows and (clipped_point(text, q, follows) or (q.kind == "number" and shares_unit(text, q, follows))):
            shared = follows
        m = mention(text, q, shared, bounds)
        if out and out[-1].clause == m.clause and m.q.start - out[-1].end < REACH:
            divide(text, out[-1], m)
        out.append(m)
    return out


class Bounds:
    """The ends of clauses and sentences of a text."""

    def __init__(self, text: str) -> None:
        marks = [(found.start(), found.group() in SENTENCE_ENDS) for found in CLAUSE_ENDS.finditer(text)]
        self.clauses = [-1, *(at for at, _ in marks), len(text)]
        self.sentences = [-1, *(at for at, closes in marks if closes), len(text)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around a figure, marks left off."""
        return enclosing(self.clauses, start, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a figure, marks left off."""
        return enclosing(self.sentences, start, end)


def enclosing(marks: list[int], start: int, end: int) -> tuple[int, int]:
    """The stretch between two marks that holds `start` to `end`."""
    return marks[bisect_left(marks, start) - 1] + 1, marks[bisect_left(marks, end)]


def mention(text: str, q: Quantity, shared: Quantity, bounds: Bounds) -> Mention:
    """The figure with the text around it; `shared` is the quantity whose unit it takes."""
    low, high = ends_of(q)
    end, unit, kind = q.end, shared.unit, shared.kind
    if unit == "台" and text.startswith("阶", end):
        end, unit, kind = end - 1, "元", "money"
    elif kind == "number":
        big = text.startswith("大", end)
        end += big
        unit, kind = "个" if big else "元" if high >= 10**12 else "人", "count"
    elif unit == "大":
        unit = "个"
    elif unit == "人" and text.startswith(PEOPLE, end):
        end -= 1
    clause, stop = bounds.clause(q.start, end)
    return Mention(
        q,
        end,
        unit,
        kind,
        low,
        high,
        sentence=bounds.sentence(q.start, end),
        clause=clause,
        pre=text[max(clause, q.start - REACH) : q.start],
        post=text[end : min(stop, end + REACH)],
        beyond=text[end : min(stop, end + 10)],
    )


def ends_of(q: Quantity) -> tuple[Decimal, Decimal]:
    """Both ends of the value, the same for a single number; a fraction (三分之一) as a percentage."""
    low, high = (q.value, q.value) if q.value is not None else (q.low, q.high)
    assert low is not None
    assert high is not None
    if q.kind == "fraction":
        return (low * 100).quantize(HUNDREDTH), (high * 100).quantize(HUNDREDTH)
    return low, high


def divide(text: str, a: Mention, b: Mention) -> None:
    """Share the text between two figures of one clause out among them."""
    mid = text[a.end : b.q.start]
    separator = SEPARATOR.match(mid)
    at = outside(mid)
    if JOINED.match(mid):
        b.joined = b.linked = True
        b.head = a.head or a
        b.head.group.append(b)
        a.post, b.pre = mid[:-1], ""
    elif separator:
        a.post, b.pre, b.linked = mid[: separator.end()].rstrip("、和与及或以"), mid[separator.end() :], True
    elif at >= 0 or TAIL_JOIN.search(mid):
        at = at if at >= 0 else len(TAIL_JOIN.sub("", mid))
        a.post, b.pre, b.linked = mid[:at], TAIL_JOIN.sub("", mid[at:].lstrip("、")), True
    else:
        a.post, b.pre = take_apart(mid, False).stem, mid
        if a.kind == "time" and b.kind == "rank":
            a.post = mid + b.q.quote
        b.crossed = True
        a.crossed = bool(a.post)
        if a.kind == "time":
            b.pre = STREAK.sub("", a.pre) + mid
        if a.post:
            a.post += AFTER.sub("", b.post)
    if b.linked and a.post.endswith("级") and "级" in b.post:
        a.post += b.post.partition("级")[2]
    if b.linked:
        a.follower = b


def outside(mid: str) -> int:
    """The last 、 that stands in no bracket, or -1."""
    at = mid.rfind("、")
    while at >= 0 and mid.rfind("（", 0, at) > mid.rfind("）", 0, at):
        at = mid.rfind("、", 0, at)
    return at
