"""Full-text search over the sentences of a panel, for words of two characters and more.

Each bucket has an index of its own: which of its reports hold which pair of neighbouring characters. A word is
looked up by its pairs, and only the reports that hold all of them are read. Nothing is downloaded, and an index
grows with its bucket alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

LIMIT = 50
# An entry of the index is one number: first character, second character, ordinal of the report in its bucket.
FIRST, SECOND = np.uint64(37), np.uint64(16)
ORDINAL = np.uint64(0xFFFF)

Entries = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the word: `report` is the key of the report, offsets into its text."""

    report: str
    kind: str
    start: int
    end: int
    text: str


def pairs(text: str) -> Entries:
    """The distinct pairs of neighbouring characters in `text` as entries of report 0, sorted."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    return np.unique((codes[:-1] << FIRST) | (codes[1:] << SECOND))


def index(rows: list[dict[str, Any]]) -> bytes:
    """The index of a bucket from its rows of `sentences`: sorted entries as .npy bytes."""
    found = [
        pairs("\n".join(row["text"] for row in group)) | np.uint64(ordinal)
        for ordinal, (_, group) in enumerate(groupby(rows, itemgetter("report")))
    ]
    whole = np.concatenate(found) if found else np.empty(0, dtype=np.uint64)
    whole.sort()
    sink = io.BytesIO()
    np.save(sink, whole, allow_pickle=False)
    return sink.getvalue()


@lru_cache(maxsize=4096)
def loaded(path: Path, _changed: int) -> Entries:
    """A bucket's index, mapped and not read; `_changed` is the file's time, so that a new build is seen."""
    mapped: Entries = np.load(path, mmap_mode="r", allow_pickle=False)
    return mapped


def holding(entries: Entries, wanted: Entries) -> list[int]:
    """Ordinals of the reports that hold all the `wanted` pairs."""
    low = np.searchsorted(entries, wanted, "left")
    high = np.searchsorted(entries, wanted | ORDINAL, "right")
    # The rarest pair first: most words stop there.
    order = np.argsort(high - low)
    held: set[int] | None = None
    for at in order:
        found = set((entries[low[at] : high[at]] & ORDINAL).tolist())
        held = found if held is None else held & found
        if not held:
            return []
    return sorted(held or ())


def search(panel: Path, word: str, limit: int = LIMIT) -> Iterator[Hit]:
    """The first `limit` sentences that hold `word`, by bucket and report.

    Raises `ValueError` for a word of fewer than two characters.
    """
    word = word.strip()
    if len(word) < 2:
        raise ValueError("search needs a word of two characters or more")
    wanted = pairs(word)
    for path in sorted((panel / "search").glob("*.npy")):
        ordinals = holding(loaded(path, path.stat().st_mtime_ns), wanted)
        if ordinals:
            sentences = pq.ParquetFile(panel / "sentences" / f"{path.stem}.parquet")
            for ordinal in ordinals:
                for row in sentences.read_row_group(ordinal).to_pylist():
                    if word in row["text"]:
                        yield Hit(row["report"], row["kind"], row["start"], row["end"], row["text"])
                        limit -= 1
                        if limit == 0:
                            return
