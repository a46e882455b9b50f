"""Documents dealt into buckets by a hash of their name.

A bucket with too many documents is split in two by the next bit of the hash. So the buckets are a function of the
names alone, and new documents split the buckets that they overfill and leave all others as they were.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter

from taizhang.corpus.sources import Source

# Documents in a bucket, at most: small enough for even work, large enough for few files.
CAPACITY = 64
BITS = 64


def deal(sources: Iterable[Source]) -> Iterator[tuple[str, list[Source]]]:
    """The buckets in order: `b` and the leading bits that its hashes share, and its documents by name."""
    keyed = sorted(((hash_of(source.name), source) for source in sources), key=itemgetter(0))
    yield from split(keyed, 0, len(keyed), "b")


def hash_of(name: str) -> int:
    """64 bits of SHA-256 of a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])


def split(keyed: list[tuple[int, Source]], start: int, end: int, name: str) -> Iterator[tuple[str, list[Source]]]:
    """The bucket of the documents from `start` to `end`, or those of its halves."""
    bits = len(name) - 1
    if end - start <= CAPACITY or bits == BITS:
        if end > start:
            yield name, sorted((source for _, source in keyed[start:end]), key=lambda source: source.name)
        return
    middle = (int(name[1:] or "0", 2) * 2 + 1) << (BITS - bits - 1)
    at = bisect_left(keyed, middle, start, end, key=itemgetter(0))
    yield from split(keyed, start, at, name + "0")
    yield from split(keyed, at, end, name + "1")
