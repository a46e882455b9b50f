"""Lines on pages to paragraphs: what PDF, OFD and recognized scans have in common."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from taizhang.model.source import Anchors, edge
from taizhang.reading.document import Document, Writer
from taizhang.reading.wrapping import OPENING

# A line of the margin that only counts pages.
PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–·\s]*$")
ENDED = re.compile(r"[。！？；：!?;:…][”’）)」』]*$")
# A second-order heading that fills one line.
HEADING = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。]+。$")
MARK = re.compile(r"[，。；：、！？”’）》…—]$")
DIGITS = re.compile(r"\d+")
LATIN = re.compile(r"[A-Za-z]$")
MARGIN = 0.12  # share of the page's height at top and bottom where running heads and page numbers stand
RUNNING = 3  # pages on which a running head repeats at least
# Ems that must be free behind a line, besides the first word of the next one, for it to end a
# paragraph: a line that ends inside a sentence is rarely the last of its paragraph.
FREE_ENDED, FREE_OPEN = -0.05, 0.6
# What may not be torn apart at a line's end: Latin letters and digits, and the marks behind a character.
# A quotation mark holds the characters on both its sides.
UNIT = r"(?:[\x21-\x7e]+(?:、[\x21-\x7e]+)*|.)[，。；：、！？）》〉%％…—/]*"
WORD = re.compile(rf"[“‘《（〈”’]*{UNIT}(?:[“”‘’]+{UNIT})*")
TITLE_LENGTH = 50  # characters that a heading has at most
INDENT = 1.4  # ems by which the first line of a paragraph is set in


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page (from 1), its box from the upper left corner, and anchors as a `Run` has them."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    anchors: Anchors = ()
    confidence: float | None = None

    @property
    def em(self) -> float:
        """The size of the type, by the height of the line."""
        return max(self.bottom - self.top, 1.0)


@dataclass(frozen=True, slots=True)
class Column:
    """The measures of the running text: left and right edge and size of its type."""

    left: float
    right: float
    em: float


def paper_document(lines: Sequence[Line], pages: Sequence[tuple[float, float]]) -> Document:
    """The document that lines in reading order make: margins left out, lines of a paragraph joined.

    `pages` are width and height of each page.
    """
    kept = without_margins(lines, pages)
    columns = columns_of(kept)
    writer = Writer()
    for i, line in enumerate(kept):
        if i:
            last = kept[i - 1]
            if begins_paragraph(last, line, columns[last.page], columns[line.page]):
                writer.end_paragraph()
            elif LATIN.search(last.text) and line.text[0].isascii() and line.text[0].isalpha():
                writer.plain(" ")
        box = (line.left, line.top, line.right, line.bottom)
        writer.write(line.text, line.page, box, line.anchors, line.confidence)
    writer.end_paragraph()
    return writer.document(pages)


def without_margins(lines: Sequence[Line], pages: Sequence[tuple[float, float]]) -> list[Line]:
    """The lines without page numbers and without heads and feet that repeat from page to page."""
    margin = {id(line) for line in lines if in_margin(line, pages[line.page - 1][1])}
    repeated: Counter[tuple[str, int]] = Counter()
    for page_lines in by_page(line for line in lines if id(line) in margin).values():
        repeated.update({standing(line) for line in page_lines})
    return [
        line
        for line in lines
        if id(line) not in margin or not (PAGE_NUMBER.match(line.text) or is_running(line, repeated[standing(line)]))
    ]


def standing(line: Line) -> tuple[str, int]:
    """What a line says, whatever number it counts, and its height on the page."""
    return DIGITS.sub("#", line.text), round(line.top / 4)


def is_running(line: Line, times: int) -> bool:
    """Whether a line of the margin that stands there so many times is a running head, no sentence."""
    return times >= RUNNING and not ENDED.search(line.text)


def in_margin(line: Line, height: float) -> bool:
    """Whether a line stands where running heads and page numbers do."""
    return line.top < MARGIN * height or line.bottom > (1 - MARGIN) * height


def by_page(lines: Iterator[Line]) -> dict[int, list[Line]]:
    """Lines by their page."""
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.page].append(line)
    return found


def columns_of(lines: Sequence[Line]) -> dict[int, Column]:
    """The measures of the running text on each page; a page of few lines takes those of the document."""
    whole = column_of(lines)
    columns = {page: column_of(found) if len(found) >= 8 else whole for page, found in by_page(iter(lines)).items()}
    # A page of short lines (a title page) is set as wide as the others.
    return {
        page: Column(column.left, max(column.right, column.left + whole.right - whole.left), column.em)
        for page, column in columns.items()
    }


def column_of(lines: Sequence[Line]) -> Column:
    """The measures of the text that some lines make.

    The right edge is where the fullest lines end, the left edge where most lines begin.
    """
    if not lines:
        return Column(0.0, 0.0, 1.0)
    em = median(line.em for line in lines)
    wide = sorted(lines, key=lambda line: line.right - line.left)[len(lines) // 2 :]
    lefts = Counter(round(line.left / em * 2) for line in wide)
    left = lefts.most_common(1)[0][0] * em / 2
    # Marks may hang over the edge.
    rights = sorted(line.right for line in lines if not MARK.search(line.text)) or sorted(line.right for line in lines)
    return Column(left, rights[-2] if len(rights) > 2 else rights[-1], em)


def is_title(text: str) -> bool:
    """Whether a line begins like a heading and holds no end of a sentence."""
    return OPENING.match(text) is not None and "。" not in text


def first_word(line: Line) -> float:
    """The width of what a line begins with and that may not be torn apart."""
    match = WORD.match(line.text)
    length = match.end() if match else 1
    anchors = line.anchors or ((0, line.left), (len(line.text), line.right))
    return edge(anchors, length) - line.left


def begins_paragraph(last: Line, line: Line, before: Column, column: Column) -> bool:
    """Whether a line begins a new paragraph after the line `last`."""
    ended = ENDED.search(last.text) is not None
    free = before.right - last.right - first_word(line)
    if free > (FREE_ENDED if ended or is_title(last.text) else FREE_OPEN) * before.em:
        return True
    # A heading that goes on ends soon: in a line that is not full, or with the first full stop.
    ends_soon = "。" in line.text[: max(0, TITLE_LENGTH - len(last.text))]
    if is_title(last.text) and line.right > column.right - 2 * column.em and not ends_soon:
        return True
    indent = (line.left - column.left) / column.em
    if indent > INDENT:
        return True
    return ended and bool(OPENING.match(line.text) or HEADING.match(last.text))
