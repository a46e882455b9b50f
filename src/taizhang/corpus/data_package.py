"""The panel as a Frictionless data package: tables as CSV, what their columns mean, and where they come from.

The form is that of specs.frictionlessdata.io: `datapackage.json` beside the folder `data`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taizhang.corpus.codebook import write_codebook
from taizhang.corpus.files import safe
from taizhang.corpus.panel import LABELS, panel
from taizhang.corpus.shares import WordList, share_labels, shares

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODC-BY-1.0": "https://opendatacommons.org/licenses/by/1-0/",
}
REPORT_LABELS = {
    "report": "Key: the first 16 hexadecimal digits of the file's SHA-256",
    "source": "File, or entry of an archive, or row of a table",
    "place": "Place",
    "adcode": "Place code (GB/T 2260)",
    "level": "Level: nation, province, city, county",
    "year": "Year that the report plans",
    "date": "Day of the speech",
    "speaker": "Who gave it",
    "title": "Title as printed",
    "session": "Session of the congress",
    "characters": "Characters of the text",
    "figures": "Figures read",
    "targets": "Listed targets read",
    "tasks": "Tasks read",
    "sha256": "SHA-256 of the file",
}
DICTIONARY_LABELS = {"word": "Word", "class": "hard or soft", "side": "Before or after the number"}
LIST_LABELS = {"list": "Word list", "version": "Its version", "word": "Word"}
KEYS = {
    "panel": ["adcode", "year", "code"],
    "reports": ["report"],
    "shares": ["report"],
    "shares_by_section": ["report", "kind"],
}
OF_REPORTS = {"panel", "shares", "shares_by_section"}


def write_package(
    connection: DuckDBPyConnection, folder: Path, codes: list[str], lists: tuple[WordList, ...], licence: str
) -> Path:
    """Write the package below `folder`, made where it does not exist; the path of `datapackage.json`.

    Raises `ValueError` for an unknown licence or code, and where `folder` holds other things.
    """
    if licence not in LICENCES:
        raise ValueError(f"licence {licence}: choose one of {', '.join(LICENCES)}")
    descriptor = folder / "datapackage.json"
    if folder.exists() and any(folder.iterdir()) and not descriptor.exists():
        raise ValueError(f"{folder}: this folder holds other files; name a new one")
    (folder / "data").mkdir(parents=True, exist_ok=True)
    said = share_labels(lists)
    tables = {
        "panel": (panel(connection, codes), LABELS),
        "reports": (connection.execute("select * from reports order by adcode, year, report").df(), REPORT_LABELS),
        "shares": (shares(connection, lists), said),
        "shares_by_section": (shares(connection, lists, by_section=True), said),
        "firmness": (firmness(), DICTIONARY_LABELS),
        "word_lists": (words_of(lists), LIST_LABELS),
    }
    described = []
    for name, (frame, labels) in tables.items():
        safe(frame).to_csv(folder / "data" / f"{name}.csv", index=False, encoding="utf-8")
        described.append(resource(name, frame, labels))
        write_codebook(frame, folder / "data" / f"{name}.csv", labels)
    package = {
        "profile": "tabular-data-package",
        "name": "government-work-reports",
        "title": "Targets and outcomes of government work reports 政府工作报告",
        "description": "Place-year panel read from the reports listed in data/reports.csv. How each value is decided: "
        "docs/corpus.md of taizhang.",
        "version": version("taizhang"),
        "licenses": [{"name": licence, "path": LICENCES[licence]}],
        "sources": [{"title": "Government work reports; file and SHA-256 of each in data/reports.csv"}],
        "resources": described,
    }
    descriptor.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return descriptor


def resource(name: str, frame: pd.DataFrame, labels: Mapping[str, str]) -> dict[str, Any]:
    """One table as the package describes it."""
    schema: dict[str, Any] = {
        "fields": [
            {"name": column, "type": type_of(frame[column]), "description": labels.get(column, "")}
            for column in frame.columns
        ],
        "missingValues": [""],
    }
    if name in KEYS:
        schema["primaryKey"] = KEYS[name]
    if name in OF_REPORTS:
        schema["foreignKeys"] = [{"fields": "report", "reference": {"resource": "reports", "fields": "report"}}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"data/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def type_of(column: pd.Series[Any]) -> str:
    """The type of a column in the words of Table Schema."""
    import pandas as pd

    if pd.api.types.is_bool_dtype(column):
        return "boolean"
    if pd.api.types.is_integer_dtype(column):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(column) else "string"


def firmness() -> pd.DataFrame:
    """The dictionary of hard and soft words."""
    import pandas as pd

    text = (resources.files("taizhang.language") / "firmness.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))
    return pd.DataFrame(rows, columns=list(DICTIONARY_LABELS))


def words_of(lists: tuple[WordList, ...]) -> pd.DataFrame:
    """The word lists with their versions."""
    import pandas as pd

    rows = [(entry.name, entry.version, word) for entry in lists for word in entry.words]
    return pd.DataFrame(rows, columns=list(LIST_LABELS))
