"""The words of the pages in Chinese and English, from `words.tsv` (columns key, zh, en)."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request

LANGUAGES = ("zh", "en")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every key with its word in each language."""
    with (Path(__file__).parent / "words.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["key"]: {language: row[language] for language in LANGUAGES} for row in rows}


def word(language: str, key: str, **values: Any) -> str:
    """The word for a key, its `{names}` filled; `KeyError` for a key that the file does not have."""
    return catalogue()[key][language].format(**values)


def language_of(request: Request) -> str:
    """The language asked for in the address, else the one of the cookie, else Chinese."""
    asked = request.query_params.get("lang") or request.cookies.get("lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]
