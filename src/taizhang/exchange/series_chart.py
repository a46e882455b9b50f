"""A series as a chart: the target of each year as a band, outcomes as points, revisions as hollow points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from taizhang.exchange.verdict_words import demand, measured
from taizhang.model import Condition, SeriesYear
from taizhang.model.condition import margin

STEP, HEIGHT, LEFT, TOP, BOTTOM = 72, 260, 24, 40, 36
BAND, POINT = "#b9d2ec", "#1d6b41"


@dataclass(frozen=True, slots=True)
class Scale:
    """From a value to a height on the chart."""

    low: float
    high: float

    def y(self, value: Decimal | float) -> float:
        """Pixels from the top."""
        share = (float(value) - self.low) / ((self.high - self.low) or 1)
        return round(TOP + (1 - share) * (HEIGHT - TOP - BOTTOM), 1)


def series_chart(title: str, years: Sequence[SeriesYear]) -> str:
    """The chart as one SVG; every point and band carries its words. Values are exact in its titles."""
    scale = scale_of(years)
    width = 2 * LEFT + STEP * max(1, len(years))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}" '
        f'role="img" aria-label="{escape(title)}" font-family="sans-serif" font-size="12">',
        f'<text x="{LEFT}" y="18" font-size="14">{escape(title)}</text>',
    ]
    for at, year in enumerate(years):
        x = LEFT + STEP * at + STEP // 2
        parts += [*band(year.target, x, scale), *points(year, x, scale)]
        parts.append(f'<text x="{x}" y="{HEIGHT - 12}" text-anchor="middle">{year.year}</text>')
    return "\n".join([*parts, "</svg>"])


def scale_of(years: Sequence[SeriesYear]) -> Scale:
    """A scale that holds every value, with a tenth of room at both ends."""
    ends = [end for year in years for end in (band_ends(year.target) or ())]
    values = [float(one.figure.value) for year in years for one in year.outcomes if one.figure.value is not None]
    everything = [*map(float, ends), *values] or [0.0, 1.0]
    low, high = min(everything), max(everything)
    room = (high - low) / 10 or 1
    return Scale(low - room, high + room)


def band_ends(target: Condition | None) -> tuple[Decimal, Decimal] | None:
    """The values between which a numeric target is met: 左右 within its margin, 以上 and 以内 from their bound."""
    if target is None or not target.numeric:
        return None
    low = target.low if target.value is None else target.value
    high = target.high if target.value is None else target.value
    if low is None or high is None:
        return None
    tolerance = margin(low, target.unit)
    return {
        "approx": (low - tolerance, high + tolerance),
        "min": (low, high + tolerance),
        "max": (low - tolerance, high),
    }.get(target.bound, (low, high))


def band(target: Condition | None, x: int, scale: Scale) -> list[str]:
    """The band of one year's target."""
    ends = band_ends(target)
    if ends is None:
        return []
    top, bottom = scale.y(ends[1]), scale.y(ends[0])
    height = max(2.0, round(bottom - top, 1))
    return [
        f'<rect x="{x - 24}" y="{top}" width="48" height="{height}" fill="{BAND}"><title>目标：'
        f"{escape(demand(target))}</title></rect>"
    ]


def points(year: SeriesYear, x: int, scale: Scale) -> list[str]:
    """The outcomes of one year: the first filled with its value beside it, revisions hollow."""
    found = []
    for one in (*filter(None, [year.outcome]), *year.revisions):
        value = one.figure.value
        if value is None:
            continue
        first = one is year.outcome
        words = measured(value, one.figure.unit, one.figure.aspect)
        fill = POINT if first else "none"
        y = scale.y(value)
        found.append(
            f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="{POINT}"><title>'
            f"{escape(words)}（{one.report_year}年报告）</title></circle>"
        )
        if first:
            found.append(f'<text x="{x + 8}" y="{y - 6}">{escape(words)}</text>')
    return found
