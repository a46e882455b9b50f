"""Opening an office file that nobody vouches for: a zip whose size and XML are checked first."""

from __future__ import annotations

import io
import zipfile

LARGEST_PART = 50 * 2**20
LARGEST_WHOLE = 150 * 2**20
MOST_PARTS = 2000


def check_archive(data: bytes, name: str) -> None:
    """Raise `ValueError` for bytes that are no zip, unpack to too much, or declare XML entities.

    `name` is the file's, for the message. Parts are unpacked one at a time and never past their stated size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            sizes = [part.file_size for part in parts]
            if len(parts) > MOST_PARTS or sum(sizes) > LARGEST_WHOLE or max(sizes, default=0) > LARGEST_PART:
                raise ValueError(f"{name}: unpacks to more than an office file should hold; it was not opened")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and declares_entities(archive, part):
                    raise ValueError(f"{name}: {part.filename} declares XML entities; it was not opened")
    except (zipfile.BadZipFile, RuntimeError, EOFError, NotImplementedError) as error:
        raise ValueError(f"{name}: the file is damaged or of another kind ({error})") from error


def declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether an XML part has a document type, which no office program writes."""
    with archive.open(part) as stream:
        start = stream.read(8192)
    return b"<!DOCTYPE" in start or b"<\0!\0D\0O\0C\0" in start
