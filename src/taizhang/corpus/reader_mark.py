"""A mark of the reader itself: what was read by another one is read again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

# The rooms whose code and data decide what is read of a document.
ROOMS = ("model", "language", "catalogue", "reading", "extraction", "corpus")


@cache
def reader_mark() -> str:
    """16 hexadecimal digits that change with any file of the rooms that read."""
    digest = hashlib.sha256()
    for room in ROOMS:
        add(digest, files("taizhang") / room)
    return digest.hexdigest()[:16]


def add(digest: hashlib._Hash, entry: Traversable) -> None:
    """Add a file, or all files of a folder, with their names."""
    if entry.is_dir():
        for below in sorted(entry.iterdir(), key=lambda one: one.name):
            if below.name != "__pycache__":
                add(digest, below)
    else:
        digest.update(entry.name.encode() + b"\0" + hashlib.sha256(entry.read_bytes()).digest())
