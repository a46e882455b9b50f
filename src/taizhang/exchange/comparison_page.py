"""A comparison as one self-contained HTML page: both texts side by side, each promise linked with its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from jinja2 import Environment, PackageLoader, select_autoescape

from taizhang.exchange.comparison_rows import (
    ChangeRow,
    change_rows,
    comparison_title,
    result_row,
    verdict_counts,
)
from taizhang.exchange.verdict_words import VERDICTS
from taizhang.model import Comparison, Report


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same highlights: their numbers, and those that begin here."""

    text: str
    numbers: tuple[int, ...]
    begins: tuple[int, ...]


def comparison_page(comparison: Comparison) -> str:
    """The page as one HTML document that needs no other file and runs nothing from the texts."""
    environment = Environment(
        loader=PackageLoader("taizhang.exchange", "templates"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("comparison.html").render(
        title=comparison_title(comparison),
        **page_parts(comparison),
        style=read("comparison.css"),
        script=read("comparison.js"),
    )


def page_parts(comparison: Comparison) -> dict[str, object]:
    """What the page shows: rows, counts, changes and the two texts in pieces."""
    spans = [(one.promise.start, one.promise.end) for one in comparison.fulfilments]
    answers = [(one.outcome.start, one.outcome.end) if one.outcome else None for one in comparison.fulfilments]
    changes: list[ChangeRow] = change_rows(comparison)
    return {
        "rows": [(number, one.judgement.verdict, result_row(one)) for number, one in enumerate(comparison.fulfilments)],
        "answered": [answer is not None for answer in answers],
        "verdict_of": [one.judgement.verdict for one in comparison.fulfilments],
        "verdicts": VERDICTS,
        "counts": verdict_counts(comparison),
        "changes": changes,
        "earlier": comparison.earlier,
        "later": comparison.later,
        "left": pieces(comparison.earlier, spans),
        "right": pieces(comparison.later, answers),
    }


def pieces(report: Report, spans: Sequence[tuple[int, int] | None]) -> list[Piece]:
    """The text cut where a highlight begins or ends; page furniture is left out."""
    marks = [(span, number) for number, span in enumerate(spans) if span]
    cuts = {0, len(report.text)} | {edge for span, _ in marks for edge in span}
    cuts |= {edge for span in report.furniture for edge in span}
    edges = sorted(cuts)
    opening = sorted(marks)
    found, current, at = [], [], 0
    for start, end in pairwise(edges):
        begins = []
        while at < len(opening) and opening[at][0][0] == start:
            current.append(opening[at])
            begins.append(opening[at][1])
            at += 1
        current = [one for one in current if one[0][1] > start]
        if any(first <= start < last for first, last in report.furniture):
            continue
        found.append(Piece(report.text[start:end], tuple(number for _, number in current), tuple(begins)))
    return found


def read(name: str) -> str:
    """A file of the page's own style or script."""
    return (resources.files("taizhang.exchange") / "templates" / name).read_text(encoding="utf-8")
