"""Report to figures: every quantity with its indicator, aspect, bound, mode and period."""

from __future__ import annotations

from taizhang.catalogue import indicator_code
from taizhang.extraction.figures_doubt import REASONS, doubt
from taizhang.extraction.figures_linking import Linker
from taizhang.extraction.figures_mentions import mentions
from taizhang.extraction.figures_time import Clock
from taizhang.model import Figure, Report, View
from taizhang.reading import explains_terms


def glossaries(report: Report) -> list[tuple[int, int]]:
    """The spans of annexes that explain words: their numbers state nothing."""
    return [
        (section.start, section.end)
        for top in report.sections
        for section in top.walk()
        if explains_terms(section.title)
    ]


def figures(report: Report, view: View) -> tuple[Figure, ...]:
    """All figures of a report in order of their place in the text."""
    text = view.text
    linker = Linker(text)
    clock = Clock(report, view)
    out = []
    explained = glossaries(report)
    for m in mentions(text):
        if any(start <= view.offsets[m.q.start] < end for start, end in explained):
            continue
        link = linker.link(m)
        mode, period = clock.when(m, link)
        start, end = view.span(m.q.start, m.end)
        rule = doubt(m, link)
        low, high = sorted((m.low * link.sign, m.high * link.sign))
        ranged = low != high
        out.append(
            Figure(
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
        )
    return tuple(out)
