"""Targets and outcomes of several places or levels over the years, each line named at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from taizhang.exchange.chart_parts import (
    COLOURS,
    DASHES,
    QUIET,
    Axis,
    axis,
    line,
    opening,
    shown,
    spread,
    text,
)

LEFT, RIGHT, TOP, BOTTOM, STEP = 72, 150, 36, 30, 46
WIDTHS = (560, 900)
HEIGHT = 340


@dataclass(frozen=True, slots=True)
class YearLine:
    """One place or level: targets by year as a line, outcomes as points, and where there is one the band around it."""

    name: str
    targets: Mapping[int, float]
    outcomes: Mapping[int, float] = field(default_factory=dict)
    band: Mapping[int, tuple[float, float]] = field(default_factory=dict)


def years_chart(title: str, lines: Sequence[YearLine], unit: str, words: tuple[str, str]) -> str:
    """The chart as one SVG; `words` are those for target and outcome. A line breaks where a year has no target."""
    years = sorted({year for one in lines for year in (*one.targets, *one.outcomes)})
    first, last = (years[0], years[-1]) if years else (0, 0)
    width = min(max(LEFT + RIGHT + STEP * (last - first), WIDTHS[0]), WIDTHS[1])
    values = [
        value
        for one in lines
        for value in (
            *one.targets.values(),
            *one.outcomes.values(),
            *(end for ends in one.band.values() for end in ends),
        )
    ]
    across = Axis(first, max(last, first + 1), LEFT, width - RIGHT)
    up = axis(values, HEIGHT - BOTTOM, TOP)
    parts = opening(title, width, HEIGHT)
    for mark in up.marks():
        parts += [
            line(LEFT, up.at(mark), width - RIGHT, up.at(mark)),
            text(LEFT - 6, up.at(mark) + 4, shown(mark, unit), "end", QUIET),
        ]
    every = max(1, round((last - first) * 40 / (width - LEFT - RIGHT) + 0.49))
    parts += [
        text(across.at(year), HEIGHT - 8, str(year), "middle", QUIET)
        for year in range(first, last + 1)
        if (last - year) % every == 0
    ]
    for number, one in enumerate(lines):
        parts += drawn(one, across, up, COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)], unit, words)
    return "\n".join([*parts, *names(lines, up, width - RIGHT + 10), "</svg>"])


def drawn(
    one: YearLine, across: Axis, up: Axis, colour: str, dash: str, unit: str, words: tuple[str, str]
) -> list[str]:
    """Band, line and points of one place or level, each point with its words in its title."""
    parts = []
    for run in runs(one.band):
        corners = [(year, one.band[year][1]) for year in run] + [(year, one.band[year][0]) for year in reversed(run)]
        shape = " ".join(f"{across.at(year):g},{up.at(value):g}" for year, value in corners)
        parts.append(
            f'<polygon points="{shape}" fill="{colour}" fill-opacity="0.12" stroke="{colour}" stroke-opacity="0.2"/>'
        )
    stroke = f' stroke-dasharray="{dash}"' if dash else ""
    for run in runs(one.targets):
        points = " ".join(f"{across.at(year):g},{up.at(one.targets[year]):g}" for year in run)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{stroke}/>')
    for year, value in sorted(one.targets.items()):
        said = escape(f"{one.name} {year} {words[0]} {shown(value, unit)}")
        parts.append(
            f'<rect x="{across.at(year) - 3:g}" y="{up.at(value) - 3:g}" width="6" height="6" fill="{colour}">'
            f"<title>{said}</title></rect>"
        )
    for year, value in sorted(one.outcomes.items()):
        said = escape(f"{one.name} {year} {words[1]} {shown(value, unit)}")
        parts.append(
            f'<circle cx="{across.at(year):g}" cy="{up.at(value):g}" r="4" fill="#fff" stroke="{colour}" '
            f'stroke-width="1.5"><title>{said}</title></circle>'
        )
    return parts


def runs(years: Iterable[int]) -> list[list[int]]:
    """The years in runs without a gap."""
    found: list[list[int]] = []
    for year in sorted(years):
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return found


def names(lines: Sequence[YearLine], up: Axis, x: float) -> list[str]:
    """The name of each line beside its end, moved apart where two would lie on one another."""
    ends = [up.at(last_value(one)) for one in lines]
    placed = spread(ends, 15, TOP + 4, HEIGHT - BOTTOM)
    return [
        text(x, y + 4, one.name, colour=COLOURS[number % len(COLOURS)])
        for number, (one, y) in enumerate(zip(lines, placed, strict=True))
    ]


def last_value(one: YearLine) -> float:
    """The last target, or the last outcome where there is none."""
    held = one.targets or one.outcomes
    return held[max(held)] if held else 0.0
