"""The panel as files for other programs, each with the codebook beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from taizhang.corpus.codebook import write_codebook
from taizhang.corpus.panel import LABELS
from taizhang.exchange.safe_cell import csv_cell, put

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".csv", ".parquet", ".dta", ".xlsx")
# Stata keeps text of up to 2045 bytes as strings that every procedure reads; longer ones become strL.
STATA_STRING_BYTES = 2045
STATA_LABEL_LENGTH = 80
EXCEL_ROWS = 1_048_576


def write_panel(frame: pd.DataFrame, path: Path, labels: Mapping[str, str] = LABELS) -> Path:
    """Write the frame in the format of the path's ending, and `NAME.codebook.md` beside it; the codebook's path.

    Raises `ValueError` for an ending that is none of `.csv`, `.parquet`, `.dta`, `.xlsx`.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"{path}: the panel is written as {', '.join(ENDINGS)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    if ending == ".csv":
        safe(frame).to_csv(path, index=False, encoding="utf-8-sig")
    elif ending == ".parquet":
        frame.to_parquet(path, index=False)
    elif ending == ".dta":
        write_stata(frame, path, labels)
    elif len(frame) >= EXCEL_ROWS:
        raise ValueError(f"{path}: {len(frame)} rows, a sheet of Excel holds {EXCEL_ROWS}; write .csv or .parquet")
    else:
        write_excel(frame, path)
    return write_codebook(frame, path, labels)


def safe(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with an apostrophe before texts that a spreadsheet would run."""
    import pandas as pd

    texts = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
    return frame.assign(**{name: frame[name].map(csv_cell, na_action="ignore") for name in texts})


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
