"""The index of a bucket's sentences by pairs of neighbouring characters, as one Arrow file.

Column `pair` holds the distinct pairs in order, two characters of 16 bits each; column `sentences` the numbers of the
sentences that hold the pair, in order. A sentence's number is its row in the bucket's file of `sentences`. The schema's
metadata `reports` lists each report with the number of its first sentence. Characters beyond the basic plane share
a number with others, so a find is checked against the text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Numbers = npt.NDArray[Any]
HALF, WORD = np.uint32(16), np.uint64(32)
SENTENCE = np.uint64(0xFFFFFFFF)
LARGEST_SHORT = 0xFFFF


def codes_of(text: str) -> Numbers:
    """The characters of `text` as numbers of 16 bits."""
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32) & np.uint32(0xFFFF)


def pairs(text: str) -> Numbers:
    """The distinct pairs of neighbouring characters in `text`, sorted."""
    codes = codes_of(text)
    return distinct((codes[:-1] << HALF) | codes[1:])


def distinct(numbers: Numbers) -> Numbers:
    """The numbers sorted, each once: for mostly different ones sorting is several times as fast as `np.unique`."""
    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def index(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The index of a bucket from its rows of `sentences`, in their order, as the bytes of an Arrow file."""
    codes = codes_of("".join(row["text"] for row in rows))
    owners = np.repeat(np.arange(len(rows), dtype=np.uint64), [len(row["text"]) for row in rows])
    inside = owners[:-1] == owners[1:]
    found = ((codes[:-1] << HALF) | codes[1:])[inside].astype(np.uint64)
    entries = distinct((found << WORD) | owners[:-1][inside])
    keys = (entries >> WORD).astype(np.uint32)
    first = np.flatnonzero(np.diff(keys, prepend=keys[:1] ^ np.uint32(1))) if len(keys) else np.empty(0, np.int64)
    offsets = pa.array(np.append(first, len(keys)).astype(np.int32))
    width = np.uint16 if len(rows) <= LARGEST_SHORT else np.uint32
    held = pa.ListArray.from_arrays(offsets, pa.array((entries & SENTENCE).astype(width)))
    batch = pa.RecordBatch.from_arrays([pa.array(keys[first]), held], names=["pair", "sentences"])
    batch = batch.replace_schema_metadata({"reports": json.dumps(first_sentences(rows))})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue().to_pybytes())


def first_sentences(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Each report with the number of its first sentence."""
    grouped = groupby(enumerate(rows), lambda one: one[1]["report"])
    return [(report, next(group)[0]) for report, group in grouped]


class SearchIndex:
    """An opened index: mapped into memory, read where it is asked."""

    def __init__(self, path: Path) -> None:
        self.table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
        # One chunk as it was written: taken as it is, nothing is copied out of the mapped file.
        held = self.table.column("sentences").chunk(0)
        self.pairs: Numbers = self.table.column("pair").chunk(0).to_numpy()
        self.offsets: Numbers = held.offsets.to_numpy()
        self.sentences: Numbers = held.values.to_numpy()

    @cached_property
    def listed(self) -> list[tuple[str, int]]:
        """Each report with the number of its first sentence."""
        found: list[tuple[str, int]] = json.loads(self.table.schema.metadata[b"reports"])
        return found

    @cached_property
    def reports(self) -> list[str]:
        """The keys of the reports, in order."""
        return [report for report, _ in self.listed]

    @cached_property
    def first(self) -> Numbers:
        """The number of each report's first sentence."""
        return np.array([number for _, number in self.listed], dtype=np.int64)

    def holding(self, wanted: Numbers) -> Numbers:
        """The sentences that hold all the `wanted` pairs, in order."""
        at = np.searchsorted(self.pairs, wanted)
        if not len(self.pairs) or (self.pairs[np.minimum(at, len(self.pairs) - 1)] != wanted).any():
            return np.empty(0, np.int64)
        starts, ends = self.offsets[at], self.offsets[at + 1]
        # The rarest pair first: most words stop there.
        order = np.argsort(ends - starts)
        held: Numbers = self.sentences[starts[order[0]] : ends[order[0]]]
        for one in order[1:]:
            others = self.sentences[starts[one] : ends[one]]
            place = np.searchsorted(others, held)
            held = held[others[np.minimum(place, len(others) - 1)] == held]
            if not len(held):
                break
        return held

    def by_report(self, sentences: Numbers) -> list[tuple[int, Numbers]]:
        """The number of each report that holds some of the sentences, with their rows inside it."""
        owners = np.searchsorted(self.first, sentences, "right") - 1
        return [(int(one), sentences[owners == one].astype(np.int64) - self.first[one]) for one in np.unique(owners)]
