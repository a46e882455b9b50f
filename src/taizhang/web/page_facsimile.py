"""A page of a PDF, OFD or scan with one place framed: its picture, or the lines that were read from it."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from taizhang.model import Report
from taizhang.model.source import Box

FRAME = 3.0  # points of air around the framed place


def facsimile(report: Report, page: int, framed: Box | None = None, picture: bytes | None = None) -> str | None:
    """The page (from 1) as SVG with `framed` in a frame; none where there is no such page.

    It shows `picture`, a PNG of the page; without one, each line that was read at its place.
    """
    if not 1 <= page <= len(report.sources.pages):
        return None
    width, height = report.sources.pages[page - 1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}">'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f"{image(picture) if picture else lines(report, page)}{frame(framed)}</svg>"
    )


def image(picture: bytes) -> str:
    """A picture of the whole page; it is part of the drawing, since a drawing in a page loads nothing."""
    data = b64encode(picture).decode()
    return f'<image width="100%" height="100%" preserveAspectRatio="none" href="data:image/png;base64,{data}"/>'


def lines(report: Report, page: int) -> str:
    """The lines of a page, each at its place."""
    drawn = "".join(
        line(report.text[run.start : run.end], run.box)
        for run in report.sources.runs
        if run.page == page and run.box is not None
    )
    return f'<g font-family="Noto Serif SC, SimSun, serif" fill="#222">{drawn}</g>'


def line(text: str, box: Box) -> str:
    """A line of text, stretched to its box."""
    left, top, right, bottom = box
    size = bottom - top
    base = bottom - 0.15 * size
    return (
        f'<text x="{left:.1f}" y="{base:.1f}" font-size="{0.85 * size:.1f}" textLength="{right - left:.1f}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
    )


def frame(box: Box | None) -> str:
    """A frame around a place."""
    if box is None:
        return ""
    left, top, right, bottom = box
    return (
        f'<rect x="{left - FRAME:.1f}" y="{top - FRAME:.1f}" width="{right - left + 2 * FRAME:.1f}" '
        f'height="{bottom - top + 2 * FRAME:.1f}" fill="none" stroke="#c0392b" stroke-width="2"/>'
    )
