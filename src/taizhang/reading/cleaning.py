"""The cleaned view of a report: what rules read, mapped back to the exact text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from taizhang.model import Report, View
from taizhang.reading.lines import Span, content_lines
from taizhang.reading.wrapping import Wrapping, wrapping_of

# Full-width digits, letters and signs of numbers to half width, one character for one.
FULL = "".join(chr(0xFF10 + i) for i in range(10)) + "".join(
    chr(base + i) for base in (0xFF21, 0xFF41) for i in range(26)
)
HALF_WIDTH = str.maketrans(
    {full: chr(ord(full) - 0xFEE0) for full in FULL + "％．＋－／＄"}
    | dict.fromkeys("\u3000\xa0\u2002\u2003\u2009\u202f", " ")
)

# Marks of half width beside Chinese, one for one; a semicolon there parts clauses and ends no sentence.
HALF_MARK = re.compile(r"(?<=[一-鿿”》）％%])[,;:()]|[,;:()](?=[一-鿿“《（])")
FULL_MARKS = str.maketrans(",;:()", "，，：（）")

CHINESE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef％%“”‘’—…·"
# Dropped inside a line: blanks beside Chinese («575 个», «2 020 年» keeps the blank between digits),
# bold marks of Markdown, characters without width or of private use.
DROPPED = re.compile(
    rf"(?<=[{CHINESE}]) +(?=[{CHINESE}\d])|(?<=\d) +(?=[{CHINESE}])"
    r"|\*\*|__(?=\S)|[\u200b-\u200f\u2060\ufeff\xad\ue000-\uf8ff]+"
)
PAGE_RULE = re.compile(r"[-—–_=*·~─━]{3,}$|[-—–]\s*\d{1,4}\s*[-—–]$|第\s*\d{1,4}\s*页(\s*[,，/]?\s*共\s*\d+\s*页)?$")
MARKDOWN = re.compile(r"(#{1,6}|>)\s+|[-*+]\s+(?=[^\s\d])")
# A line that ends like this goes on in the next; one that begins like this goes on from the last.
OPEN_END = re.compile(r"[，、,（(“‘《〈—]$|[“（《][^”）》]{0,20}$")
OPEN_START = re.compile(r"[，。、；：！？）”’》〉,;:!?)%]")
ENDED = re.compile(r"[。！？；：.!?;:][”’）)」』\ue000-\uf8ff]*$")
TITLE = re.compile(r"\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)")
LATIN_BREAK = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the view: its span in the text and whether it goes on from the line before."""

    start: int
    end: int
    joined: bool


def half_width(text: str) -> str:
    """The text with full-width digits, letters and signs of numbers in half width, as long as before."""
    return text.translate(HALF_WIDTH)


def clean(report: Report) -> View:
    """The report as rules read it: furniture left out, one line per paragraph.

    Full-width digits and signs are half width, blanks beside Chinese characters are dropped, lines
    that break inside a sentence and pages that break inside a paragraph are joined.
    """
    return clean_text(report.text, report.furniture)


# The reader and the extraction of one report ask for the same view one after the other.
@lru_cache(maxsize=1)
def clean_text(text: str, furniture: tuple[Span, ...] = ()) -> View:
    """As `clean`, for a text and the spans to leave out (sorted, whole lines)."""
    half = HALF_MARK.sub(lambda mark: mark.group().translate(FULL_MARKS), half_width(text))
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for piece in pieces(half, furniture):
        if parts:
            between = "\n"
            if piece.joined:
                between = " " if LATIN_BREAK.match(half[end - 1] + half[piece.start]) else ""
            parts.append(between)
            offsets.extend([end] * len(between))
        at = piece.start
        for dropped in DROPPED.finditer(half, piece.start, piece.end):
            parts.append(half[at : dropped.start()])
            offsets.extend(range(at, dropped.start()))
            at = dropped.end()
        parts.append(half[at : piece.end])
        offsets.extend(range(at, piece.end))
        end = piece.end
    offsets.append(end)
    return View("".join(parts), offsets)


def pieces(half: str, furniture: Sequence[Span]) -> Iterator[Piece]:
    """The lines to keep, in order, each with the word whether it continues the one before."""
    kept = [span for span in content_lines(half) if not inside(span, furniture)]
    wrapping = wrapping_of(half, kept)
    last: Span | None = None
    page_broke = False
    for start, end in kept:
        if PAGE_RULE.match(half, start, end):
            page_broke = True
            continue
        mark = MARKDOWN.match(half, start, end)
        if mark:
            start = mark.end()
        joined = last is not None and not mark and goes_on(half, last, (start, end), wrapping, page_broke)
        yield Piece(start, end, joined)
        last = start, end
        page_broke = False


def inside(span: Span, furniture: Sequence[Span]) -> bool:
    """Whether a line lies in one of the spans to leave out."""
    return any(start <= span[0] and span[1] <= end for start, end in furniture)


def goes_on(half: str, last: Span, line: Span, wrapping: Wrapping | None, page_broke: bool) -> bool:
    """Whether `line` continues the sentence of the line `last`."""
    if OPEN_END.search(half, max(last[0], last[1] - 24), last[1]) or OPEN_START.match(half, line[0]):
        return True
    stop = half.rfind("。", *last) + 1  # a title has no full stop inside, but may follow one
    running = page_broke or (stop and not TITLE.match(half, stop, last[1]))
    if running and last[1] - last[0] > 30 and not ENDED.search(half, last[0], last[1]):
        return True
    return wrapping is not None and wrapping.joins(half, last, line)
