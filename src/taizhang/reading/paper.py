"""Lines on pages to paragraphs: what PDF, OFD and recognized scans have in common."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from taizhang.model.source import Anchors, edge
from taizhang.reading.columns import in_columns
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
MANY = 8  # lines whose edges tell the measures of a column
WIDER = 1.35  # times the usual distance from line to line, from which on it parts paragraphs
INDENT = 1.4  # ems by which the first line of a paragraph is set in


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page (from 1), its box from the upper left corner, and anchors as a `Run` has them.

    On a page of several columns `block` counts from 1 the blocks of lines that are read one after the other.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    anchors: Anchors = ()
    confidence: float | None = None
    block: int = 0

    @property
    def em(self) -> float:
        """The size of the type, by the height of the line."""
        return max(self.bottom - self.top, 1.0)


@dataclass(frozen=True, slots=True)
class Column:
    """The measures of the running text: left and right edge, size of its type, and from line to line."""

    left: float
    right: float
    em: float
    pitch: float


def paper_document(lines: Sequence[Line], pages: Sequence[tuple[float, float]]) -> Document:
    """The document that lines in reading order make: margins left out, lines of a paragraph joined.

    `pages` are width and height of each page.
    """
    kept = in_blocks(without_margins(lines, pages))
    columns = columns_of(kept)
    writer = Writer()
    for i, line in enumerate(kept):
        if i:
            last = kept[i - 1]
            if begins_paragraph(last, line, columns[last.page, last.block], columns[line.page, line.block]):
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


def in_blocks(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each page of several columns column by column."""
    ordered: list[Line] = []
    for page in by_page(iter(lines)).values():
        blocks = in_columns(page)
        if len(blocks) == 1:
            ordered += page
        else:
            ordered += [replace(line, block=number) for number, block in enumerate(blocks, 1) for line in block]
    return ordered


def columns_of(lines: Sequence[Line]) -> dict[tuple[int, int], Column]:
    """The measures of the running text on each page, or in each block of a page of several columns.

    A page of few lines takes those of the document, a block of few lines those of the column that begins where it does.
    """
    groups: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.page, line.block].append(line)
    whole = column_of([line for line in lines if not line.block])
    measured = {key: column_of(found) for key, found in groups.items()}
    many = {key: column for key, column in measured.items() if len(groups[key]) >= MANY}
    columns = {}
    for key, own in measured.items():
        page, block = key
        if block:
            beside = (column for (other, _), column in many.items() if other == page)
            column = many.get(key) or next((one for one in beside if abs(one.left - own.left) < 2 * own.em), own)
            like = [one for (_, other), one in many.items() if other]
        else:
            column, like = many.get(key, whole), [whole]
        columns[key] = as_wide(column, like)
    return columns


def as_wide(column: Column, others: Sequence[Column]) -> Column:
    """A column set as wide as others of its kind: a page of short lines (a title page) does not reach the edge."""
    widths = [other.right - other.left for other in others]
    return replace(column, right=max([column.right, *(column.left + width for width in widths)]))


def column_of(lines: Sequence[Line]) -> Column:
    """The measures of the text that some lines make.

    The right edge is where the fullest lines end, the left edge where most lines begin.
    """
    if not lines:
        return Column(0.0, 0.0, 1.0, 1.0)
    em = median(line.em for line in lines)
    wide = sorted(lines, key=lambda line: line.right - line.left)[len(lines) // 2 :]
    lefts = Counter(round(line.left / em * 2) for line in wide)
    left = lefts.most_common(1)[0][0] * em / 2
    # Marks may hang over the edge.
    rights = sorted(line.right for line in lines if not MARK.search(line.text)) or sorted(line.right for line in lines)
    return Column(left, rights[-2] if len(rights) > 2 else rights[-1], em, pitch_of(lines, em))


def pitch_of(lines: Sequence[Line], em: float) -> float:
    """How far the lines of a paragraph stand below each other, by their lower edges."""
    steps = [
        line.bottom - last.bottom
        for last, line in pairwise(lines)
        if line.page == last.page and 0.5 * em < line.bottom - last.bottom < 3 * em
    ]
    return median(steps) if steps else 2 * em


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
    beside = (line.page, line.block) == (last.page, last.block)
    if beside and line.bottom - last.bottom > WIDER * column.pitch:
        return True
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
