"""Full-text search over the sentences of a panel, for words of two characters and more.

Each bucket has an index of its own (`search_index`). A word is looked up by its pairs of characters, and only the
sentences that hold all of them are read. Nothing is downloaded, and an index grows with its bucket alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from taizhang.corpus.search_index import Numbers, SearchIndex, pairs
from taizhang.reading import half_width

LIMIT = 50
COLUMNS = ["report", "number", "kind", "start", "end", "text"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words: `report` is the key of the report, offsets into its text."""

    report: str
    number: int
    kind: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=8192)
def opened(path: Path, _changed: int) -> SearchIndex:
    """A bucket's index, mapped and not read; `_changed` is the file's time, so that a new build is seen."""
    return SearchIndex(path)


def words_of(asked: str) -> tuple[str, ...]:
    """The words of a query, parted by blanks, in half width as sentences are kept.

    Raises `ValueError` where there is none or one has fewer than two characters.
    """
    words = tuple(half_width(asked).split())
    if not words or min(map(len, words)) < 2:
        raise ValueError("search needs words of two characters or more")
    return words


def search(panel: Path, asked: str, limit: int = LIMIT, reports: Container[str] | None = None) -> Iterator[Hit]:
    """The first `limit` sentences that hold every word of `asked`, by bucket and report, in `reports` where given.

    Raises `ValueError` for a word of fewer than two characters.
    """
    words = words_of(asked)
    wanted = np.unique(np.concatenate([pairs(word) for word in words]))
    for path in sorted((panel / "search").glob("*.arrow")):
        index = opened(path, path.stat().st_mtime_ns)
        held = index.holding(wanted)
        if not len(held):
            continue
        for hit in read(panel / "sentences" / f"{path.stem}.parquet", index, held, reports):
            if all(word in hit.text for word in words):
                yield hit
                limit -= 1
                if limit == 0:
                    return


def read(path: Path, index: SearchIndex, held: Numbers, reports: Container[str] | None) -> Iterator[Hit]:
    """The sentences with these numbers, of the reports asked for."""
    sentences = None
    for report, rows in index.by_report(held):
        if reports is None or index.reports[report] in reports:
            sentences = sentences or pq.ParquetFile(path)
            for row in sentences.read_row_group(report, COLUMNS).take(rows).to_pylist():
                yield Hit(**row)
