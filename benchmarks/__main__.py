"""`python -m benchmarks`: every comparison, written to docs/performance.md."""

from __future__ import annotations

import platform
from pathlib import Path

from benchmarks import exam, growth, pdf_reading, speed

SKIPPED = "Skipped"
PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
HEAD = """# Performance

Written by `make bench`; all rows of a table come from one run on one machine, so the ratios hold and the
absolute numbers are that machine's.

"""


def sections() -> dict[str, str]:
    """Title and table of each comparison that could be made; a sentence with the reason where it could not."""
    rows, results, paper = speed.measure(), exam.run(), pdf_reading.measure()
    return {
        "Speed and memory": speed.table(rows) if rows else f"{SKIPPED}: no reports (set TAIZHANG_REFERENCE).",
        "PDF": pdf_reading.table(paper) if paper else f"{SKIPPED}: no soffice (LibreOffice) installed.",
        "Growth": growth.table(growth.measure()),
        "Exam of numbers, percentages and currencies": exam.table(results)
        if results
        else f"{SKIPPED}: TAIZHANG_EXAM names no folder with the specifications of Recognizers-Text.",
    }


def main() -> None:
    """Measure, print and write the page; what was skipped keeps the table that stands there."""
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}.\n\n"
    measured, before = sections(), written(PAGE.read_text(encoding="utf-8"))
    print(page_of(machine, measured))
    kept = {title: before.get(title, text) if text.startswith(SKIPPED) else text for title, text in measured.items()}
    PAGE.write_text(page_of(machine, kept), encoding="utf-8")


def page_of(machine: str, texts: dict[str, str]) -> str:
    """The page of these sections."""
    return HEAD + machine + "\n\n".join(f"## {title}\n\n{text}" for title, text in texts.items()) + "\n"


def written(page: str) -> dict[str, str]:
    """The sections of a page by their titles."""
    parts = (part.split("\n\n", 1) for part in page.split("\n## ")[1:])
    return {title: text.strip() for title, text in parts}


if __name__ == "__main__":
    main()
