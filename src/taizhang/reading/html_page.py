"""Saved web pages: the visible text in reading order, and the files that the page offers."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lxml import etree, html

from taizhang.reading.document import Document, Writer
from taizhang.reading.encoding import MARKS, decode
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS, within

HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body|<div|<meta)", re.I | re.S
)
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
HIDDEN = {"script", "style", "noscript", "template", "head", "object", "iframe", "svg", "select", "textarea", "button"}
# fmt: off
BLOCK = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "title", "tr", "ul",
}
# fmt: on
CELLS = ("td", "th")
CELL_LENGTH = 300  # characters that a cell of data has at most
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
ATTACHED = re.compile(r"\.(docx?|wps|pdf|ofd|xlsx?|zip|rar|odt|et)(?:[?#]|$)", re.I)
SPACE = re.compile(r"[ \t\r\n\f]+")


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin like a web page."""
    return HTML.match(data[:4096].removeprefix(codecs.BOM_UTF8)) is not None


def read_html(data: bytes, name: str) -> Document:
    """The text of a page: one line per block or line break, a row of a table with its cells after tabs.

    Scripts, styles and hidden elements are left out; links are neither followed nor loaded. What
    surrounds the report on the page stays in the text: the furniture rules tell it apart.
    """
    within(len(data), LIMITS.text_bytes, name, "bytes of text", "Cut out the report itself.")
    try:
        root = html.document_fromstring(
            decode_page(data, name), parser=html.HTMLParser(no_network=True, huge_tree=False)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"{name}: no web page with text ({error}). Save the page again.") from error
    page = PageWriter(name)
    page.element(root, 0)
    page.end_line()
    return page.writer.document(attachments=list(attachments(root)))


def decode_page(data: bytes, name: str) -> str:
    """The characters of a page: by its mark, by what it says of itself, else as any text."""
    said = CHARSET.search(data[:4096])
    if said and not any(data.startswith(mark) for mark, _ in MARKS):
        encoding = said[1].decode("ascii").lower()
        try:
            return data.decode({"gb2312": "gb18030", "gbk": "gb18030"}.get(encoding, encoding))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, name)


class PageWriter:
    """Writes the visible text of elements, white space as a browser shows it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.writer = Writer()
        self.line: list[str] = []

    def element(self, element: html.HtmlElement, depth: int, in_row: bool = False) -> None:
        """Write an element and all in it; inside a row of a table of data no block ends the line."""
        within(depth, LIMITS.nesting * 4, self.name, "levels of nesting", "Save the page again.")
        tag = element.tag
        if not isinstance(tag, str) or tag in HIDDEN or INVISIBLE.search(element.get("style", "")):
            return
        divides = not in_row and (tag in BLOCK or tag == "br" or tag in CELLS)
        if divides:
            self.end_line()
        elif in_row and tag in CELLS and element.getprevious() is not None:
            self.line.append("\t")
        in_row = in_row or (tag == "tr" and is_data(element))
        self.line.append(squeezed(element.text))
        for child in element:
            self.element(child, depth + 1, in_row)
            self.line.append(squeezed(child.tail))
        if divides:
            self.end_line()

    def end_line(self) -> None:
        """Finish the current line."""
        text = re.sub(r" *\t *", "\t", re.sub(" {2,}", " ", "".join(self.line))).strip(" ")
        self.line.clear()
        if text.strip():
            self.writer.write(text)
            self.writer.end_paragraph()
        within(self.writer.length, LIMITS.characters, self.name, "characters", "Cut out the report itself.")


def is_data(row: html.HtmlElement) -> bool:
    """Whether a row belongs to a table of data: several short cells. Old pages lay out whole texts in tables."""
    cells = [cell for cell in row if cell.tag in CELLS]
    return len(cells) > 1 and all(len(cell.text_content()) <= CELL_LENGTH for cell in cells)


def squeezed(text: str | None) -> str:
    """Text with each stretch of white space as one blank; blanks that Chinese typing sets stay."""
    return SPACE.sub(" ", text or "")


def attachments(root: html.HtmlElement) -> Iterator[str]:
    """The names of the files that a page links to, as the page calls them."""
    for link in root.iter("a"):
        if ATTACHED.search(link.get("href", "")):
            yield " ".join(link.text_content().split()) or link.get("href", "").rsplit("/", 1)[-1]
