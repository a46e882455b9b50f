"""Sentences of a cleaned view."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.model import View

# Ended by 。！？； (with the quotes and brackets that close behind it) or by the end of the paragraph.
SENTENCE = re.compile(r"[^\n。！？；]*(?:[。！？；][”’」』）】]*|[^\n。！？；](?=\n|\Z))")


def sentences(view: View, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The half-open spans in `view.text` of its sentences, between `start` and `end`, in order."""
    stop = len(view.text) if end is None else end
    for match in SENTENCE.finditer(view.text, start, stop):
        yield match.span()
