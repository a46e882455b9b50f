"""Tables with a text column: CSV and JSON lines, a report in each row.

A row is known by its bytes in the file, so that a single one is read again without reading the table.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

TABLES = frozenset({".csv", ".jsonl"})
TEXT_COLUMNS = ("text", "content", "正文", "全文", "内容", "报告内容", "文本")
PLACE_COLUMNS = ("place", "地区", "城市", "省份", "行政区", "地名")
YEAR_COLUMNS = ("year", "年份", "年度", "年")

MAX_ROW_BYTES = 100 * 1024 * 1024
MARK = b"\xef\xbb\xbf"
SAMPLE = 1 << 20


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row from 1, its half-open span of bytes, and what the table says beside the text."""

    number: int
    span: tuple[int, int]
    place: str | None
    year: str | None


def text_rows(path: Path) -> Iterator[TextRow]:
    """The rows of a CSV or JSON-lines file.

    Raises `ValueError` naming the row for one without a text, with broken JSON or beyond 100 MB.
    """
    with path.open("rb") as stream:
        encoding = encoding_of(stream)
        head = header(path, stream, encoding)
        for number, (start, end, record) in enumerate(records(stream, encoding, head), 1):
            if record is None:
                raise ValueError(f"row {number} is no JSON object")
            if column(record, TEXT_COLUMNS) is None:
                raise ValueError(f"row {number} has no text column (one of {', '.join(TEXT_COLUMNS)})")
            yield TextRow(number, (start, end), column(record, PLACE_COLUMNS), column(record, YEAR_COLUMNS))


class TextTable:
    """An opened table whose rows are read one by one."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("rb")
        self.encoding = encoding_of(self.stream)
        self.head = header(path, self.stream, self.encoding)

    def text(self, span: tuple[int, int]) -> str:
        """The text in the row at `span`."""
        self.stream.seek(span[0])
        piece = self.stream.read(span[1] - span[0]).decode(self.encoding)
        record = as_json(piece) if self.head is None else next(csv.DictReader(piece.splitlines(True), self.head))
        return column(record or {}, TEXT_COLUMNS) or ""

    def close(self) -> None:
        """Close the file."""
        self.stream.close()


def encoding_of(stream: IO[bytes]) -> str:
    """UTF-8, or GB18030 as Chinese spreadsheets write; leaves the stream behind a byte order mark."""
    sample = stream.read(SAMPLE)
    stream.seek(len(MARK) if sample.startswith(MARK) else 0)
    try:
        # The sample may end inside a character or in the middle of a line.
        sample.rsplit(b"\n", 1)[0].decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def header(path: Path, stream: IO[bytes], encoding: str) -> list[str] | None:
    """The column names of a CSV file, none for JSON lines; leaves the stream behind them."""
    csv.field_size_limit(MAX_ROW_BYTES)
    if path.suffix.lower() != ".csv":
        return None
    try:
        return [name.strip() for name in next(csv.reader(lines(stream, encoding)))]
    except StopIteration:
        return []


def records(
    stream: IO[bytes], encoding: str, head: list[str] | None
) -> Iterator[tuple[int, int, dict[str, str] | None]]:
    """Start and end in bytes and the fields of each row; none in place of fields for what is no JSON object."""
    start = stream.tell()
    if head is None:
        for line in lines(stream, encoding):
            if line.strip():
                try:
                    yield start, stream.tell(), as_json(line)
                except json.JSONDecodeError as error:
                    raise ValueError(f"the row at byte {start} is no JSON: {error}") from error
            start = stream.tell()
        return
    rows = csv.reader(lines(stream, encoding))
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise ValueError(f"the row at byte {start} cannot be read: {error}") from error
        if cells:
            yield start, stream.tell(), dict(zip(head, cells, strict=False))
        start = stream.tell()


def lines(stream: IO[bytes], encoding: str) -> Iterator[str]:
    """The lines of the file, read singly so that `tell` is where the last one ended."""
    while line := stream.readline(MAX_ROW_BYTES):
        yield line.decode(encoding)


def as_json(line: str) -> dict[str, str] | None:
    """The object on a line, none for another value."""
    record = json.loads(line)
    return record if isinstance(record, dict) else None


def column(record: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first filled column of `record` that bears one of `names`."""
    return next((str(record[name]) for name in names if record.get(name)), None)
