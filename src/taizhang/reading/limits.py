"""What an untrusted document may cost: every limit of reading in one place."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.reading.errors import UnreadableDocument


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document; passing one is an `UnreadableDocument` that names it."""

    bytes: int = 100_000_000  # any file, scans included
    text_bytes: int = 3_000_000  # plain text, Markdown, HTML: a report has 60 000 to 200 000
    characters: int = 1_000_000  # text that a document may yield
    pages: int = 600  # of a PDF or OFD
    scanned_pages: int = 120  # pages that recognition may have to read
    pixels: int = 50_000_000  # of one picture: a sheet of A4 at 600 dpi has 35 million
    entries: int = 3_000  # files in an archive
    expansion: int = 200_000_000  # bytes of an archive once unpacked
    part: int = 60_000_000  # bytes of one file of an archive once unpacked
    nesting: int = 60  # tables within tables, elements within elements of a page
    seconds: float = 120.0  # of a process that reads one document
    scan_seconds: float = 900.0  # of one that recognizes scans
    memory: int = 3_000_000_000  # bytes of address space of a process that reads one document


LIMITS = Limits()


def within(value: float, limit: float, name: str, what: str, remedy: str) -> None:
    """Raise `UnreadableDocument` where a measure of a document passes its limit."""
    if value > limit:
        raise UnreadableDocument(f"{name}: {value:,.0f} {what}; at most {limit:,.0f} are read. {remedy}")
