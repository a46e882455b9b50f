"""What charts share: a scale from values to pixels with round marks, and labels that do not lie on one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

# Colours that stay apart for most eyes and in print; lines also differ by their dashes and carry their names.
COLOURS = ("#1f5fa8", "#a8431f", "#1d6b41", "#6b3fa0", "#855500", "#0a6470", "#8a1c4a", "#51606e")
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "1 4", "12 4", "6 2 1 2")
INK, QUIET, GRID = "#1c2733", "#51606e", "#d3dae1"


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale: `low` to `high` in values, `start` to `end` in pixels (start may be the larger)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return round(self.start + share * (self.end - self.start), 1)

    def marks(self, about: int = 5) -> list[float]:
        """Round values inside the scale, about so many."""
        span = (self.high - self.low) or 1
        raw = span / about
        power = 10.0 ** floor(log10(raw))
        step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
        first = floor(self.low / step)
        found = [round((first + number) * step, 10) for number in range(about * 3)]
        return [value for value in found if self.low <= value <= self.high]


def axis(values: Sequence[float], start: float, end: float) -> Axis:
    """A scale that holds every value, with some room at both ends."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    room = (high - low) / 12 or abs(high) / 20 or 1
    return Axis(low - room, high + room, start, end)


def shown(value: float, unit: str) -> str:
    """A value as an axis or a label names it: 6.5%, 1.2万亿元, 900万人."""
    for size, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
        if abs(value) >= size and unit not in ("%", "百分点"):
            return f"{value / size:.4g}{word}{unit}"
    return f"{round(value, 2):g}{unit}"


def spread(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Places for labels as near as can be to where they are wanted, none nearer to another than `distance`."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    placed = [0.0] * len(wanted)
    at = low - distance
    for number in order:
        at = max(wanted[number], at + distance)
        placed[number] = at
    at = high + distance
    for number in reversed(order):
        at = min(placed[number], at - distance)
        placed[number] = at
    return placed


def opening(title: str, width: float, height: float) -> list[str]:
    """The first lines of an SVG with its title."""
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-label="{escape(title)}" font-family="sans-serif" font-size="12">',
        f'<text x="8" y="18" font-size="14" fill="{INK}">{escape(title)}</text>',
    ]


def text(x: float, y: float, words: str, anchor: str = "start", colour: str = INK) -> str:
    """A label."""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str = GRID, extra: str = "") -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"{extra}/>'
