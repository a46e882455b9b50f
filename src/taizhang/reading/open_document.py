"""OpenDocument texts (.odt): paragraphs and tables of the body, in order."""

from __future__ import annotations

from lxml import etree

from taizhang.reading.archive import Archive, encrypted
from taizhang.reading.document import Document, Writer
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.safe_xml import local, parse_xml

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
SKIPPED = {"tracked-changes", "annotation", "note", "sequence-decls", "forms", "variable-decls", "bookmark"}
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_open_document(archive: Archive) -> Document:
    """The text of an .odt: one line per paragraph, one per row of a table with its cells after tabs."""
    if MANIFEST in archive.names() and b"encryption-data" in archive.read(MANIFEST):
        raise encrypted(archive.name)
    root = parse_xml(archive.read(CONTENT), archive.name)
    writer = Writer()
    body = root.find(f".//{OFFICE}text")
    if body is not None:
        blocks(writer, body, archive.name, 0)
    return writer.document()


def blocks(writer: Writer, parent: etree._Element, name: str, depth: int) -> None:
    """Write the paragraphs and tables below an element."""
    within(depth, LIMITS.nesting, name, "levels of nesting", "Save it again.")
    for child in parent:
        kind = local(child)
        if kind in ("p", "h"):
            writer.write(words(child))
            writer.end_paragraph()
        elif kind == "table-row":
            row(writer, child)
        elif kind not in SKIPPED:
            blocks(writer, child, name, depth + 1)
        within(writer.length, LIMITS.characters, name, "characters", "Cut out the report itself.")


def row(writer: Writer, element: etree._Element) -> None:
    """Write a row of a table as one line; cells that a merged one covers are left out."""
    cells = [cell for cell in element if local(cell) == "table-cell"]
    for i, cell in enumerate(cells):
        if i:
            writer.plain("\t")
        for paragraph in cell.iter(f"{TEXT}p", f"{TEXT}h"):
            writer.write(words(paragraph))
    writer.end_paragraph()


def words(element: etree._Element) -> str:
    """The text of a paragraph, in order."""
    parts = [element.text or ""]
    for child in element:
        kind = local(child)
        if kind == "s":
            count = child.get(f"{TEXT}c", "1")
            parts.append(" " * (min(int(count), 100) if count.isdigit() else 1))
        elif kind in ("tab", "line-break"):
            parts.append("\t" if kind == "tab" else "\n")
        elif kind not in SKIPPED:
            parts.append(words(child))
        parts.append(child.tail or "")
    return "".join(parts)
