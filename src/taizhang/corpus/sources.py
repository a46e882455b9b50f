"""What a corpus is made of: every report in a folder, in archives and in tables with a text column."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from taizhang.corpus.text_tables import TABLES, TextRow, text_rows
from taizhang.reading import entry_path

# Formats that the reading room opens; other files of a folder are passed over and counted.
DOCUMENTS = frozenset(
    {".txt", ".md", ".html", ".htm", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd"}
    | {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"}
)
ARCHIVES = frozenset({".zip"})

# One entry may not take more than this, so that a hostile archive cannot fill the memory.
MAX_ENTRY_BYTES = 100 * 1024 * 1024
MAX_ENTRIES = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the corpus.

    `name` is its path inside the folder, with `!` before an entry of an archive and `#` before the number of a row
    of a table; `file` is the file on disk. `entry` is the archive's own name of the entry, `span` the bytes of the
    row; `place` and `year` are what a table says beside the text.
    """

    name: str
    file: str
    entry: str | None = None
    span: tuple[int, int] | None = None
    place: str | None = None
    year: str | None = None


class SourceError(Exception):
    """A file of the folder that cannot be listed; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file, or an entry of an archive, of a format that holds no report."""

    name: str


Found = Source | SourceError | PassedOver


def discover(folder: Path) -> Iterator[Found]:
    """Every document below `folder`, in order of name; files that cannot be listed come as errors.

    Raises `FileNotFoundError` where there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: no such folder")
    for directory, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(directory, name)
            if not name.startswith("."):
                yield from listed(path, path.relative_to(folder).as_posix())


def listed(path: Path, name: str) -> Iterator[Found]:
    """The documents that one file holds."""
    suffix = path.suffix.lower()
    try:
        if suffix in DOCUMENTS:
            yield Source(name=name, file=str(path))
        elif suffix in ARCHIVES:
            yield from in_archive(path, name)
        elif suffix in TABLES:
            for row in text_rows(path):
                yield in_table(path, name, row)
        else:
            yield PassedOver(name)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        yield SourceError(f"{name}: {error}")


def in_archive(path: Path, name: str) -> Iterator[Found]:
    """The documents of a zip file; raises `ValueError` for one beyond the limits."""
    with zipfile.ZipFile(path) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
        if len(entries) > MAX_ENTRIES:
            raise ValueError(f"{len(entries)} entries, the limit is {MAX_ENTRIES}")
        for entry in entries:
            shown = f"{name}!{entry_path(entry)}"
            if entry.is_dir():
                continue
            if PurePosixPath(shown).suffix.lower() not in DOCUMENTS:
                yield PassedOver(shown)
                continue
            if entry.file_size > MAX_ENTRY_BYTES:
                raise ValueError(f"entry {shown} would take {entry.file_size} bytes")
            yield Source(name=shown, file=str(path), entry=entry.filename)


def in_table(path: Path, name: str, row: TextRow) -> Source:
    """The document in one row of a table."""
    return Source(name=f"{name}#{row.number}", file=str(path), span=row.span, place=row.place, year=row.year)
