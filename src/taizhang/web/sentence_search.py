"""Sentences of a report that hold certain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from taizhang.model import Reading
from taizhang.web.report_text import SENTENCE, walk


def search_reading(reading: Reading, words: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Every sentence that holds all of `words`, with its span and the title of its part; none for no words."""
    if not words:
        return
    text, at = reading.report.text, 0
    parts = [section for _, section in walk(reading.report.sections)]
    for line in text.splitlines(keepends=True):
        if all(word in line for word in words):
            for found in SENTENCE.finditer(line.rstrip()):
                start = at + found.start()
                if all(word in found.group() for word in words):
                    inside = [part.title for part in parts if part.title and part.start <= start < part.end]
                    yield {"start": start, "end": at + found.end(), "text": found.group().strip(), "path": inside}
        at += len(line)
