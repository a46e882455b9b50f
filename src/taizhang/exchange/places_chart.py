"""One target over many places in one year: a row for each, its range or number and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from taizhang.exchange.chart_parts import COLOURS, INK, QUIET, axis, line, opening, shown, text

WIDTH, LEFT, RIGHT, TOP, ROW = 720, 150, 30, 52, 20


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its target: one number or the ends of a range, its bound, and the outcome where it is known."""

    name: str
    low: float
    high: float
    bound: str
    outcome: float | None


def places_chart(title: str, rows: Sequence[PlaceRow], unit: str, above: tuple[str, float] | None = None) -> str:
    """The chart as one SVG: a range as a bar, 以上 and 以内 as an arrow, the outcome as a ring, `above` as a line."""
    values = [value for row in rows for value in (row.low, row.high, row.outcome) if value is not None]
    across = axis([*values, above[1]] if above else values, LEFT, WIDTH - RIGHT)
    height = TOP + ROW * len(rows) + 16
    parts = opening(title, WIDTH, height)
    for mark in across.marks(6):
        x = across.at(mark)
        parts += [line(x, TOP - 8, x, height - 12), text(x, TOP - 14, shown(mark, unit), "middle", QUIET)]
    if above:
        x = across.at(above[1])
        parts.append(line(x, TOP - 8, x, height - 12, COLOURS[1], ' stroke-dasharray="5 3"'))
        parts.append(text(x + 4, height - 2, f"{above[0]} {shown(above[1], unit)}", colour=COLOURS[1]))
    for number, row in enumerate(rows):
        y = TOP + ROW * number + 6
        parts += [line(LEFT, y, WIDTH - RIGHT, y, "#eef1f4"), text(LEFT - 8, y + 4, row.name, "end")]
        parts += target(row, across.at(row.low), across.at(row.high), y, unit)
        if row.outcome is not None:
            words = escape(f"{row.name} 完成 {shown(row.outcome, unit)}")
            parts.append(
                f'<circle cx="{across.at(row.outcome):g}" cy="{y:g}" r="5" fill="none" stroke="{INK}" '
                f'stroke-width="1.5"><title>{words}</title></circle>'
            )
    return "\n".join([*parts, "</svg>"])


def target(row: PlaceRow, low: float, high: float, y: float, unit: str) -> list[str]:
    """The target's mark: a bar for a range, a square for a number, with an arrow where it is a bound."""
    numbers = shown(row.low, unit) if row.low == row.high else f"{shown(row.low, unit)}—{shown(row.high, unit)}"
    words = f"<title>{escape(f'{row.name} 目标 {numbers}')}</title>"
    if row.low != row.high:
        return [
            f'<rect x="{low:g}" y="{y - 5:g}" width="{high - low:g}" height="10" fill="{COLOURS[0]}">{words}</rect>'
        ]
    parts = [f'<rect x="{low - 5:g}" y="{y - 5:g}" width="10" height="10" fill="{COLOURS[0]}">{words}</rect>']
    way = {"min": 1, "max": -1}.get(row.bound)
    if way:
        parts.append(
            f'<path d="M{low + 8 * way:g} {y - 4:g} l{7 * way} 4 l{-7 * way} 4" fill="none" stroke="{COLOURS[0]}" '
            f'stroke-width="2"/>'
        )
    return parts
