"""The sentences of a report with the part they stand in: what the other rules of this room read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.model import Report, SectionKind, View

SENTENCE = re.compile(r"[^。！？；!?\n]+[。！？；!?]*[”’』」）]?|[。！？；!?]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, cleaned of breaks and blanks.

    `text` is `view.text[at : at + len(text)]`. `paragraph` numbers the paragraphs of the view;
    `opens` tells that the sentence is the first of its paragraph and `closes` that it is the last.
    `section` is the title of the top-level part it stands in, `kind` that part's kind.
    """

    report: Report
    view: View
    at: int
    text: str
    paragraph: int
    opens: bool
    closes: bool
    kind: SectionKind | None
    section: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of `text[start:end]`."""
        return self.view.span(self.at + start, self.at + end)

    def quote(self, start: int, end: int) -> str:
        """The source's own characters of `text[start:end]`."""
        return self.report.text[slice(*self.span(start, end))]

    @property
    def start(self) -> int:
        """Where the sentence begins in the source."""
        return self.view.offsets[self.at]

    @property
    def end(self) -> int:
        """Where the sentence ends in the source (exclusive)."""
        return self.view.offsets[self.at + len(self.text) - 1] + 1


def clean(text: str) -> View:
    """The text without blanks and page rules, its broken lines joined."""
    kept: list[str] = []
    offsets: list[int] = []
    position = 0
    for line in text.split("\n"):
        body = line.strip()
        if body and set(body) != {"-"}:
            for index, char in enumerate(line):
                if not char.isspace():
                    kept.append(char)
                    offsets.append(position + index)
            if kept[-1] in "。！？；：!?" or len(body) < 40:
                kept.append("\n")
                offsets.append(position + len(line))
        position += len(line) + 1
    offsets.append(len(text))
    return View("".join(kept), offsets)


def statements(report: Report) -> list[Statement]:
    """Every sentence of the report's body, in reading order."""
    return list(walk(report, clean(report.text)))


def walk(report: Report, view: View) -> Iterator[Statement]:
    """The sentences of the cleaned view, each with the top-level section that holds its start."""
    sections = list(report.sections)
    number = 0
    position = 0
    for paragraph, line in enumerate(view.text.split("\n")):
        pieces = list(SENTENCE.finditer(line))
        for index, piece in enumerate(pieces):
            at = position + piece.start()
            source = view.offsets[at]
            while number < len(sections) and sections[number].end <= source:
                number += 1
            section = sections[number] if number < len(sections) and sections[number].start <= source else None
            yield Statement(
                report, view, at, piece.group(), paragraph, index == 0, index == len(pieces) - 1,
                section.kind if section else None, number,
            )
        position += len(line) + 1
