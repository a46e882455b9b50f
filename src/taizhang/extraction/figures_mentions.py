"""Figures in their clause: what stands before and after each number, up to where its reach ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from taizhang.extraction.figures_candidates import is_figure, shares_unit
from taizhang.extraction.figures_names import AFTER, take_apart
from taizhang.language import Quantity, scan

HUNDREDTH = Decimal("0.01")
STRONG = re.compile(r"[，,：:；;。！？\n]")
ENDS = re.compile(r"[。！？；\n]")
SEPARATOR = re.compile(r"^(?:左右|以上|以内|以下|上下)?(?:、|和|与|及|以及|或|，)(?:以及|和)?")
JOINED = re.compile(r"^(?:左右|以上|以内|以下)?[、和与及或]?$")
TAIL_JOIN = re.compile(r"(?:、|和|与|及|以及|以及|并)$")


@dataclass(slots=True)
class Mention:
    """A figure candidate with the text that can name it."""

    q: Quantity
    unit: str
    kind: str
    low: Decimal
    high: Decimal
    sentence: tuple[int, int]
    clause: int
    pre: str
    post: str = ""
    linked: bool = False
    joined: bool = False
    closing: str = ""
    group: list[Mention] = field(default_factory=list)
    inner: bool = False
    head: Mention | None = None


def mentions(text: str) -> list[Mention]:
    """All figures of a text in order."""
    found = scan(text)
    return place(
        text,
        [
            (q, follows if q.kind == "number" and follows and shares_unit(text, q, follows) else q)
            for q, follows in zip(found, [*found[1:], None], strict=True)
            if is_figure(text, q, follows)
        ],
    )


def place(text: str, quantities: list[tuple[Quantity, Quantity]]) -> list[Mention]:
    """Divide the text between neighbouring figures."""
    out: list[Mention] = []
    ends = iter(ENDS.finditer(text))
    strong = [m.start() for m in STRONG.finditer(text)] + [len(text)]
    s_start, s_end = 0, -1
    k = 0
    for q, measured in quantities:
        while s_end < q.start:
            if s_end >= 0:
                s_start = s_end + 1
            s_end = next((m.start() for m in ends), len(text))
        while strong[k] < q.start:
            k += 1
        left = strong[k - 1] + 1 if k else 0
        right = strong[k]
        j = k
        while strong[j] < q.end:  # a comma inside the number
            j += 1
        right = strong[j]
        previous = out[-1] if out else None
        low, high = ends_of(q)
        m = Mention(
            q,
            measured.unit,
            measured.kind,
            low,
            high,
            (s_start, s_end),
            left,
            text[left : q.start],
            text[q.end : right],
        )
        if previous and previous.clause == left:
            divide(text, previous, m)
            if m.joined:
                m.head = previous.head or previous
                m.head.group.append(m)
        out.append(m)
    return out


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
    mid = text[a.q.end : b.q.start]
    separator = SEPARATOR.match(mid)
    if JOINED.match(mid):
        b.joined = b.linked = True
        a.closing, a.post, b.pre = mid, mid.rstrip("、和与及或"), ""
    elif separator:
        a.post, b.pre, b.linked = mid[: separator.end()].rstrip("、和与及或以"), mid[separator.end() :], True
    elif outside(mid) >= 0 or TAIL_JOIN.search(mid):
        at = outside(mid) if outside(mid) >= 0 else len(TAIL_JOIN.sub("", mid))
        a.post, b.pre, b.linked = mid[:at], TAIL_JOIN.sub("", mid[at:].lstrip("、")), True
    else:
        a.post, b.pre = take_apart(mid, False).subject, mid
        if a.post:
            a.post += AFTER.sub("", b.post)
            b.inner = True


def outside(mid: str) -> int:
    """The last 、 that stands in no bracket, or -1."""
    at = mid.rfind("、")
    while at >= 0 and mid.rfind("（", 0, at) > mid.rfind("）", 0, at):
        at = mid.rfind("、", 0, at)
    return at
