"""`taizhang corpus build`: a folder of reports to the tables of a panel, resumable and incremental."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from taizhang.corpus.bucket import Bucket, problem
from taizhang.corpus.dealing import deal
from taizhang.corpus.derived import derive, forget
from taizhang.corpus.engines import Engine
from taizhang.corpus.loading import Loader
from taizhang.corpus.panel_folder import PanelError, open_folder, put, remove_others, stands
from taizhang.corpus.reader_mark import reader_mark
from taizhang.corpus.sources import PassedOver, Source, SourceError, discover
from taizhang.corpus.tables import Row

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How a build ended.

    `documents` were found, `duplicates` of them left out for the same bytes as another; `read` anew and `kept` as they
    were add up to `documents`. `unlisted` are the messages of files that could not be listed, `passed` counts files
    of other formats by the ending of their names.
    """

    documents: int
    duplicates: int
    buckets: int
    read: int
    kept: int
    unlisted: tuple[str, ...] = ()
    passed: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Catalogued:
    """The documents of a folder, and what is none."""

    sources: list[Source] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)


def build(folder: Path, panel: Path, engine: Engine, progress: Progress = lambda done, of: None) -> Summary:
    """Read every document below `folder` into Parquet tables below `panel`.

    A bucket whose documents and reader are unchanged is kept; each finished bucket is in place at once, so a
    build that was broken off goes on where it stood. `progress` hears of documents done and their number.

    Raises `FileNotFoundError` for a missing folder and `PanelError` for one without reports, where `panel` holds
    something else, or where a worker reads by another version.
    """
    listed = catalogued(folder)
    panel = open_folder(panel)
    count = len(listed.sources)
    sizes: dict[str, int] = {}
    done = kept = duplicates = 0
    seen: dict[bytes, str] = {}

    def work() -> Iterator[Bucket]:
        nonlocal done, kept, duplicates
        with Loader() as loader:
            for name, sources in deal(listed.sources):
                bucket = filled(name, sources, seen, loader)
                sizes[name] = len(sources)
                duplicates += sum(row["kind"] == "copy" for row in bucket.problems)
                if stands(panel, name, bucket.signature):
                    kept += len(sources)
                    done += len(sources)
                    progress(done, count)
                else:
                    yield bucket

    for tables in engine.run(work()):
        if tables.reader != reader_mark():
            raise PanelError("a worker runs another version of taizhang; install the same one everywhere")
        if done == kept:
            forget(panel)
        put(panel, tables)
        done += sizes[tables.name]
        progress(done, count)
    if remove_others(panel, set(sizes)):
        forget(panel)
    derive(panel)
    return Summary(
        documents=count,
        duplicates=duplicates,
        buckets=len(sizes),
        read=done - kept,
        kept=kept,
        unlisted=tuple(listed.errors),
        passed=dict(listed.passed),
    )


def catalogued(folder: Path) -> Catalogued:
    """Every document of the folder; raises `PanelError` where there is none."""
    found = Catalogued()
    for item in discover(folder):
        if isinstance(item, SourceError):
            found.errors.append(str(item))
        elif isinstance(item, PassedOver):
            found.passed[PurePath(item.name).suffix.lower()] += 1
        else:
            found.sources.append(item)
    if not found.sources:
        reasons = "; ".join(found.errors) or "see docs/corpus.md for the formats"
        raise PanelError(f"{folder}: no report in a format that can be read: {reasons}")
    return found


def filled(name: str, sources: list[Source], seen: dict[bytes, str], loader: Loader) -> Bucket:
    """The bucket with its documents' bytes; one whose bytes were `seen` before becomes a problem, with their name."""
    documents: list[tuple[Source, bytes]] = []
    problems: list[Row] = []
    signature = hashlib.sha256(reader_mark().encode())
    for source in sources:
        try:
            data = loader.load(source)
        except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
            problems.append(problem(source, None, "unreadable", str(error)))
            signature.update(f"{source.name}\n{error}\n".encode())
            continue
        digest = hashlib.sha256(data).digest()
        first = seen.setdefault(digest, source.name)
        if first == source.name:
            documents.append((source, data))
        else:
            problems.append(problem(source, digest.hex()[:16], "copy", f"the same bytes as {first}"))
        signature.update(f"{source.name}\n{digest.hex()}\n{first}\n{source.place}\n{source.year}\n".encode())
    return Bucket(name, signature.hexdigest(), tuple(documents), tuple(problems))
