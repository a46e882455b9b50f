"""Bytes to `Report`: formats, encoding, page furniture, title page, section tree."""

from __future__ import annotations

import hashlib
from pathlib import Path

from taizhang.model import Report

__all__ = ["read_report"]


def read_report(path: str | Path) -> Report:
    """The report in the file at `path`.

    Raises `OSError` where the file cannot be opened.
    """
    data = Path(path).read_bytes()
    return Report(text=data.decode("utf-8-sig"), sha256=hashlib.sha256(data).hexdigest())
