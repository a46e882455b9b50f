"""A cleaned view of a text that maps every character back to the original."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """`text` for reading by rules; `offsets[i]` is where `text[i]` stands in the source.

    `offsets` has one entry more than `text` (the end), and rises strictly over kept characters.
    """

    text: str
    offsets: tuple[int, ...] | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source span of `text[start:end]`, dropped characters at its rim left off."""
        if end <= start:
            at = self.offsets[start]
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1
