"""A page of a PDF or of a scan as a picture, to be looked at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.formats import is_picture
from taizhang.reading.limits import LIMITS, within

if TYPE_CHECKING:
    from PIL import Image

DPI = 110.0  # enough to read small type on a screen
WIDEST = 1400  # pixels of a scan that is shown


def has_pages(data: bytes) -> bool:
    """Whether the bytes are of a format whose pages can be drawn: a PDF or a picture."""
    return b"%PDF-" in data[:1024] or is_picture(data)


def draw_page(data: bytes, name: str, number: int) -> bytes:
    """Page `number` (from 1) as PNG.

    Raises `UnreadableDocument` for a damaged document, one without such a page, and a page past the limits.
    """
    return pdf_page(data, name, number) if b"%PDF-" in data[:1024] else picture_page(data, name, number)


def missing(name: str, number: int) -> UnreadableDocument:
    """The error for a page that the document does not have."""
    return UnreadableDocument(f"{name}: has no page {number}.")


def pdf_page(data: bytes, name: str, number: int) -> bytes:
    """A page of a PDF."""
    from PIL import Image

    from taizhang.reading.pdf_document import open_pdf, picture

    pdf = open_pdf(data, name)
    if not 1 <= number <= len(pdf):
        raise missing(name, number)
    return png(Image.fromarray(picture(pdf[number - 1], name, DPI)[:, :, ::-1]))


def picture_page(data: bytes, name: str, number: int) -> bytes:
    """A picture, or one of the pictures of a file of several."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = LIMITS.pixels
    try:
        with Image.open(io.BytesIO(data)) as image:
            if not 1 <= number <= getattr(image, "n_frames", 1):
                raise missing(name, number)
            image.seek(number - 1)
            within(image.width * image.height, LIMITS.pixels, name, "pixels", "Scan at a lower resolution.")
            shown = image.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableDocument(f"{name}: the picture is damaged or too big ({error}). Get it again.") from error
    shown.thumbnail((WIDEST, WIDEST * 2))
    return png(shown)


def png(image: Image.Image) -> bytes:
    """The bytes of a picture of few colours."""
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=False)
    return out.getvalue()
