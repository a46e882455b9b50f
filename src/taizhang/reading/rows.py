"""Pieces of text on one height of a page, put together to lines."""

from __future__ import annotations

from taizhang.reading.paper import Line

GAP = 2.0  # ems between two pieces of a row from which on they are cells of a table


def in_rows(lines: list[Line]) -> list[Line]:
    """Lines from top to bottom; pieces of one row that were found apart are put together."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.top + line.bottom):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [whole(sorted(row, key=lambda line: line.left)) for row in rows]


def whole(row: list[Line]) -> Line:
    """The pieces of one row as one line; a wide gap is that between cells of a table."""
    line = row[0]
    for piece in row[1:]:
        between = "\t" if piece.left - line.right > GAP * line.em else " "
        line = Line(
            line.text + between + piece.text,
            line.page,
            line.left,
            min(line.top, piece.top),
            piece.right,
            max(line.bottom, piece.bottom),
            (*line.anchors, *((at + len(line.text + between), left) for at, left in piece.anchors)),
            lowest(line.confidence, piece.confidence),
        )
    return line


def lowest(one: float | None, other: float | None) -> float | None:
    """The lower of two confidences, none where there are none."""
    return min((found for found in (one, other) if found is not None), default=None)
