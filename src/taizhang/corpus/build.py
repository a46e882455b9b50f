"""`taizhang corpus build`: a folder of reports to the tables of a panel, resumable and incremental."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from taizhang.corpus.bucket import Bucket, BucketTables
from taizhang.corpus.engines import Engine
from taizhang.corpus.sources import Source, SourceError, discover, load
from taizhang.corpus.tables import FILES

# Documents per bucket, about: small enough for even work, large enough for few files.
BUCKET_SIZE = 64


class PanelError(Exception):
    """A folder that is no panel, or one without reports."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How a build ended: documents seen, buckets read anew and kept, files that could not be listed."""

    documents: int
    duplicates: int
    buckets: int
    read: int
    kept: int
    unlisted: tuple[str, ...] = ()


@dataclass(slots=True)
class Catalogued:
    """The documents of a folder by bucket."""

    buckets: dict[int, list[Source]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    documents: int = 0


def build(
    folder: Path, panel: Path, engine: Engine, progress: Callable[[int, int], None] = lambda done, of: None
) -> Summary:
    """Read every document below `folder` into Parquet tables below `panel`.

    A bucket whose documents and reader are unchanged is kept; each finished bucket is in place at once, so a
    build that was broken off goes on where it stood. `progress` hears of buckets done and their number.

    Raises `FileNotFoundError` for a missing folder and `PanelError` for one without reports, or where `panel` holds
    something else.
    """
    panel = opened(panel)
    listed = catalogued(folder)
    count = len(listed.buckets)
    done = kept = 0
    seen: set[str] = set()

    def work() -> Iterator[Bucket]:
        nonlocal done, kept
        for number, sources in sorted(listed.buckets.items()):
            bucket = filled(number, sources, seen)
            if stands(panel, number, bucket.signature):
                kept += 1
                done += 1
                progress(done, count)
            else:
                yield bucket

    for tables in engine.run(work()):
        put(panel, tables)
        done += 1
        progress(done, count)
    remove_others(panel, set(listed.buckets))
    return Summary(
        documents=listed.documents,
        duplicates=listed.documents - len(seen),
        buckets=count,
        read=done - kept,
        kept=kept,
        unlisted=tuple(listed.errors),
    )


def opened(panel: Path) -> Path:
    """The panel's folder, made where it does not exist; a folder with other things in it is refused."""
    marker = panel / "panel.json"
    if panel.exists() and not marker.exists() and any(panel.iterdir()):
        raise PanelError(f"{panel}: this folder holds other files; name a new one or a panel")
    for name in FILES:
        (panel / name).mkdir(parents=True, exist_ok=True)
    (panel / "buckets").mkdir(exist_ok=True)
    if not marker.exists():
        write(marker, json.dumps({"format": "taizhang panel", "version": 1}).encode())
    return panel


def catalogued(folder: Path) -> Catalogued:
    """Every document of the folder in its bucket; the number of buckets is a power of two, by the count."""
    found = Catalogued()
    sources: list[Source] = []
    for item in discover(folder):
        if isinstance(item, SourceError):
            found.errors.append(str(item))
        else:
            sources.append(item)
    if not sources:
        raise PanelError(f"{folder}: no report in a format that can be read; " + "; ".join(found.errors))
    found.documents = len(sources)
    buckets = 1
    while buckets * BUCKET_SIZE < len(sources):
        buckets *= 2
    for source in sources:
        number = int.from_bytes(hashlib.sha256(source.name.encode()).digest()[:8]) % buckets
        found.buckets.setdefault(number, []).append(source)
    return found


def filled(number: int, sources: list[Source], seen: set[str]) -> Bucket:
    """The bucket with its documents' bytes; a document whose bytes were `seen` before is left out."""
    documents = []
    signature = hashlib.sha256(version("taizhang").encode())
    for source, data in zip(sources, load(sources), strict=True):
        digest = hashlib.sha256(data).hexdigest()
        if digest not in seen:
            seen.add(digest)
            documents.append((source, data))
            signature.update(f"{source.name}\n{digest}\n{source.place}\n{source.year}\n".encode())
    return Bucket(number, signature.hexdigest(), tuple(documents))


def part(panel: Path, table: str, number: int) -> Path:
    """The file of one table, or of the search index, that a bucket fills."""
    return panel / table / f"{number:06d}.{FILES[table]}"


def stamp(panel: Path, number: int) -> Path:
    """The file that holds the signature of a finished bucket; it is written last."""
    return panel / "buckets" / f"{number:06d}"


def stands(panel: Path, number: int, signature: str) -> bool:
    """Whether the bucket was read before, from the same documents by the same reader."""
    try:
        return stamp(panel, number).read_text() == signature
    except FileNotFoundError:
        return False


def put(panel: Path, tables: BucketTables) -> None:
    """Place a bucket's files; a break in the middle leaves it to be read again, never half a bucket taken for whole."""
    with suppress(FileNotFoundError):
        stamp(panel, tables.number).unlink()
    for table, data in tables.files.items():
        write(part(panel, table, tables.number), data)
    write(stamp(panel, tables.number), tables.signature.encode())


def write(path: Path, data: bytes) -> None:
    """Write a whole file or none."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def remove_others(panel: Path, numbers: set[int]) -> None:
    """Take away the buckets that the folder no longer fills."""
    for path in (panel / "buckets").iterdir():
        if path.name.isdigit() and int(path.name) not in numbers:
            path.unlink()
            for table in FILES:
                part(panel, table, int(path.name)).unlink(missing_ok=True)
