"""Sentences and clauses of a report with the part they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.language.folding import fold
from taizhang.model import Report, SectionKind
from taizhang.reading import clean, sentences

CLAUSE = re.compile(r"[^，,：:。！？；]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas. `start`/`end` are offsets into `Report.text`, `text` is cleaned and folded.

    `sentence` and `paragraph` number the sentences and paragraphs of the report, `kind` is the
    top-level part it stands in.
    """

    start: int
    end: int
    text: str
    sentence: int
    paragraph: int
    kind: SectionKind | None


def clauses(report: Report) -> list[Clause]:
    """Every clause of the report's body, in reading order."""
    return list(walk(report))


def walk(report: Report) -> Iterator[Clause]:
    """The clauses of the cleaned view, mapped back to the source."""
    view = clean(report)
    text = fold(view.text)
    parts = iter(report.sections)
    part = next(parts, None)
    paragraph = 0
    for number, (first, last) in enumerate(sentences(view)):
        paragraph += first > 0 and text[first - 1] == "\n"
        for match in CLAUSE.finditer(text, first, last):
            body = match[0].strip()
            if not body:
                continue
            begin = match.start() + match[0].index(body)
            start, end = view.span(begin, begin + len(body))
            while part and start >= part.end:
                part = next(parts, None)
            kind = part.kind if part and part.start <= start else None
            yield Clause(start, end, body, number, paragraph, kind)
