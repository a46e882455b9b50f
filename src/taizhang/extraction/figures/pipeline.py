"""Text to `Figure` records: find the numbers, name them, date them, doubt them."""

from __future__ import annotations

from taizhang.catalogue import indicator_code
from taizhang.extraction.figures.doubts import REASONS, doubt
from taizhang.extraction.figures.linking import Link, Linker
from taizhang.extraction.figures.mentions import Mention, mentions
from taizhang.extraction.figures.periods import Clock
from taizhang.extraction.figures.structures import Share, shares
from taizhang.model import Figure, Mode, Report, View
from taizhang.reading import explains_terms


def figures(report: Report, view: View) -> tuple[Figure, ...]:
    """All figures of a report in order of their place in the text; `view` is its cleaned view."""
    linker, clock, explained = Linker(view.text), Clock(report, view), glossaries(report)
    found = []
    for m in mentions(view.text):
        at = view.offsets[m.start]
        if any(start <= at < end for start, end in explained):
            continue
        link = linker.link(m)
        found.append(record(report, view, m, link, *clock.when(m, link)))
    found += [share_of(report, view, share) for share in shares(view.text)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def glossaries(report: Report) -> list[tuple[int, int]]:
    """The spans of annexes that explain words: their numbers state nothing."""
    parts = (section for top in report.sections for section in top.walk())
    return [(part.start, part.end) for part in parts if explains_terms(report.text, part)]


def share_of(report: Report, view: View, share: Share) -> Figure:
    """The record of one sector's share; where a change began, the text does not tell the year."""
    start, end = view.span(share.start, share.end)
    kind = next((section.kind for section in report.sections if section.start <= start < section.end), None)
    past = kind in (None, "review", "preamble")
    told = report.year is not None and not share.base and kind != "plan_multi_year"
    mode: Mode = ("estimate" if share.foreseen else "actual") if past or share.base else "target"
    return Figure(
        start=start,
        end=end,
        quote=report.text[start:end],
        indicator=share.indicator,
        code=indicator_code(share.indicator, "%", "value"),
        aspect="value",
        unit="%",
        bound="exact",
        mode=mode,
        value=share.value,
        period=str((report.year or 0) - past) if told else None,
    )


def record(report: Report, view: View, m: Mention, link: Link, mode: Mode, period: str | None) -> Figure:
    """The record of one figure."""
    start, end = view.span(m.start, m.end)
    low, high = sorted((m.low * link.sign, m.high * link.sign))
    ranged = low != high
    rule = doubt(m, link, mode, view.text)
    return Figure(
        start=start,
        end=end,
        quote=report.text[start:end],
        indicator=link.name,
        code=indicator_code(link.name, link.unit, link.aspect),
        aspect=link.aspect,
        unit=link.unit,
        bound="range" if ranged else link.bound,
        mode=mode,
        value=None if ranged else low,
        low=low if ranged else None,
        high=high if ranged else None,
        period=period,
        sure="review" if rule else "certain",
        reason=REASONS[rule] if rule else None,
    )
