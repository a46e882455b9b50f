"""Taizhang 台账: a living ledger of Chinese government work reports."""

from __future__ import annotations

from pathlib import Path

from taizhang.extraction import extract
from taizhang.language import Quantity, quantities
from taizhang.model import Reading
from taizhang.reading import read_report

__all__ = ["Quantity", "Reading", "quantities", "read"]


def read(path: str | Path) -> Reading:
    """Read the report at `path`: its text, title page, section tree and every extracted record.

    Raises `OSError` where the file cannot be opened.
    """
    return extract(read_report(path))
