"""The reports that the pages show, each with its number and its reading."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.model import Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """A report on the shelf."""

    id: int
    reading: Reading

    @property
    def name(self) -> str:
        """Place and year, as the report is called in lists."""
        report = self.reading.report
        known = f"{report.place or ''}{f'{report.year}年' if report.year else ''}"
        return known or report.title or f"{self.id}"


class Shelf:
    """Readings in the order in which they came; the same report is kept once."""

    def __init__(self) -> None:
        self.entries: dict[int, Entry] = {}

    def add(self, reading: Reading) -> Entry:
        """Put a reading on the shelf, or find it there by its hash."""
        for entry in self.entries.values():
            if entry.reading.report.sha256 == reading.report.sha256:
                return entry
        entry = Entry(len(self.entries) + 1, reading)
        self.entries[entry.id] = entry
        return entry

    def latest(self) -> Entry | None:
        """The report with the latest year; of several, the last that came."""
        return max(self.entries.values(), key=lambda entry: (entry.reading.report.year or 0, entry.id), default=None)
