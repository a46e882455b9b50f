"""Bytes of a text file to text: the encodings that Chinese offices and sites use."""

from __future__ import annotations

import codecs
import re

from taizhang.reading.errors import UnreadableDocument

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that no text file holds; a binary file of any size has many.
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HAN = re.compile("[\u4e00-\u9fff]")
SAMPLE = 65536  # bytes or characters looked at to judge an encoding


def decode(data: bytes, name: str) -> str:
    """The text of `data`, its byte order mark dropped and its line ends kept.

    UTF-8, UTF-16 and UTF-32 with a mark, else UTF-8, UTF-16 without a mark, GB18030 (which holds
    GB2312 and GBK). Raises `UnreadableDocument` where none of them yields text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return decoded(data[len(mark) :], encoding, name)
    likely = without_mark(data)
    if likely is None:
        raise UnreadableDocument(f"{name}: this is no text (a picture or program?). Give the report itself.")
    return decoded(data, likely, name)


def without_mark(data: bytes) -> str | None:
    """The encoding of text that says nothing of it, or none where the bytes are no text."""
    if b"\x00" in data[:SAMPLE]:
        return next((encoding for encoding in ("utf-16-le", "utf-16-be") if likely_wide(data, encoding)), None)
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if CONTROL.search(text, 0, SAMPLE) else encoding
    return None


def likely_wide(data: bytes, encoding: str) -> bool:
    """Whether the bytes read as two-byte text: mostly Chinese or Latin, hardly a control character."""
    sample = data[: SAMPLE - SAMPLE % 2].decode(encoding, "replace")
    ordinary = len(HAN.findall(sample)) + sum(map(sample.count, " \n\r，。、0123456789"))
    return ordinary > len(sample) / 2 and not CONTROL.search(sample)


def decoded(data: bytes, encoding: str, name: str) -> str:
    """`data` in `encoding`; a broken place is an error that names it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{name}: damaged text at byte {error.start} ({encoding}). Save the file again as UTF-8."
        ) from error
    if CONTROL.search(text, 0, SAMPLE):
        raise UnreadableDocument(f"{name}: this is no text (a picture or program?). Give the report itself.")
    return text
