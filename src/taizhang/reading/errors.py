"""What is raised where a file cannot be read as a report."""

from __future__ import annotations


class UnreadableDocument(ValueError):  # noqa: N818
    """A file that holds no readable text; the message names the file and says what to do."""
