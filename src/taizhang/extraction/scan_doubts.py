"""Records from a scan that recognition was not sure of are for a person to check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from taizhang.model import Figure, Milestone, Report, Target, Task

Record = TypeVar("Record", Figure, Target, Milestone, Task)

SURE = 0.93  # confidence of a line from which on its characters are hardly ever misread


def doubted(report: Report, records: Iterable[Record]) -> tuple[Record, ...]:
    """The records, those on poorly recognized lines marked `review` with the confidence."""
    return tuple(doubt(report, record) for record in records)


def doubt(report: Report, record: Record) -> Record:
    """A record as it was, or marked for review."""
    confidence = report.sources.place(record.start, record.end).confidence
    if confidence is None or confidence >= SURE:
        return record
    reason = f"扫描识别把握不大（{confidence:.2f}）"
    return replace(record, sure="review", reason=f"{record.reason}；{reason}" if record.reason else reason)


def is_scan(report: Report) -> bool:
    """Whether any part of the report was recognized from a picture."""
    return any(run.confidence is not None for run in report.sources.runs)
