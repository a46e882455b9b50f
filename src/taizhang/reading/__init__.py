"""Bytes to `Report`: formats, encoding, page furniture, title page, section tree."""

from __future__ import annotations

import hashlib
from pathlib import Path

from taizhang.model import Report
from taizhang.reading.archive import Archive, entry_path
from taizhang.reading.cleaning import clean, clean_text, half_width
from taizhang.reading.document import Document
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.formats import is_collection, is_plain, read_document
from taizhang.reading.furniture import layout
from taizhang.reading.headings import bare_title
from taizhang.reading.limits import within
from taizhang.reading.page_picture import has_pages
from taizhang.reading.sandbox import draw_apart, parse_apart
from taizhang.reading.section_words import explains_terms
from taizhang.reading.sections import section_tree
from taizhang.reading.sentences import sentences
from taizhang.reading.titlepage import title_page

__all__ = [
    "Archive",
    "UnreadableDocument",
    "bare_title",
    "clean",
    "draw_apart",
    "entry_path",
    "explains_terms",
    "half_width",
    "has_pages",
    "is_collection",
    "read_apart",
    "read_bytes",
    "read_guarded",
    "read_report",
    "sentences",
    "within",
]


def read_report(path: str | Path) -> Report:
    """The report in the file at `path`: text, Markdown and web pages read here, other formats apart.

    Raises `OSError` where the file cannot be opened and `UnreadableDocument` where it holds no text.
    """
    return read_guarded(Path(path).read_bytes(), Path(path).name)


def read_guarded(data: bytes, name: str) -> Report:
    """As `read_bytes` for text, Markdown and web pages; other formats are parsed in a process of their own."""
    return read_bytes(data, name) if is_plain(data) else read_apart(data, name)


def read_bytes(data: bytes, name: str) -> Report:
    """The report in the bytes of a file, parsed in this process; `name` is only used in messages.

    A text that shows no signs of a report is still read: its `doubts` say what was not found.
    Raises `UnreadableDocument` where the bytes hold no text or pass a limit.
    """
    return read_parsed(read_document(data, name), hashlib.sha256(data).hexdigest(), name)


def read_apart(data: bytes, name: str) -> Report:
    """As `read_bytes`, the document parsed in a process of its own: for files from strangers.

    A hostile file can at worst stop that process; it is bounded in memory and time.
    """
    return read_parsed(parse_apart(data, name), hashlib.sha256(data).hexdigest(), name)


def read_parsed(document: Document, sha256: str, name: str) -> Report:
    """The report in the text that a format yielded."""
    text = document.text
    if not text.strip():
        raise UnreadableDocument(f"{name}: the file holds no text.")
    page = layout(text)
    view = clean_text(text, page.furniture)
    head = title_page(text, page, view)
    sections = section_tree(view, head.year)
    doubts = head.doubts if sections else (*head.doubts, "看不出报告的结构，可能不是政府工作报告")
    return Report(
        text=text,
        sha256=sha256,
        place=head.place.name if head.place else None,
        adcode=head.place.code if head.place else None,
        level=head.level,
        year=head.year,
        date=head.date,
        speaker=head.speaker,
        title=head.title,
        session=head.session,
        sections=sections,
        furniture=page.furniture,
        doubts=doubts,
        sources=document.sources,
        attachments=document.attachments,
    )
