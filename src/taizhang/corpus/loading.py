"""The bytes of a corpus's documents, neighbours in one archive or table sharing one opening."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import IO, Self

from taizhang.corpus.sources import MAX_ENTRY_BYTES, Source
from taizhang.corpus.text_tables import TextTable

# Archives and tables that stay open at a time: their directories take long to read and room to keep.
OPEN = 16


class Loader:
    """Loads documents; keeps the archives and tables that it last read open until it is left."""

    def __init__(self) -> None:
        self.opened: dict[str, zipfile.ZipFile | TextTable] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for holder in self.opened.values():
            holder.close()

    def load(self, source: Source) -> bytes:
        """The document's bytes; raises `ValueError` beyond 100 MB and `OSError` where the file is gone."""
        if source.entry is None and source.span is None:
            with open(source.file, "rb") as stream:
                return bounded(stream, source.name)
        holder = self.holder(source)
        if isinstance(holder, TextTable):
            assert source.span is not None
            return holder.text(source.span).encode("utf-8", "replace")
        assert source.entry is not None
        with holder.open(source.entry) as stream:
            return bounded(stream, source.name)

    def holder(self, source: Source) -> zipfile.ZipFile | TextTable:
        """The opened archive or table, the longest unused one closed where there are too many."""
        found = self.opened.pop(source.file, None)
        if found is None:
            found = TextTable(Path(source.file)) if source.entry is None else zipfile.ZipFile(source.file)
            if len(self.opened) >= OPEN:
                self.opened.pop(next(iter(self.opened))).close()
        self.opened[source.file] = found
        return found


def bounded(stream: IO[bytes], name: str) -> bytes:
    """All bytes of `stream`; raises `ValueError` beyond `MAX_ENTRY_BYTES`."""
    data = stream.read(MAX_ENTRY_BYTES + 1)
    if len(data) > MAX_ENTRY_BYTES:
        raise ValueError(f"{name}: more than {MAX_ENTRY_BYTES} bytes")
    return data
