"""The tables of a panel: their columns, and how a reading becomes their rows."""

from __future__ import annotations

import io
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from taizhang.catalogue import indicator_code
from taizhang.corpus.absence import absences
from taizhang.language.firmness import wording
from taizhang.model import Figure, Reading, Report, Section, Target
from taizhang.reading import clean, sentences

TEXT, WHOLE, REAL, FLAG = pa.string(), pa.int32(), pa.float64(), pa.bool_()
SPAN = [("start", WHOLE), ("end", WHOLE)]
QUANTITY = [("value", REAL), ("low", REAL), ("high", REAL), ("exact", TEXT), ("unit", TEXT), ("bound", TEXT)]
DOUBT = [("sure", TEXT), ("reason", TEXT)]

# Every row of every table but `problems` names its report: the first 16 hexadecimal digits of the file's SHA-256.
SCHEMAS: dict[str, pa.Schema] = {
    name: pa.schema(columns)
    for name, columns in {
        "reports": [
            ("report", TEXT),
            ("source", TEXT),
            ("place", TEXT),
            ("adcode", TEXT),
            ("level", TEXT),
            ("year", WHOLE),
            ("date", TEXT),
            ("speaker", TEXT),
            ("title", TEXT),
            ("session", TEXT),
            ("characters", WHOLE),
            ("figures", WHOLE),
            ("targets", WHOLE),
            ("tasks", WHOLE),
            ("sha256", TEXT),
        ],
        "sections": [("report", TEXT), ("kind", TEXT), ("depth", WHOLE), ("title", TEXT), *SPAN],
        "figures": [
            ("report", TEXT),
            *SPAN,
            ("quote", TEXT),
            ("indicator", TEXT),
            ("code", TEXT),
            ("aspect", TEXT),
            *QUANTITY,
            ("mode", TEXT),
            ("period", TEXT),
            ("place", TEXT),
            ("headline", FLAG),
            *DOUBT,
        ],
        "targets": [
            ("report", TEXT),
            *SPAN,
            ("quote", TEXT),
            ("indicator", TEXT),
            ("code", TEXT),
            ("aspect", TEXT),
            *QUANTITY,
            ("reference", TEXT),
            ("reference_code", TEXT),
            ("firmness", TEXT),
            ("word", TEXT),
            ("period", TEXT),
            ("stretch", FLAG),
            ("sentence", TEXT),
            *DOUBT,
        ],
        "outcomes": [
            ("report", TEXT),
            *SPAN,
            ("quote", TEXT),
            ("code", TEXT),
            ("aspect", TEXT),
            ("year", WHOLE),
            ("value", REAL),
            ("unit", TEXT),
            ("mode", TEXT),
            ("sure", TEXT),
        ],
        "absences": [("report", TEXT), *SPAN, ("code", TEXT), ("indicator", TEXT), ("sentence", TEXT)],
        "milestones": [("report", TEXT), *SPAN, ("quote", TEXT), ("stage", TEXT), ("object", TEXT), *DOUBT],
        "tasks": [
            ("report", TEXT),
            *SPAN,
            ("title", TEXT),
            ("path", TEXT),
            ("due", TEXT),
            ("due_assumed", FLAG),
            ("livelihood", FLAG),
            ("goals", WHOLE),
            *DOUBT,
        ],
        "sentences": [("report", TEXT), ("number", WHOLE), ("kind", TEXT), *SPAN, ("text", TEXT)],
        "problems": [("source", TEXT), ("report", TEXT), ("kind", TEXT), ("message", TEXT)],
    }.items()
}

# What a bucket fills: the tables, and the index that search reads, with their file endings.
FILES = {**dict.fromkeys(SCHEMAS, "parquet"), "search": "arrow"}

Row = dict[str, Any]
OUTCOME_MODES = ("actual", "estimate")


def rows_of(reading: Reading, report: str, source: str) -> dict[str, list[Row]]:
    """The rows of one reading for every table but `outcomes` and `problems`; `report` is the key that ties them."""
    spoken = spoken_sentences(reading)
    tables: dict[str, list[Row]] = {
        "reports": [report_row(reading, source)],
        "sections": [
            {"kind": kind, "depth": depth, "title": node.title, "start": node.start, "end": node.end}
            for kind, depth, node in section_rows(reading.report.sections)
        ],
        "figures": [quantity_row(figure, "figures") for figure in reading.figures],
        "targets": [
            {**target_row(target, reading.report), "sentence": sentence_at(spoken, target.start)}
            for target in reading.targets
        ],
        "absences": list(absences(spoken)),
        "milestones": [plain_row(milestone, "milestones") for milestone in reading.milestones],
        "tasks": [
            {**plain_row(task, "tasks"), "path": " › ".join(task.path), "goals": len(task.goals)}
            for task in reading.tasks
        ],
        "sentences": spoken,
    }
    for rows in tables.values():
        for row in rows:
            row["report"] = report
    return tables


def report_row(reading: Reading, source: str) -> Row:
    """The row of `reports`."""
    report = reading.report
    names = ("place", "adcode", "level", "year", "date", "speaker", "title", "session", "sha256")
    return {
        **{name: getattr(report, name) for name in names},
        "source": source,
        "characters": len(report.text),
        "figures": len(reading.figures),
        "targets": len(reading.targets),
        "tasks": len(reading.tasks),
    }


def section_rows(
    sections: Iterable[Section], kind: str | None = None, depth: int = 0
) -> Iterable[tuple[str | None, int, Section]]:
    """Each section with the kind of the part it lies in and its depth (0 for the parts)."""
    for node in sections:
        yield node.kind or kind, depth, node
        yield from section_rows(node.children, node.kind or kind, depth + 1)


def spoken_sentences(reading: Reading) -> list[Row]:
    """The sentences of the body, numbered from 1, each with the kind of its part."""
    report = reading.report
    view = clean(report)
    parts = iter([section for section in report.sections if section.kind])
    part = next(parts, None)
    found: list[Row] = []
    for first, last in sentences(view):
        start, end = view.span(first, last)
        while part is not None and start >= part.end:
            part = next(parts, None)
        if part is not None and start >= part.start:
            text = view.text[first:last].strip()
            found.append({"number": len(found) + 1, "kind": part.kind, "start": start, "end": end, "text": text})
    return found


def sentence_at(spoken: list[Row], offset: int) -> str | None:
    """The sentence that holds `offset`."""
    return next((row["text"] for row in spoken if row["start"] <= offset < row["end"]), None)


def plain_row(record: Any, table: str) -> Row:
    """The fields of a record that are columns of `table`."""
    names, values = shared(record.__class__, table)
    return dict(zip(names, values(record), strict=True))


@cache
def shared(kind: type[object], table: str) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """The columns of `table` that records of a kind have as fields, and what reads them all at once."""
    names = tuple(name for name in SCHEMAS[table].names if hasattr(kind, name))
    return names, attrgetter(*names)


def quantity_row(record: Figure | Target, table: str) -> Row:
    """A record with its numbers as floats, and the exact value or `low/high` as a plain decimal string."""
    row = plain_row(record, table)
    numbers = [record.value] if record.value is not None else [record.low, record.high]
    row["exact"] = "/".join(f"{number:f}" for number in numbers if number is not None) or None
    for name in ("value", "low", "high"):
        number: Decimal | None = row[name]
        row[name] = None if number is None else float(number)
    return row


def outcome_rows(reading: Reading, report: str, year: int | None) -> list[Row]:
    """What a report for `year` states of the year before: one number for each indicator and sense.

    It is of the whole place and of that year alone; final figures go before estimates, the first mention before
    later ones.
    """
    stated = [
        figure
        for figure in reading.figures
        if figure.code and figure.value is not None and figure.place is None and figure.mode in OUTCOME_MODES
        if year is not None and figure.period == str(year - 1)
    ]
    first: dict[tuple[str | None, str | None], Figure] = {}
    for figure in sorted(stated, key=lambda figure: (OUTCOME_MODES.index(figure.mode), figure.start)):
        first.setdefault((figure.code, figure.aspect), figure)
    kept = sorted(first.values(), key=lambda figure: figure.start)
    return [
        {**plain_row(figure, "outcomes"), "value": float(figure.value), "report": report, "year": int(figure.period)}
        for figure in kept
        if figure.value is not None and figure.period is not None
    ]


def target_row(target: Target, report: Report) -> Row:
    """A target with the word that makes it hard or soft, and the code of what it compares with."""
    said = wording(report.text, target.start, target.end, target.bound == "range") if target.unit else None
    return {
        **quantity_row(target, "targets"),
        "reference_code": indicator_code(target.reference) if target.reference else None,
        "firmness": said.firmness if said else None,
        "word": said.word if said else None,
    }


def parquet(table: str, rows: list[Row]) -> bytes:
    """`rows` as one Parquet file; the same rows give the same bytes.

    Sentences get a row group for each report, so that search reads single reports.
    """
    sink = io.BytesIO()
    # Sentences hardly repeat: a dictionary of them, or their first and last, would only cost.
    plain = [name for name in SCHEMAS[table].names if name != "text"]
    with pq.ParquetWriter(
        sink, SCHEMAS[table], compression="zstd", use_dictionary=plain, write_statistics=plain
    ) as writer:
        groups = [list(group) for _, group in groupby(rows, itemgetter("report"))] if table == "sentences" else [rows]
        for group in groups:
            writer.write_table(pa.Table.from_pylist(group, schema=SCHEMAS[table]))
    return sink.getvalue()
