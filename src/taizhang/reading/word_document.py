"""Word documents (.docx): paragraphs and tables of the body, in order."""

from __future__ import annotations

from lxml import etree

from taizhang.reading.archive import Archive
from taizhang.reading.document import Document, Writer
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.safe_xml import local, parse_xml
from taizhang.reading.word_numbering import Numbering

BODY = "word/document.xml"
NUMBERS = "word/numbering.xml"
STYLES = "word/styles.xml"
# Deleted and moved text, field codes, notes to the side, and second versions of the same drawing.
SKIPPED = {"del", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "commentReference", "delText"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_word(archive: Archive) -> Document:
    """The text of a .docx: one line per paragraph, one per row of a table with its cells after tabs.

    Numbers that Word counts by itself (一、, （一）, 1.) are written out. Pages are counted where Word
    left its page breaks.
    """
    root = parse_xml(archive.read(BODY), archive.name)
    numbers, styles = (
        parse_xml(archive.read(part), archive.name) if part in archive.names() else None for part in (NUMBERS, STYLES)
    )
    paged = root.find(f".//{WORD}lastRenderedPageBreak") is not None
    reader = WordReader(archive.name, Numbering(numbers, styles), paged)
    reader.blocks(root, 0)
    return reader.writer.document()


class WordReader:
    """Walks the body of one document."""

    def __init__(self, name: str, numbering: Numbering, paged: bool) -> None:
        self.name = name
        self.numbering = numbering
        self.page = 1 if paged else None
        self.writer = Writer()

    def blocks(self, parent: etree._Element, depth: int) -> None:
        """Write the paragraphs and tables below an element."""
        within(depth, LIMITS.nesting, self.name, "levels of nesting", "Save it again.")
        for child in parent:
            kind = local(child)
            if kind == "p":
                self.paragraph(child)
                self.writer.end_paragraph()
            elif kind == "tbl":
                for row in child.iterchildren(f"{WORD}tr"):
                    self.row(row)
            elif kind not in SKIPPED:
                self.blocks(child, depth + 1)

    def row(self, row: etree._Element) -> None:
        """Write a row of a table as one line."""
        for i, cell in enumerate(row.iterchildren(f"{WORD}tc")):
            if i:
                self.writer.plain("\t")
            for paragraph in cell.iter(f"{WORD}p"):
                self.paragraph(paragraph)
        self.writer.end_paragraph()

    def paragraph(self, paragraph: etree._Element) -> None:
        """Write the text of a paragraph."""
        words = self.numbering.label(paragraph)
        for element in walk(paragraph):
            kind = local(element)
            if kind == "t":
                words += element.text or ""
            elif kind in SIGNS and not (kind == "br" and element.get(f"{WORD}type") == "page"):
                words += SIGNS[kind]
            elif self.page is not None and (kind == "lastRenderedPageBreak"):
                self.writer.write(words, self.page)
                words = ""
                self.page += 1
        self.writer.write(words, self.page)
        within(self.writer.length, LIMITS.characters, self.name, "characters", "Cut out the report itself.")


def walk(element: etree._Element) -> list[etree._Element]:
    """The elements below one in reading order, without those that are not shown."""
    found = []
    stack = list(element)[::-1]
    while stack:
        child = stack.pop()
        if local(child) not in SKIPPED:
            found.append(child)
            stack.extend(list(child)[::-1])
    return found
