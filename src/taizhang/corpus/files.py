"""The panel as files for other programs, each with the codebook beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taizhang.corpus.panel import LABELS
from taizhang.exchange.safe_cell import csv_cell, put

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".csv", ".parquet", ".dta", ".xlsx")
# Stata keeps text of up to 2045 bytes as strings that every procedure reads; longer ones become strL.
STATA_STRING_BYTES = 2045
STATA_LABEL_LENGTH = 80


def write_panel(frame: pd.DataFrame, path: Path, labels: Mapping[str, str] = LABELS) -> Path:
    """Write the frame in the format of the path's ending, and `NAME.codebook.md` beside it; the codebook's path.

    Raises `ValueError` for an ending that is none of `.csv`, `.parquet`, `.dta`, `.xlsx`.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"{path}: the panel is written as {', '.join(ENDINGS)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    if ending == ".csv":
        safe = frame.apply(lambda column: column.map(csv_cell) if column.dtype == object else column)
        safe.to_csv(path, index=False, encoding="utf-8-sig")
    elif ending == ".parquet":
        frame.to_parquet(path, index=False)
    elif ending == ".dta":
        write_stata(frame, path, labels)
    else:
        write_excel(frame, path)
    return write_codebook(frame, path, labels)


def write_stata(frame: pd.DataFrame, path: Path, labels: Mapping[str, str]) -> None:
    """Stata 14 or newer (format 118, UTF-8), with variable labels; text that is absent is the empty string."""
    ready = frame.copy()
    for name in ready.columns:
        if name == "met":
            ready[name] = ready[name].map({True: 1.0, False: 0.0}).astype("float64")
        elif ready[name].dtype == object or str(ready[name].dtype) in ("string", "str"):
            numbers = [value for value in ready[name] if isinstance(value, int | float) and value == value]
            if not numbers:
                ready[name] = ready[name].map(stata_text)
            else:
                ready[name] = ready[name].astype("float64")
    known = {name: labels[name][:STATA_LABEL_LENGTH] for name in ready.columns if name in labels}
    ready.to_stata(path, write_index=False, version=118, variable_labels=known)


def stata_text(value: object) -> str:
    """A cell as Stata's text, cut to what a plain string holds."""
    if not isinstance(value, str):
        return ""
    return value.encode()[:STATA_STRING_BYTES].decode(errors="ignore")


def write_excel(frame: pd.DataFrame, path: Path) -> None:
    """One sheet with a frozen header; text that begins like a formula stays text."""
    import pandas as pd
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "panel"
    for place, name in enumerate(frame.columns, 1):
        put(sheet, 1, place, name)
    for number, row in enumerate(frame.itertuples(index=False), 2):
        for place, value in enumerate(row, 1):
            if not pd.isna(value):
                put(sheet, number, place, value)
    sheet.freeze_panes = "A2"
    book.save(path)


def write_codebook(frame: pd.DataFrame, path: Path, labels: Mapping[str, str]) -> Path:
    """What each column means, how full it is, and which values text columns of few values take."""
    lines = [
        f"# Codebook of {path.name}",
        "",
        f"{len(frame)} rows.",
        "",
        "| column | meaning | filled | values |",
        "|---|---|---|---|",
    ]
    for name in frame.columns:
        column = frame[name]
        values = sorted({str(value) for value in column.dropna()})
        shown = ", ".join(values) if 0 < len(values) <= 8 else span_of(column)
        lines.append(f"| {name} | {labels.get(name, '')} | {int(column.notna().sum())} | {shown} |")
    codebook = path.with_suffix(".codebook.md")
    codebook.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return codebook


def span_of(column: Any) -> str:
    """The span of a numeric column, or how many different values a text column has."""
    numbers = [value for value in column.dropna() if isinstance(value, int | float)]
    return f"{min(numbers):g} to {max(numbers):g}" if numbers else f"{column.nunique()} different"
