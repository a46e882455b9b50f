"""Which format the bytes of a file are in, and the reader for it."""

from __future__ import annotations

from pathlib import PurePath

from taizhang.reading.archive import Archive, encrypted
from taizhang.reading.document import Document
from taizhang.reading.encoding import decode
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.html_page import looks_like_html, read_html
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.word_document import BODY, read_word

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word and WPS before 2007, and encrypted newer ones
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8", b"RIFF")
HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
OPEN_BODY = "content.xml"
OLD_NAMES = (".wps", ".rtf")


def read_document(data: bytes, name: str) -> Document:
    """The text of a file and where it stands; the format is told by the bytes, not by the name.

    Raises `UnreadableDocument` for a file that is empty, damaged, encrypted, outsized or of no
    format that holds text.
    """
    if not data:
        raise UnreadableDocument(f"{name}: the file is empty.")
    within(len(data), LIMITS.bytes, name, "bytes", "Cut out the report itself.")
    if data.startswith(ZIP):
        return read_package(data, name)
    if b"%PDF-" in data[:1024]:
        from taizhang.reading.pdf_document import read_pdf

        return read_pdf(data, name)
    if data.startswith((COMPOUND, b"{\\rtf")):
        return read_old(data, name)
    if is_picture(data):
        from taizhang.reading.scan import read_picture

        return read_picture(data, name)
    if looks_like_html(data) or PurePath(name).suffix.lower() in HTML_NAMES:
        return read_html(data, name)
    within(len(data), LIMITS.text_bytes, name, "bytes of text", "Cut out the report itself.")
    return Document(decode(data, name))


def is_plain(data: bytes) -> bool:
    """Whether bytes are of no format that takes a parser of its own: text, Markdown, a web page."""
    packed = data.startswith((ZIP, COMPOUND, b"{\\rtf")) or b"%PDF-" in data[:1024]
    return not packed and not is_picture(data)


def is_picture(data: bytes) -> bool:
    """Whether bytes begin like a picture; `BM` alone may be Latin text."""
    return data.startswith(PICTURES) and (not data.startswith(b"BM") or b"\x00" in data[:64])


def is_collection(data: bytes, name: str) -> bool:
    """Whether bytes are a zip archive of many files, none of the formats that are archives themselves.

    Raises `UnreadableDocument` for a damaged, encrypted or outsized archive.
    """
    if not data.startswith(ZIP):
        return False
    paths = Archive(data, name).names()
    return not any(path in (BODY, OPEN_BODY) or is_ofd_body(path) for path in paths)


def is_ofd_body(path: str) -> bool:
    """Whether a file in an archive is what an OFD begins with."""
    return path.lower().lstrip("/") == "ofd.xml"


def read_package(data: bytes, name: str) -> Document:
    """The document in a zip archive that is one: Word, OpenDocument or OFD."""
    archive = Archive(data, name)
    paths = archive.names()
    if BODY in paths:
        return read_word(archive)
    if OPEN_BODY in paths:
        from taizhang.reading.open_document import read_open_document

        return read_open_document(archive)
    if any(is_ofd_body(path) for path in paths):
        from taizhang.reading.ofd_document import read_ofd

        return read_ofd(archive, data)
    raise UnreadableDocument(f"{name}: an archive of several files. Read it with: taizhang read {name} --out FOLDER")


def read_old(data: bytes, name: str) -> Document:
    """A document of Word or WPS before 2007, by way of LibreOffice."""
    if ENCRYPTED_PACKAGE in data:
        raise encrypted(name)
    from taizhang.reading.office_suite import to_docx

    suffix = PurePath(name).suffix.lower()
    kind = ".rtf" if data.startswith(b"{") else suffix if suffix in OLD_NAMES else ".doc"
    return read_word(Archive(to_docx(data, name, kind), name))
