"""Pages in several columns: their lines as blocks in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Protocol, TypeVar

LEAST = 5  # lines that a column has at least
GUTTER = 0.7  # ems that are free between two columns at least
NARROWEST = 9.0  # ems that a line of a column measures at least; cells of tables are narrower
FULL, MANY = 0.8, 0.4  # a full line has this share of the widest; this share of a column's lines is full
ALIKE = 1.3  # how much wider one column may be than its neighbour


class Placed(Protocol):
    """Anything with a box on the page, measured from its upper left corner."""

    @property
    def left(self) -> float:
        """Left edge."""
        ...

    @property
    def top(self) -> float:
        """Upper edge."""
        ...

    @property
    def right(self) -> float:
        """Right edge."""
        ...

    @property
    def bottom(self) -> float:
        """Lower edge."""
        ...


Piece = TypeVar("Piece", bound=Placed)


def in_columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a page as blocks in reading order; one block where the page has one column.

    What goes across all columns (a masthead, a heading, a table) parts what stands above it from what stands below:
    each part is read column by column. Cells of tables make no columns: columns are of one width and full of lines.
    Within a block the pieces keep their order.
    """
    gutter = gutter_of(pieces)
    if gutter is None:
        return [list(pieces)] if pieces else []
    width = max(piece.right - piece.left for piece in pieces if not crosses(piece, gutter))
    blocks: list[list[Piece]] = []
    for band in bands(pieces, gutter):
        if crosses(band[0], gutter) or all(piece.right - piece.left < FULL * width for piece in band):
            blocks.append(band)
        else:
            blocks += in_columns([piece for piece in band if piece.left < gutter])
            blocks += in_columns([piece for piece in band if piece.left >= gutter])
    return blocks


def crosses(piece: Placed, gutter: float) -> bool:
    """Whether a piece stands on both sides of a gutter."""
    return piece.left < gutter < piece.right


def bands(pieces: Sequence[Piece], gutter: float) -> list[list[Piece]]:
    """The pieces in runs from top to bottom: pieces that cross the gutter, or pieces between such."""
    found: list[list[Piece]] = []
    across = sorted((piece for piece in pieces if crosses(piece, gutter)), key=middle)
    for height, piece in enumerate(across):
        above = middle(across[height - 1]) if height else float("-inf")
        between = [one for one in pieces if above < middle(one) < middle(piece) and not crosses(one, gutter)]
        if between:
            found.append(between)
        if not between and found:
            found[-1].append(piece)
        else:
            found.append([piece])
    last = middle(across[-1]) if across else float("-inf")
    below = [one for one in pieces if middle(one) >= last and not crosses(one, gutter)]
    return [*found, below] if below else found


def gutter_of(pieces: Sequence[Placed]) -> float | None:
    """Where the first gutter of a page stands: the one with most lines beside it, and of those the leftmost."""
    best, beside = None, 0
    ems = median(piece.bottom - piece.top for piece in pieces) if pieces else 0.0
    lefts = sorted({piece.left for piece in pieces})
    for left in lefts:
        before = [piece for piece in pieces if piece.right <= left - GUTTER * ems]
        behind = [piece for piece in pieces if piece.left >= left]
        fewest = min(len(before), len(behind))
        if fewest > beside and is_column(before) and is_column(behind) and alike(before, behind):
            best, beside = left - GUTTER * ems / 2, fewest
    return best


def is_column(pieces: Sequence[Placed]) -> bool:
    """Whether pieces look like running text in a column, or in several: many lines, wide ones, many of them full."""
    if len(pieces) < LEAST:
        return False
    widths = sorted(piece.right - piece.left for piece in pieces)
    em = median(piece.bottom - piece.top for piece in pieces)
    full = sum(width >= FULL * widths[-1] for width in widths)
    return widths[-1] >= NARROWEST * em and full >= MANY * len(widths)


def alike(before: Sequence[Placed], behind: Sequence[Placed]) -> bool:
    """Whether two groups have lines of one width and stand beside, not below each other."""
    one, other = (max(piece.right - piece.left for piece in side) for side in (before, behind))
    top = max(min(piece.top for piece in side) for side in (before, behind))
    bottom = min(max(piece.bottom for piece in side) for side in (before, behind))
    return max(one, other) <= ALIKE * min(one, other) and top < bottom


def middle(piece: Placed) -> float:
    """The height at which a piece stands."""
    return (piece.top + piece.bottom) / 2
