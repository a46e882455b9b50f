"""A report: one document with its exact text and section tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from taizhang.model.source import NOWHERE, SourceMap

SectionKind = Literal["preamble", "review", "plan_multi_year", "plan_year", "self_building", "annex", "closing"]
Level = Literal["nation", "province", "city", "county"]
Sure = Literal["certain", "review"]


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the section tree; `start`/`end` are half-open character offsets into `Report.text`.

    Top-level sections carry a `kind` and tile the body of the report without gap or overlap;
    their descendants are the numbered headings inside them. `title` is the heading as printed
    (with its numbering word), empty where the part has none.
    """

    kind: SectionKind | None
    title: str
    start: int
    end: int
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Report:
    """One document. `text` is what the format's reader yielded and is never altered.

    `furniture` lists the spans of `text` that belong to the page around the report (buttons,
    share links, editors' lines): outside the section tree, inside the text. `doubts` says in words
    why a field of the title page should be looked at; `sure` is `review` when there is any.
    `sources` says on which page, in which paragraph and box each character stands, as far as the
    format knows; `attachments` are the names of files that the page offers beside the report.
    """

    text: str
    sha256: str
    place: str | None = None
    adcode: str | None = None
    level: Level | None = None
    year: int | None = None
    date: str | None = None
    speaker: str | None = None
    title: str | None = None
    session: str | None = None
    sections: tuple[Section, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    doubts: tuple[str, ...] = ()
    sources: SourceMap = NOWHERE
    attachments: tuple[str, ...] = ()

    @property
    def sure(self) -> Sure:
        """`review` where any field of the title page is in doubt."""
        return "review" if self.doubts else "certain"
