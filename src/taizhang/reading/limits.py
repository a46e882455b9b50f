"""What an untrusted document may cost: every limit of reading in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document; passing one is an `UnreadableDocument` that names it."""

    text_bytes: int = 10_000_000  # plain text, Markdown, HTML: a report has 60 000 to 200 000


LIMITS = Limits()
