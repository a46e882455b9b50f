"""OFD files (GB/T 33190): text with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ofdkit

from taizhang.reading.archive import Archive
from taizhang.reading.columns import in_columns
from taizhang.reading.document import Document
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.paper import Line, paper_document
from taizhang.reading.rows import in_rows
from taizhang.reading.safe_xml import with_entities

POINTS = 72 / 25.4  # per millimetre
NEAR = 0.6  # ems between two runs of one line at most


def read_ofd(archive: Archive, data: bytes) -> Document:
    """The text of an OFD in reading order, heads, feet and page numbers left out, paragraphs joined."""
    name = archive.name
    for path in archive.names():
        if path.lower().endswith(".xml") and b"<!DOCTYPE" in archive.read(path):
            raise with_entities(name)
    try:
        with ofdkit.open(data) as ofd:
            pages = list(ofd.pages)
            within(len(pages), LIMITS.pages, name, "pages", "Cut out the report itself.")
            sizes = [(page.width * POINTS, page.height * POINTS) for page in pages]
            lines = [line for number, page in enumerate(pages, 1) for line in page_lines(page, number)]
    except (ofdkit.OFDError, ValueError, KeyError, ArithmeticError, RecursionError) as error:
        raise UnreadableDocument(f"{name}: the OFD is damaged ({error}). Get it again.") from error
    within(sum(len(line.text) for line in lines), LIMITS.characters, name, "characters", "Cut out the report itself.")
    if not lines:
        raise UnreadableDocument(f"{name}: the OFD holds no text. Give a file with text.")
    return paper_document(lines, sizes)


def page_lines(page: ofdkit.Page, number: int) -> Iterator[Line]:
    """The lines of a page, column by column, each from top to bottom."""
    runs = sorted((run for run in page.runs if run.text.strip()), key=lambda run: (run.y, run.x))
    row: list[ofdkit.TextRun] = []
    pieces: list[Line] = []
    for run in runs:
        if row and run.y - row[0].y > 0.5 * row[0].size:
            pieces += (line_of(piece, page, number) for piece in apart(row))
            row = []
        row.append(run)
    pieces += (line_of(piece, page, number) for piece in apart(row))
    for block in in_columns(pieces):
        yield from in_rows(block)


def apart(row: Sequence[ofdkit.TextRun]) -> list[list[ofdkit.TextRun]]:
    """Runs of text on one base line, parted where columns or cells of a table may meet."""
    parts: list[list[ofdkit.TextRun]] = []
    for run in sorted(row, key=lambda run: run.x):
        if parts and run.x - (parts[-1][-1].x + parts[-1][-1].width) <= NEAR * run.size:
            parts[-1].append(run)
        else:
            parts.append([run])
    return parts


def line_of(ordered: Sequence[ofdkit.TextRun], page: ofdkit.Page, number: int) -> Line:
    """Runs of text that follow each other on one base line as one line, in points from the corner of the page."""
    left, above = page.box[0], page.box[1]
    size, base = ordered[0].size * POINTS, (ordered[0].y - above) * POINTS
    text = ""
    anchors = []
    for run in ordered:
        words = run.text if text else run.text.lstrip()
        begin = run.x - left + run.width * (1 - len(words) / len(run.text))
        anchors.append((len(text), begin * POINTS))
        text += words
    right = (ordered[-1].x - left + ordered[-1].width) * POINTS
    anchors.append((len(text), right))
    return Line(text, number, anchors[0][1], base - size, right, base + 0.15 * size, tuple(anchors))
