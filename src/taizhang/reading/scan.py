"""Scans and pictures: text recognition with the models that ship in the package rapidocr."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from taizhang.model.source import Anchors
from taizhang.reading import deadline
from taizhang.reading.columns import in_columns
from taizhang.reading.document import Document
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.paper import Line, paper_document
from taizhang.reading.rows import in_rows

# What Pillow raises for a damaged picture: the decoder's own words, or what it stumbled over.
DAMAGED = (OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError)
SURE = 0.5  # confidence below which a recognized line is dropped as noise


class Recognizer:
    """Finds the lines of text in pictures. Raises `UnreadableDocument` where recognition is not installed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.engine = engine()
        if self.engine is None:
            raise UnreadableDocument(
                f"{name}: a scan, and text recognition is not installed. "
                "Install it with: pip install 'taizhang[ocr]', or give a file with text."
            )
        deadline.extend(LIMITS.scan_seconds)

    def lines(self, picture: Any, page: int, scale: float) -> Iterator[Line]:
        """The lines in a picture (rows of pixels), from top to bottom; `scale` turns pixels to units of the page."""
        found = self.engine(picture)
        if found.boxes is None:
            return
        lines = []
        for corners, text, confidence in zip(found.boxes, found.txts, found.scores, strict=True):
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            top, bottom = min(y for _, y in corners), max(y for _, y in corners)
            if text.strip() and confidence >= SURE:
                left, top, right, bottom = (float(edge * scale) for edge in (left, top, right, bottom))
                anchors = spread(text.strip(), left, right)
                lines.append(Line(text.strip(), page, left, top, right, bottom, anchors, float(confidence)))
        for block in in_columns(lines):
            yield from in_rows(block)


@cache
def engine() -> Any:
    """The recognizer, loaded once; none where the extra is not installed."""
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def spread(text: str, left: float, right: float) -> Anchors:
    """Anchors of a line between two edges; Latin letters and digits take half the room of Chinese."""
    widths = [1.0 if character > "\u2e80" else 0.55 for character in text]
    step = (right - left) / sum(widths)
    lefts = [left + step * before for before in accumulate(widths, initial=0.0)]
    turns = [at for at, width in enumerate(widths) if at == 0 or width != widths[at - 1]]
    return tuple((at, lefts[at]) for at in [*turns, len(text)])


def read_picture(data: bytes, name: str) -> Document:
    """The text of a picture of a page. Raises `UnreadableDocument` where it shows none."""
    import numpy as np
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = LIMITS.pixels
    pages: list[tuple[float, float]] = []
    lines: list[Line] = []
    recognizer = Recognizer(name)
    try:
        with Image.open(io.BytesIO(data)) as image:
            frames = getattr(image, "n_frames", 1)
            within(frames, LIMITS.scanned_pages, name, "scanned pages", "Cut out the report itself.")
            for frame in range(frames):
                image.seek(frame)
                within(image.width * image.height, LIMITS.pixels, name, "pixels", "Scan at a lower resolution.")
                pages.append((float(image.width), float(image.height)))
                pixels = np.asarray(image.convert("RGB"))[:, :, ::-1]
                lines += recognizer.lines(pixels, frame + 1, 1.0)
    except (*DAMAGED, Image.DecompressionBombError) as error:
        raise UnreadableDocument(f"{name}: the picture is damaged or too big ({error}). Get it again.") from error
    if not lines:
        raise UnreadableDocument(f"{name}: a picture that shows no text. Give the report itself.")
    return paper_document(lines, pages)
