"""A bucket of documents: the unit of work that every engine hands to a worker."""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass

from taizhang.corpus.names import hint
from taizhang.corpus.reader_mark import reader_mark
from taizhang.corpus.search_index import index
from taizhang.corpus.sources import Source
from taizhang.corpus.tables import SCHEMAS, Row, outcome_rows, parquet, rows_of
from taizhang.extraction import extract
from taizhang.model import Reading
from taizhang.reading import UnreadableDocument, read_guarded


@dataclass(frozen=True, slots=True)
class Bucket:
    """Documents whose names share the bits of `name`; `signature` changes with any of their bytes.

    `problems` are rows of the table that were known before reading, such as copies left out.
    """

    name: str
    signature: str
    documents: tuple[tuple[Source, bytes], ...]
    problems: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class BucketTables:
    """What a worker returns: the bytes of one file per table and of the search index, and the mark of its reader."""

    name: str
    signature: str
    files: dict[str, bytes]
    reader: str


def read_bucket(bucket: Bucket) -> BucketTables:
    """Read every document of the bucket; one that cannot be read becomes a row of `problems`.

    A pure function of the documents' bytes and names, so that every engine and every number of workers
    gives the same bytes. Cyclic garbage is collected between buckets only: looking for it among the catalogue and
    many small records takes a twentieth of the time, and there is hardly any.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return tables_of(bucket)
    finally:
        if collecting:
            gc.enable()


def tables_of(bucket: Bucket) -> BucketTables:
    """The files of a bucket."""
    tables: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    tables["problems"] += bucket.problems
    for source, data in bucket.documents:
        key = hashlib.sha256(data).hexdigest()[:16]
        try:
            reading = extract(read_guarded(data, source.name))
        except UnreadableDocument as error:
            tables["problems"].append(problem(source, key, "unreadable", str(error)))
            continue
        except Exception as error:
            # One bad document must not stop a hundred thousand others; its name and the error are kept.
            tables["problems"].append(problem(source, key, "failed", f"{type(error).__name__}: {error}"))
            continue
        for name, rows in rows_of(reading, key, source.name).items():
            tables[name] += rows
        row = tables["reports"][-1]
        tables["problems"] += resolve(row, source, reading)
        tables["outcomes"] += outcome_rows(reading, key, row["year"])
    files = {name: parquet(name, rows) for name, rows in tables.items()}
    return BucketTables(bucket.name, bucket.signature, {**files, "search": index(tables["sentences"])}, reader_mark())


def problem(source: Source, report: str | None, kind: str, message: str) -> Row:
    """A row of `problems`."""
    return {"source": source.name, "report": report, "kind": kind, "message": message}


def resolve(row: Row, source: Source, reading: Reading) -> list[Row]:
    """Fill place and year that the text leaves open from the name; report where the two disagree.

    The title page wins over the name, because names are given by collectors.
    """
    said = hint(source)
    problems = [problem(source, row["report"], "doubt", doubt) for doubt in reading.report.doubts]
    if said.place is not None:
        if row["adcode"] is None:
            row["place"], row["adcode"], row["level"] = said.place.name, said.place.code, said.place.level
            problems.append(problem(source, row["report"], "place from name", f"{said.place.name} {said.place.code}"))
        elif row["adcode"] != said.place.code:
            message = f"the name says {said.place.name}, the text {row['place']}"
            problems.append(problem(source, row["report"], "place conflict", message))
    if said.year is not None:
        if row["year"] is None:
            row["year"] = said.year
            problems.append(problem(source, row["report"], "year from name", str(said.year)))
        elif row["year"] != said.year:
            message = f"the name says {said.year}, the text {row['year']}"
            problems.append(problem(source, row["report"], "year conflict", message))
    return problems
