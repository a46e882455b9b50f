"""The place-year table that papers use: target and outcome by indicator, wording, and the level above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from taizhang.catalogue import indicator_by_code
from taizhang.corpus.derived import query

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

# The targets that the literature codes most, by catalogue code.
DEFAULT_CODES = (
    "gdp",
    "budget_revenue",
    "investment",
    "industry",
    "retail",
    "trade",
    "income",
    "income_urban",
    "income_rural",
    "cpi",
    "unemployment_surveyed",
    "jobs",
    "grain",
    "rd_intensity",
)


# Every column of the panel in order, with its label for codebook and Stata. Numbers are in the indicator's unit; rates
# are percentages. What a column holds and how it is decided: docs/corpus.md.
LABELS = {
    "adcode": "Place code (GB/T 2260)",
    "place": "Place",
    "level": "Level: nation, province, city, county",
    "year": "Year of the target",
    "code": "Catalogue code of the indicator",
    "indicator": "Indicator",
    "status": "How the report states the target",
    "quote": "Target as printed",
    "bound": "Bound: exact, approx, min, max, range, or in words",
    "aspect": "value, growth, change or rank",
    "unit": "Unit of the target",
    "target": "Target; middle of a range",
    "low": "Low end of a range",
    "high": "High end of a range",
    "reference": "What a relative target compares with",
    "firmness": "hard or soft wording (dictionary: firmness.tsv)",
    "word": "Word that makes it hard or soft",
    "upper_adcode": "Nearest place above that states a number",
    "upper_target": "Its target; middle of a range",
    "upper_low": "Its low end",
    "gap": "Target less target above, in percentage points",
    "gap_low": "Low end less low end above, in percentage points",
    "last_year": "Last year's value as the same report states it",
    "rise": "Target less last year's value, in percentage points",
    "outcome": "Outcome as next year's report states it",
    "outcome_unit": "Unit of the outcome",
    "outcome_quote": "Outcome as printed",
    "outcome_mode": "actual or estimate",
    "outcome_report": "Key of the report that states the outcome",
    "verdict": "exceeded, met, nearly, missed, silent or unclear",
    "met": "Target met or exceeded",
    "characters": "Characters of the report",
    "report": "Key of the report",
    "start": "Offset of the target in the report's text",
    "sentence": "Sentence of the target",
    "sure": "certain, or review where a person should look",
    "reason": "Why it should be looked at",
}


def panel(connection: DuckDBPyConnection, codes: Iterable[str] = DEFAULT_CODES) -> pd.DataFrame:
    """The panel in long form: a row for each place, year between its first and last report, and code.

    Columns as `LABELS`, rows in the order of adcode, year and of `codes`.
    Raises `ValueError` for a code that the catalogue does not have.
    """
    wanted = list(codes)
    for code in wanted:
        if indicator_by_code(code) is None:
            raise ValueError(f"{code}: no such code in the catalogue; see: taizhang indicators")
    return connection.execute(query("panel"), {"codes": wanted}).df()[list(LABELS)]


def wordings(connection: DuckDBPyConnection, code: str | None = None, level: str | None = None) -> pd.DataFrame:
    """With which words numeric targets are stated, by year: columns year, word, firmness, targets, share.

    `word` is empty for a number without one. Raises `ValueError` for a code that the catalogue does not have.
    """
    if code is not None and indicator_by_code(code) is None:
        raise ValueError(f"{code}: no such code in the catalogue; see: taizhang indicators")
    asked = {"code": code, "level": level, "first": 0, "last": 9999}
    return connection.execute(query("wording"), asked).df()
