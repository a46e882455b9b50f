"""What each column of a table means, written beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taizhang.language.firmness import lexicon

if TYPE_CHECKING:
    import pandas as pd

# A text column with so many values at most has them listed.
LISTED = 8


def write_codebook(frame: pd.DataFrame, path: Path, labels: Mapping[str, str]) -> Path:
    """Write `NAME.codebook.md` beside `path`: meaning, how full, which values; its path.

    Where the table has a column `firmness`, the dictionary behind it stands below.
    """
    lines = [f"# Codebook of {path.name}", "", f"{len(frame)} rows.", ""]
    lines += ["| column | meaning | filled | values |", "|---|---|---|---|"]
    for name in frame.columns:
        column = frame[name]
        values = sorted({str(value) for value in column.dropna().unique()}) if column.nunique() <= LISTED else []
        shown = ", ".join(values) if values else span_of(column)
        lines.append(f"| {name} | {labels.get(name, '')} | {int(column.notna().sum())} | {shown} |")
    if "firmness" in frame.columns:
        lines += ["", "## Hard and soft", "", *dictionary()]
    codebook = path.with_suffix(".codebook.md")
    codebook.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return codebook


def dictionary() -> list[str]:
    """The words that make a number hard or soft, by the side on which they stand."""
    lines = ["A word right after the number counts before one in front of it; a range without either is soft.", ""]
    for side in ("after", "before"):
        for said in ("hard", "soft"):
            words = "、".join(word for word, kind in lexicon()[side].items() if kind == said)
            if words:
                lines.append(f"- {said}, {side} the number: {words}")
    return lines


def span_of(column: Any) -> str:
    """The span of a numeric column, or how many different values a text column has."""
    numbers = [value for value in column.dropna() if isinstance(value, int | float)]
    return f"{min(numbers):g} to {max(numbers):g}" if numbers else f"{column.nunique()} different"
