"""Zip archives from strangers: opened within limits, read part by part."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS, within

ENCRYPTED, UTF8 = 0x1, 0x800  # bits of a zip entry's flags


class Archive:
    """A zip archive whose sizes were checked before anything was unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises `UnreadableDocument` for a damaged, encrypted or outsized archive."""
        self.name = name
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, RuntimeError, struct.error) as error:
            raise UnreadableDocument(f"{name}: the file is damaged or cut off. Get it again.") from error
        entries = self.zip.infolist()
        within(len(entries), LIMITS.entries, name, "files inside", "Take out what is no report.")
        total = sum(entry.file_size for entry in entries)
        within(total, LIMITS.expansion, name, "bytes once unpacked", "Is this a zip bomb?")
        if any(entry.flag_bits & ENCRYPTED for entry in entries):
            raise encrypted(name)
        self.entries = {entry_path(entry): entry for entry in entries if not entry.is_dir()}

    def names(self) -> list[str]:
        """The paths of the files inside, folders left out."""
        return list(self.entries)

    def reports(self) -> list[str]:
        """The paths of the files that may be documents, by name: without hidden ones and what systems add."""
        return sorted(
            path
            for path in self.names()
            if not any(part.startswith((".", "__MACOSX", "~$")) for part in PurePosixPath(path).parts)
        )

    def read(self, path: str) -> bytes:
        """One file, unpacked. Raises `UnreadableDocument` where it is missing, damaged or too big."""
        try:
            with self.zip.open(self.entries[path]) as stream:
                data = stream.read(LIMITS.part + 1)
        except KeyError as error:
            raise UnreadableDocument(f"{self.name}: {path} is missing in the file. Save it again.") from error
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError, struct.error) as error:
            raise UnreadableDocument(f"{self.name}: {path} is damaged ({error}). Get the file again.") from error
        within(len(data), LIMITS.part, self.name, f"bytes or more in {path}", "Is this a zip bomb?")
        return data


def entry_path(entry: zipfile.ZipInfo) -> str:
    """The path of an entry; programs on Chinese Windows write it in GBK and do not say so."""
    if entry.flag_bits & UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


def encrypted(name: str) -> UnreadableDocument:
    """The error for a file that a password locks."""
    return UnreadableDocument(f"{name}: the file is encrypted. Open it with its password and save it without one.")
