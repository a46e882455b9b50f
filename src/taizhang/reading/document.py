"""What a format's reader yields: the text in reading order and where each stretch of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from taizhang.model import Run, SourceMap
from taizhang.model.source import NOWHERE, Anchors, Box


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text with its sources and the names of the files it offers."""

    text: str
    sources: SourceMap = NOWHERE
    attachments: tuple[str, ...] = ()


@dataclass(slots=True)
class Writer:
    """Collects the text of a document run by run."""

    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    paragraph: int = 1

    def write(
        self,
        text: str,
        page: int | None = None,
        box: Box | None = None,
        anchors: Anchors = (),
        confidence: float | None = None,
    ) -> None:
        """Add text of the current paragraph."""
        if text:
            self.runs.append(Run(self.length, self.length + len(text), page, self.paragraph, box, anchors, confidence))
            self.plain(text)

    def plain(self, text: str) -> None:
        """Add text that stands nowhere in the document: what divides cells and lines."""
        self.parts.append(text)
        self.length += len(text)

    def end_paragraph(self) -> None:
        """End the current paragraph; one without text does not count."""
        if self.runs and self.runs[-1].paragraph == self.paragraph:
            self.plain("\n")
            self.paragraph += 1

    def document(self, pages: Sequence[tuple[float, float]] = (), attachments: Sequence[str] = ()) -> Document:
        """What was written."""
        return Document("".join(self.parts), SourceMap(tuple(self.runs), tuple(pages)), tuple(attachments))
