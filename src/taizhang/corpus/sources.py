"""What a corpus is made of: every report in a folder, in archives and in tables with a text column."""

from __future__ import annotations

import csv
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

# Formats that the reading room opens; other files of a folder are passed over and counted.
DOCUMENTS = frozenset(
    {".txt", ".md", ".html", ".htm", ".docx", ".doc", ".wps", ".odt", ".pdf", ".ofd", ".png", ".jpg", ".jpeg", ".tif"}
)
TABLES = frozenset({".csv", ".jsonl"})
ARCHIVES = frozenset({".zip"})

TEXT_COLUMNS = ("text", "content", "正文", "全文", "内容", "报告内容", "文本")
PLACE_COLUMNS = ("place", "地区", "城市", "省份", "行政区", "地名")
YEAR_COLUMNS = ("year", "年份", "年度", "年")

# One entry may not take more than this, so that a hostile archive cannot fill the memory.
MAX_ENTRY_BYTES = 100 * 1024 * 1024
MAX_ENTRIES = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One document of the corpus.

    `name` is its path inside the folder, with `!` before an entry of an archive and `#` before a row of a
    table; `file` is the file on disk. `place` and `year` are what a table says beside the text.
    """

    name: str
    file: str
    entry: str | None = None
    row: int | None = None
    place: str | None = None
    year: str | None = None


class SourceError(Exception):
    """A file of the folder that cannot be listed; the message names it and says why."""


def discover(folder: Path) -> Iterator[Source | SourceError]:
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


def listed(path: Path, name: str) -> Iterator[Source | SourceError]:
    """The documents that one file holds."""
    suffix = path.suffix.lower()
    try:
        if suffix in DOCUMENTS:
            yield Source(name=name, file=str(path))
        elif suffix in ARCHIVES:
            yield from in_archive(path, name)
        elif suffix in TABLES:
            for number, record in rows(path):
                yield in_table(path, name, number, record)
    except (OSError, ValueError, zipfile.BadZipFile, csv.Error) as error:
        yield SourceError(f"{name}: {error}")


def in_archive(path: Path, name: str) -> Iterator[Source]:
    """The documents of a zip file; raises `ValueError` for one beyond the limits."""
    with zipfile.ZipFile(path) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
        if len(entries) > MAX_ENTRIES:
            raise ValueError(f"{len(entries)} entries, the limit is {MAX_ENTRIES}")
        for entry in entries:
            if not entry.is_dir() and PurePosixPath(entry.filename).suffix.lower() in DOCUMENTS:
                if entry.file_size > MAX_ENTRY_BYTES:
                    raise ValueError(f"entry {entry.filename} would take {entry.file_size} bytes")
                yield Source(name=f"{name}!{entry.filename}", file=str(path), entry=entry.filename)


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The numbered rows (from 1) of a CSV or JSON-lines file in UTF-8."""
    csv.field_size_limit(MAX_ENTRY_BYTES)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        if path.suffix.lower() == ".csv":
            yield from enumerate(csv.DictReader(stream), 1)
            return
        for number, line in enumerate(stream, 1):
            if line.strip():
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise ValueError(f"row {number} is no JSON object")
                yield number, record


def column(record: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first filled column of `record` that bears one of `names`."""
    return next((str(record[name]) for name in names if record.get(name)), None)


def in_table(path: Path, name: str, number: int, record: dict[str, str]) -> Source:
    """The document in one row of a table; raises `ValueError` where no column holds a text."""
    if column(record, TEXT_COLUMNS) is None:
        raise ValueError(f"row {number} has no text column (one of {', '.join(TEXT_COLUMNS)})")
    return Source(
        name=f"{name}#{number}",
        file=str(path),
        row=number,
        place=column(record, PLACE_COLUMNS),
        year=column(record, YEAR_COLUMNS),
    )


def load(sources: list[Source]) -> Iterator[bytes]:
    """The bytes of each source, in order; neighbours in one archive or table share one opening."""
    table: tuple[str, dict[int, str]] = ("", {})
    archive: tuple[str, zipfile.ZipFile | None] = ("", None)
    try:
        for source in sources:
            if source.entry is not None:
                if archive[0] != source.file:
                    if archive[1]:
                        archive[1].close()
                    archive = source.file, zipfile.ZipFile(source.file)
                opened = archive[1]
                assert opened is not None
                with opened.open(source.entry) as stream:
                    yield bounded(stream, source.name)
            elif source.row is not None:
                if table[0] != source.file:
                    wanted = {other.row for other in sources if other.file == source.file}
                    texts = {n: column(r, TEXT_COLUMNS) or "" for n, r in rows(Path(source.file)) if n in wanted}
                    table = source.file, texts
                yield table[1][source.row].encode("utf-8")
            else:
                with open(source.file, "rb") as stream:
                    yield bounded(stream, source.name)
    finally:
        if archive[1]:
            archive[1].close()


def bounded(stream: IO[bytes], name: str) -> bytes:
    """All bytes of `stream`; raises `ValueError` beyond `MAX_ENTRY_BYTES`."""
    data = stream.read(MAX_ENTRY_BYTES + 1)
    if len(data) > MAX_ENTRY_BYTES:
        raise ValueError(f"{name}: more than {MAX_ENTRY_BYTES} bytes")
    return data
