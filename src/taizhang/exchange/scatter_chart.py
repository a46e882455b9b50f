"""Outcome against target: a point for each place and year, or circles on a grid where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from taizhang.exchange.chart_parts import COLOURS, QUIET, Axis, axis, line, opening, shown, text

SIZE, LEFT, TOP, RIGHT, BOTTOM = 560, 80, 44, 24, 52


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a year: its target and its outcome; or so many of them about there."""

    target: float
    outcome: float
    name: str = ""
    count: int = 1


def scatter_chart(title: str, points: Sequence[Point], unit: str, words: tuple[str, str]) -> str:
    """The chart as one SVG; `words` name the axes. On the broken line the outcome is the target."""
    across = axis([value for point in points for value in (point.target, point.outcome)], LEFT, SIZE - RIGHT)
    up = Axis(across.low, across.high, SIZE - BOTTOM, TOP)
    parts = opening(title, SIZE, SIZE)
    for mark in across.marks(6):
        x, y = across.at(mark), up.at(mark)
        parts += [line(x, TOP, x, SIZE - BOTTOM), text(x, SIZE - BOTTOM + 16, shown(mark, unit), "middle", QUIET)]
        parts += [line(LEFT, y, SIZE - RIGHT, y), text(LEFT - 6, y + 4, shown(mark, unit), "end", QUIET)]
    parts.append(line(LEFT, SIZE - BOTTOM, SIZE - RIGHT, TOP, QUIET, ' stroke-dasharray="5 3"'))
    parts += [text(SIZE / 2, SIZE - 12, words[0], "middle"), text(8, TOP - 8, words[1])]
    most = max((point.count for point in points), default=1)
    parts += [circle(point, across, up, unit, most) for point in points]
    return "\n".join([*parts, "</svg>"])


def circle(point: Point, across: Axis, up: Axis, unit: str, most: int) -> str:
    """A point with its name and values in its title, its area by how many it stands for."""
    radius = 4.0 if most == 1 else max(0.8, 9 * (point.count / most) ** 0.5)
    about = f"{shown(point.target, unit)} → {shown(point.outcome, unit)}"
    words = f"{point.name} {about}".strip() if point.count == 1 else f"{about}：{point.count}"
    return (
        f'<circle cx="{across.at(point.target):g}" cy="{up.at(point.outcome):g}" r="{radius:.1f}" fill="{COLOURS[0]}" '
        f'opacity="0.65"><title>{escape(words)}</title></circle>'
    )
