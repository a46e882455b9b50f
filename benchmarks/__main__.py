"""`python -m benchmarks`: every comparison, written to docs/performance.md."""

from __future__ import annotations

import platform
from pathlib import Path

from benchmarks import exam, growth, pdf_reading, speed

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
HEAD = """# Performance

Written by `make bench`; all rows of a table come from one run on one machine, so the ratios hold and the
absolute numbers are that machine's.

"""


def sections() -> dict[str, str]:
    """Title and table of each comparison that could be made; a sentence with the reason where it could not."""
    rows, results, paper = speed.measure(), exam.run(), pdf_reading.measure()
    return {
        "Speed and memory": speed.table(rows) if rows else "Skipped: no reports (set TAIZHANG_REFERENCE).",
        "PDF": pdf_reading.table(paper) if paper else "Skipped: no soffice (LibreOffice) installed.",
        "Growth": growth.table(growth.measure()),
        "Exam of numbers, percentages and currencies": exam.table(results)
        if results
        else "Skipped: TAIZHANG_EXAM names no folder with the specifications of Recognizers-Text.",
    }


def main() -> None:
    """Measure, print and write the page."""
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}.\n\n"
    page = HEAD + machine + "\n\n".join(f"## {title}\n\n{text}" for title, text in sections().items()) + "\n"
    PAGE.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
