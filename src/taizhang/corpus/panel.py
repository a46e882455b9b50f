"""The place-year table that papers use: target and outcome by indicator, wording, and the level above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from taizhang.catalogue import Indicator, indicator_by_code, place_by_code
from taizhang.corpus.absence import absent_targets
from taizhang.language.firmness import wording
from taizhang.model import Condition, Context

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

Status = Literal["stated number", "stated in words", "stated absent", "not mentioned", "no report"]

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


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One place, year and indicator. Numbers are in the indicator's unit; rates are percentages.

    `target` is the stated number, or the middle of a range; `upper_*` are the same of the next level above that
    states a number (province for a city, nation for a province), `gap` is `target` less `upper_target` and
    `gap_low` the same of the low ends, both for rates only. `outcome` is what the next year's report states for the
    year, in the target's own sense (growth for growth); `verdict` is that of docs/fulfilment.md.
    """

    adcode: str
    place: str
    level: str
    year: int
    code: str
    indicator: str
    status: Status
    quote: str | None = None
    bound: str | None = None
    aspect: str | None = None
    unit: str | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    reference: str | None = None
    firmness: str | None = None
    word: str | None = None
    upper_adcode: str | None = None
    upper_target: float | None = None
    upper_low: float | None = None
    gap: float | None = None
    gap_low: float | None = None
    outcome: float | None = None
    outcome_quote: str | None = None
    outcome_mode: str | None = None
    verdict: str | None = None
    met: bool | None = None
    characters: int | None = None
    report: str | None = None
    sentence: str | None = None


# Label of each column, for codebook and Stata.
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
    "firmness": "hard or soft wording",
    "word": "Word that makes it hard or soft",
    "upper_adcode": "Place above that states a number",
    "upper_target": "Its target; middle of a range",
    "upper_low": "Its low end",
    "gap": "Target less target above, in percentage points",
    "gap_low": "Low end less low end above, in percentage points",
    "outcome": "Outcome as next year's report states it",
    "outcome_quote": "Outcome as printed",
    "outcome_mode": "actual or estimate",
    "verdict": "exceeded, met, nearly, missed or unclear",
    "met": "Target met or exceeded",
    "characters": "Characters of the report",
    "report": "Key of the report",
    "sentence": "Sentence of the target",
}

Key = tuple[str, int, str]
RATES = frozenset({"%", "百分点"})

TARGETS = """
select reports.adcode, reports.year, targets.*
from targets join reports using (report)
where targets.code in (select unnest(?)) and reports.adcode is not null and reports.year is not null
order by reports.adcode, reports.year, targets.code, targets.start
"""

# The past year's value as the next report gives it: of the whole place, for that year alone; final figures before
# estimates, the first mention before later ones.
OUTCOMES = """
select reports.adcode, reports.year - 1 as year, figures.code, figures.aspect, figures.value, figures.unit,
       figures.quote, figures.mode
from figures join reports using (report)
where figures.code in (select unnest(?)) and figures.mode in ('actual', 'estimate') and figures.place is null
  and figures.value is not null and figures.period = cast(reports.year - 1 as varchar) and reports.adcode is not null
qualify row_number() over (
    partition by reports.adcode, reports.year, figures.code, figures.aspect order by figures.mode, figures.start
) = 1
"""

REPORTS = (
    "select adcode, place, level, year, report, characters from reports where adcode is not null and year is not null"
)


def panel(connection: DuckDBPyConnection, codes: Iterable[str] = DEFAULT_CODES) -> pd.DataFrame:
    """The panel in long form: a row for each place, year between its first and last report, and code.

    Columns as `PanelRow`, rows in the order of adcode, year and of `codes`.
    Raises `ValueError` for a code that the catalogue does not have.
    """
    import pandas as pd

    entries = [entry_of(code) for code in codes]
    wanted = [entry.code for entry in entries]
    reports = {(row["adcode"], row["year"]): row for row in records(connection, REPORTS)}
    targets: dict[Key, dict[str, Any]] = {}
    for row in records(connection, TARGETS, [wanted]):
        targets.setdefault((row["adcode"], row["year"], row["code"]), row)
    outcomes = {
        (row["adcode"], row["year"], row["code"], row["aspect"]): row for row in records(connection, OUTCOMES, [wanted])
    }
    absent = absent_targets(connection)
    rows = {
        (adcode, year, entry.code): row_of(
            adcode, year, entry, names, reports.get((adcode, year)), targets.get((adcode, year, entry.code)), absent
        )
        for adcode, (years, names) in spans(reports).items()
        for year in years
        for entry in entries
    }
    found = [with_upper(with_outcome(row, outcomes, entry_of(row.code)), rows) for row in rows.values()]
    names = [field.name for field in fields(PanelRow)]
    return pd.DataFrame([[getattr(row, name) for name in names] for row in found], columns=names)


def entry_of(code: str) -> Indicator:
    """The catalogue's entry; raises `ValueError` for an unknown code."""
    entry = indicator_by_code(code)
    if entry is None:
        raise ValueError(f"{code}: no such code in the catalogue; see: taizhang indicators")
    return entry


def records(connection: DuckDBPyConnection, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
    """The rows of a query by column."""
    result = connection.execute(query, values or [])
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def spans(reports: Mapping[tuple[str, int], Mapping[str, Any]]) -> dict[str, tuple[range, Mapping[str, Any]]]:
    """Every place with the years from its first to its last report, in the order of codes."""
    years: dict[str, list[int]] = {}
    for adcode, year in reports:
        years.setdefault(adcode, []).append(year)
    return {
        adcode: (range(min(known), max(known) + 1), reports[adcode, max(known)])
        for adcode, known in sorted(years.items())
    }


def row_of(
    adcode: str,
    year: int,
    entry: Indicator,
    names: Mapping[str, Any],
    report: Mapping[str, Any] | None,
    target: Mapping[str, Any] | None,
    absent: set[tuple[str, str]],
) -> PanelRow:
    """The row of one target, or of its absence and the reason for it."""
    bare = PanelRow(adcode, names["place"], names["level"], year, entry.code, entry.name, "no report")
    if report is None:
        return bare
    bare = replace(bare, characters=report["characters"], report=report["report"])
    if target is None:
        return replace(bare, status="stated absent" if (report["report"], entry.code) in absent else "not mentioned")
    numeric = target["unit"] is not None
    middle = target["value"]
    if middle is None and target["low"] is not None:
        middle = (target["low"] + target["high"]) / 2
    said = worded(target) if numeric else None
    return replace(
        bare,
        status="stated number" if numeric else "stated in words",
        **{name: target[name] for name in ("quote", "bound", "aspect", "unit", "low", "high", "reference", "sentence")},
        target=middle,
        firmness=said.firmness if said else None,
        word=said.word if said else None,
    )


def worded(target: Mapping[str, Any]) -> Any:
    """The wording of a number in its sentence, where it stands there once or where it stands first."""
    sentence = target["sentence"] or ""
    at = sentence.find(target["quote"])
    return None if at < 0 else wording(sentence, at, at + len(target["quote"]), is_range=target["bound"] == "range")


def with_outcome(row: PanelRow, outcomes: Mapping[tuple[Any, ...], Mapping[str, Any]], entry: Indicator) -> PanelRow:
    """The row with the outcome that the next report states, and the verdict where it can be judged."""
    senses = (row.aspect,) if row.aspect else ("growth", "value")
    outcome = next((o for sense in senses if (o := outcomes.get((row.adcode, row.year, row.code, sense)))), None)
    if outcome is None:
        return row
    row = replace(row, outcome=outcome["value"], outcome_quote=outcome["quote"], outcome_mode=outcome["mode"])
    if row.status != "stated number" or row.bound is None or row.unit != outcome["unit"]:
        return row
    condition = Condition(**condition_fields(row))
    context = Context(better="lower" if entry.better == "lower" else "higher", price=row.code == "cpi")
    verdict = condition.judge(Decimal(str(outcome["value"])), context).verdict
    return replace(row, verdict=verdict, met=verdict in ("met", "exceeded"))


def condition_fields(row: PanelRow) -> dict[str, Any]:
    """A row's target as the fields of a condition."""
    numbers = {"low": row.low, "high": row.high} if row.low is not None else {"value": row.target}
    exact = {name: Decimal(str(number)) for name, number in numbers.items() if number is not None}
    return {"bound": row.bound, "unit": row.unit, "aspect": row.aspect, **exact}


def with_upper(row: PanelRow, rows: Mapping[Key, PanelRow]) -> PanelRow:
    """The row with the target of the nearest level above that states a number in the same sense."""
    place = place_by_code(row.adcode)
    above = place.parent if place else None
    while above:
        upper = rows.get((above, row.year, row.code))
        if upper and upper.target is not None and (row.target is None or upper.unit == row.unit):
            # Rates can be held against each other; amounts of a city and a nation cannot.
            comparable = row.unit in RATES
            lows = row.target if row.low is None else row.low, upper.target if upper.low is None else upper.low
            return replace(
                row,
                upper_adcode=above,
                upper_target=upper.target,
                upper_low=lows[1],
                gap=rounded(row.target - upper.target) if comparable and row.target is not None else None,
                gap_low=rounded(lows[0] - lows[1])
                if comparable and lows[0] is not None and lows[1] is not None
                else None,
            )
        place = place_by_code(above)
        above = place.parent if place else None
    return row


def rounded(number: float) -> float:
    """A difference without the dust of binary fractions."""
    return round(number, 6)
