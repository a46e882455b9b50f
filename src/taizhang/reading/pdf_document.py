"""PDF files: their text with the box of every character, and their pages as pictures."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from taizhang.reading.archive import encrypted
from taizhang.reading.document import Document
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.paper import Line, paper_document

LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
# Stretches within which characters are set evenly: Latin letters and digits, or Chinese.
STRETCH = re.compile(r" *(?:[!-~]+|[^ -~]+) *")
SPARSE = 8  # characters on a page below which it is taken for a scan
POINTS = 72.0  # per inch
SCAN_DPI = 200.0


def open_pdf(data: bytes, name: str) -> pypdfium2.PdfDocument:
    """The opened file. Raises `UnreadableDocument` for damaged, encrypted and outsized ones."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise encrypted(name) from error
        raise UnreadableDocument(f"{name}: the PDF is damaged or cut off ({error}). Get it again.") from error
    within(pages, LIMITS.pages, name, "pages", "Cut out the report itself.")
    if pages == 0:
        raise UnreadableDocument(f"{name}: the PDF has no pages.")
    return pdf


def read_pdf(data: bytes, name: str) -> Document:
    """The text of a PDF in reading order, heads, feet and page numbers left out, paragraphs joined.

    Pages that hold a picture in place of text are recognized where the extra `ocr` is installed.
    """
    pdf = open_pdf(data, name)
    try:
        lines, sizes = pdf_lines(pdf, name)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"{name}: a page of the PDF is damaged ({error}). Get it again.") from error
    if not lines:
        raise UnreadableDocument(f"{name}: the PDF holds no text.")
    return paper_document(lines, sizes)


def pdf_lines(pdf: pypdfium2.PdfDocument, name: str) -> tuple[list[Line], list[tuple[float, float]]]:
    """The lines of all pages in order, and the size of each page."""
    lines: list[Line] = []
    sizes = []
    scanned = []
    characters = 0
    for number, page in enumerate(pdf, 1):
        sizes.append(page.get_size())
        found = list(page_lines(page, number))
        characters += sum(len(line.text) for line in found)
        within(characters, LIMITS.characters, name, "characters", "Cut out the report itself.")
        if sum(len(line.text) for line in found) < SPARSE and has_picture(page):
            scanned.append(number)
        else:
            lines += found
    if scanned:
        lines += recognized(pdf, scanned, name)
        lines.sort(key=lambda line: line.page)
    return lines, sizes


def recognized(pdf: pypdfium2.PdfDocument, numbers: list[int], name: str) -> Iterator[Line]:
    """The lines on pages that are pictures."""
    from taizhang.reading.scan import Recognizer

    within(len(numbers), LIMITS.scanned_pages, name, "scanned pages", "Cut out the report itself.")
    recognizer = Recognizer(name)
    for number in numbers:
        page = pdf[number - 1]
        yield from recognizer.lines(picture(page, name, SCAN_DPI), number, POINTS / SCAN_DPI)


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a page shows an image."""
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def picture(page: pypdfium2.PdfPage, name: str, dpi: float) -> Any:
    """A page as a picture (an array of rows of BGR pixels)."""
    width, height = page.get_size()
    scale = dpi / POINTS
    within(width * height * scale * scale, LIMITS.pixels, name, "pixels on a page", "Scan at a lower resolution.")
    return page.render(scale=scale).to_numpy()


def page_lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page, in the order of its text."""
    height = page.get_height()
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    count = textpage.count_chars()
    if len(text) != count:  # characters beyond the basic plane, or some that the library left out
        text = "".join(character(textpage, i) for i in range(count))
    for match in LINE.finditer(text):
        yield measured(textpage, match[0], match.start(), number, height)


def character(textpage: pypdfium2.PdfTextPage, index: int) -> str:
    """One character of a page; what is no character is a blank."""
    code = pdfium.FPDFText_GetUnicode(textpage, index)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def measured(textpage: pypdfium2.PdfTextPage, text: str, first: int, page: int, height: float) -> Line:
    """A line of text, whose characters begin at index `first` of the page, with its anchors.

    The library is asked where each stretch begins: within one, characters are set evenly.
    """
    box = pdfium.FS_RECTF()
    where = ctypes.byref(box)
    char_box, raw = pdfium.FPDFText_GetLooseCharBox, textpage.raw
    anchors = []
    for match in STRETCH.finditer(text):
        char_box(raw, first + match.start(), where)
        anchors.append((match.start(), box.left))
    char_box(raw, first + len(text) - 1, where)
    anchors.append((len(text), box.right))
    return Line(text, page, anchors[0][1], height - box.top, box.right, height - box.bottom, tuple(anchors))
