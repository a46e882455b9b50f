"""One pass over a text that finds every quantity in it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from taizhang.language.bounds import Bound, bound_after, bound_before
from taizhang.language.expression import VULGAR, Part
from taizhang.language.folding import fold
from taizhang.language.leading import with_leading
from taizhang.language.measured import FIRST_YEAR, LAST_YEAR
from taizhang.language.numberless import word_over
from taizhang.language.numerals import LONGEST, characters
from taizhang.language.part import read_part
from taizhang.language.quantity import Quantity
from taizhang.language.ranges import opening, range_end
from taizhang.language.ranks import read_rank
from taizhang.language.units import divisor_before

ASCII_DIGIT = re.compile("[0-9]")
# 负 behind these is a burden and no sign: 减负20亿元.
BURDENED = frozenset("减增抱担肩欠自胜")
# A minus in words, one blank behind it.
MINUS_WORDS = {"零下", "负的", "负 "}
URL = re.compile(r"[a-zA-Z]{2,10}://[!-~]+")


@cache
def anchors() -> re.Pattern[str]:
    """Where a quantity may begin: one character class, so the search is fast."""
    return re.compile(f"[0-9.第前首榜对{VULGAR}{''.join(characters())}]")


def scan(text: str) -> list[Quantity]:
    """Every quantity of the text in order of `start`; they do not overlap.

    Any text will do, raw or cleaned; offsets are into it. Names that hold digits (G60, 5G, PM2.5) and
    words with number characters (统一, 进一步) are passed over; dates and ordinals are found and marked
    by `kind`. The time is linear in the length of the text.
    """
    folded = fold(text)
    found = list(quantities_of(folded))
    return found if folded == text else [replace(one, quote=text[one.start : one.end]) for one in found]


def quantities_of(text: str) -> Iterator[Quantity]:
    """The quantities of a folded text."""
    closed, taken = 0, 0  # nothing begins before `closed`; the last quantity ends at `taken`
    urls = deque(match.span() for match in URL.finditer(text)) if "://" in text else deque()
    for anchor in anchors().finditer(text):
        at = anchor.start()
        if at < closed:
            continue
        while urls and urls[0][1] <= at:
            urls.popleft()
        if urls and urls[0][0] <= at:
            closed = urls[0][1]
            continue
        found, closed = read_at(text, at, taken)
        if found:
            taken = found.end
            yield found


def read_at(text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
    """The quantity that begins at the anchor `at`, if any, and the offset where the search goes on.

    Nothing before `floor`, the end of the quantity before, belongs to this one.
    """
    char = text[at]
    word = word_over(text, at)
    if char in "第前首榜对":
        return (None, word[1]) if word else read_rank(text, at)
    part, end = (None, 0) if word and word[0] < at else read_part(text, at)
    # A quantity that reaches beyond the word is longer, so it is meant: 三公里, not 三公; 一点五亿, not 一点.
    if word and (part is None or part.end <= word[1]):
        # A run too long for a number is passed at once: word by word it would be read again and again.
        return None, end if end - at > LONGEST * 4 else word[1]
    first = part or (None if word else opening(text, at, end))
    if first is None:
        return None, end
    first = signed(text, with_leading(text, first, floor), floor)
    if text[at].isdigit() and named(text, first):
        return None, first.number_end
    last = range_end(text, first)
    if part is None and last is None:
        return None, end
    return close(text, first, last), (last or first).end


def named(text: str, part: Part) -> bool:
    """Whether Latin letters make the digits a name: G60, 5G, PM2.5, COVID-19. 60GB and GDP5% are none."""
    after = text[part.end : part.end + 1]
    if part.unit == "" and after.isascii() and after.isalpha():
        return True
    before = text[max(0, part.start - 2) : part.start]
    glued = (before[-1:].isascii() and before[-1:].isalpha()) or (
        before[-1:] == "-" and before[:1].isascii() and before[:1].isalpha()
    )
    return glued and part.kind not in {"percent", "point", "money"}


def signed(text: str, part: Part, floor: int) -> Part:
    """The part with the minus before it: 负三十二, -22.2%, 零下5度; the dash of a range or a code is none."""
    start = part.start
    before, ahead = text[start - 1 : start] if start > floor else "", text[start - 2 : start - 1]
    if text[max(floor, start - 2) : start] in MINUS_WORDS:
        start -= 2
    elif (before == "负" and ahead not in BURDENED) or (before == "-" and not joins(ahead)):
        start -= 1
    else:
        return part
    low, high = (-part.low, None) if part.high is None else (-part.high, -part.low)
    return replace(part, start=start, low=low, high=high)


def joins(char: str) -> bool:
    """Whether a dash behind this character belongs to a range or a code."""
    return char == "-" or (char.isascii() and char.isalnum())


def close(text: str, first: Part, last: Part | None) -> Quantity | None:
    """The quantity of a part, or of a range from `first` to `last`, with its bounds."""
    whole = last or first
    start, low, high = first.start, whole.low, whole.high
    power = characters().get(text[first.start], ("", 0))[0] in {"small", "big"}
    bound, outer_start, outer_end = bounded(text, start, whole, power)
    if high is not None:
        bound = "range"
    unit = whole.unit
    divisor = divisor_before(text, start) if unit and "/" not in unit else None
    if divisor:
        unit = f"{unit}/{divisor}"
    return Quantity(
        start=start,
        end=whole.end,
        quote=text[start : whole.end],
        unit=unit,
        kind="date" if last and whole.unit == "年" and FIRST_YEAR <= low <= LAST_YEAR else whole.kind,
        bound=bound,
        number_end=whole.number_end,
        outer_start=outer_start,
        outer_end=outer_end,
        value=low if high is None else None,
        low=None if high is None else low,
        high=high,
        chinese=not ASCII_DIGIT.search(text, start, whole.number_end),
        currency=whole.currency,
    )


def bounded(text: str, start: int, part: Part, power: bool) -> tuple[Bound, int, int]:
    """Bound and the span with its words. A word behind outweighs one before; 近三年 is no bound."""
    before, after = bound_before(text, start, power), bound_after(text, part.end)
    if before and part.kind in {"time", "date"} and text[before[1] : start].strip() == "近":
        before = None
    bound = after or before
    return (
        bound[0] if bound else "min" if part.vague else "exact",
        before[1] if before else start,
        after[1] if after else part.end,
    )
