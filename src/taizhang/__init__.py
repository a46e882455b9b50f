"""Taizhang 台账: a living ledger of Chinese government work reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from taizhang.extraction import extract
from taizhang.fulfilment import compare as compare_readings
from taizhang.language import Quantity, quantities
from taizhang.model import Comparison, Reading
from taizhang.reading import read_report

if TYPE_CHECKING:
    from taizhang.ledger import Ledger

__all__ = ["Comparison", "Ledger", "Quantity", "Reading", "compare", "quantities", "read"]


def read(path: str | Path) -> Reading:
    """Read the report at `path`: its text, title page, section tree and every extracted record.

    Raises `OSError` where the file cannot be opened.
    """
    return extract(read_report(path))


def compare(earlier: str | Path | Reading, later: str | Path | Reading) -> Comparison:
    """What became of the promises of one report, by the next report of the same place.

    Takes files or readings. Raises `OSError` where a file cannot be opened and `ValueError` where the
    two are not reports of one place in consecutive years.
    """
    first, last = (one if isinstance(one, Reading) else read(one) for one in (earlier, later))
    return compare_readings(first, last)


def __getattr__(name: str) -> Any:
    """`taizhang.Ledger`, brought in when it is asked for: reading a report needs no database."""
    if name == "Ledger":
        from taizhang.ledger import Ledger

        return Ledger
    raise AttributeError(f"module 'taizhang' has no attribute {name!r}")
