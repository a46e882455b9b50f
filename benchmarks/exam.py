"""The public exam of Chinese numbers, percentages and currencies that Microsoft Recognizers-Text ships.

TAIZHANG_EXAM names a folder that holds its specifications (NumberModel.json, PercentModel.json, CurrencyModel.json
of Specs/…/Chinese). They are not part of this project. A case is right when all its results, and no other, are
found with the same text and value (and currency); `values` counts a case also where only the text is cut differently,
as in «十» against «十个». The specifications write texts in either width and case, so neither counts.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import taizhang
from taizhang.language import Quantity
from taizhang.language.folding import fold

MODELS = ("NumberModel", "PercentModel", "CurrencyModel")
OTHERS = {"percent", "point", "money"}
Answer = tuple[str, Decimal, str]


@dataclass(frozen=True, slots=True)
class Result:
    """Cases of one model: how many, how many right, how many right in their values, and the failed inputs."""

    model: str
    cases: int
    right: int
    values: int
    failed: tuple[str, ...]


def folder() -> Path | None:
    """The folder with the specifications, or none where the variable is unset or names no folder."""
    named = os.environ.get("TAIZHANG_EXAM")
    return Path(named) if named and Path(named).is_dir() else None


def expected(case: dict, model: str) -> list[Answer]:
    """The results that the specification asks for."""
    return [
        (
            fold(result["Text"]),
            Decimal(str(result["Resolution"]["value"]).rstrip("%")),
            result["Resolution"].get("isoCurrency", "") if model == "CurrencyModel" else "",
        )
        for result in case["Results"]
        if result["Resolution"].get("value") not in (None, "", "null")
    ]


def answers(quantity: Quantity, model: str) -> bool:
    """Whether this kind of quantity is asked for: numbers are those that no other model takes."""
    if model == "CurrencyModel":
        return quantity.kind == "money"
    if model == "PercentModel":
        return quantity.kind in {"percent", "point"}
    return quantity.kind not in OTHERS


def given(text: str, model: str) -> list[Quantity]:
    """What Taizhang finds for a model; a range has no single value and answers nothing."""
    found = [quantity for quantity in taizhang.quantities(text) if answers(quantity, model)]
    return [quantity for quantity in found if quantity.value is not None]


def same(a: Decimal, b: Decimal) -> bool:
    """Equal to the thirteen digits that the specification prints at least."""
    return abs(a - b) <= abs(a) * Decimal("1e-13")


def mark(case: dict, model: str) -> tuple[bool, bool]:
    """Whether the case is right, and whether its values are."""
    wanted, found = expected(case, model), given(case["Input"], model)
    if len(wanted) != len(found):
        return False, False
    pairs = list(zip(wanted, found, strict=True))
    values = all(same(value, q.value) and code == (q.currency or "" if code else "") for (_, value, code), q in pairs)
    texts = all(text.casefold() in {fold(q.quote).casefold(), fold(q.number).casefold()} for (text, _, _), q in pairs)
    return values and texts, values


def sit(model: str, cases: list[dict]) -> Result:
    """Mark all cases of a model."""
    marks = [mark(case, model) for case in cases]
    failed = tuple(case["Input"] for case, (right, _) in zip(cases, marks, strict=True) if not right)
    return Result(model, len(cases), sum(right for right, _ in marks), sum(values for _, values in marks), failed)


def run() -> list[Result]:
    """The results by model; empty where there is no folder."""
    home = folder()
    if home is None:
        return []
    paths = [found for model in MODELS for found in home.rglob(f"{model}.json")]
    return [sit(path.stem, json.loads(path.read_text(encoding="utf-8-sig"))) for path in paths]


def table(results: list[Result]) -> str:
    """The marks as a Markdown table."""
    lines = ["| specification | cases | right | share | right in value |", "|---|---:|---:|---:|---:|"]
    cases, right, values = (sum(getattr(one, name) for one in results) for name in ("cases", "right", "values"))
    for one in [*results, Result("all", cases, right, values, ())]:
        lines.append(f"| {one.model} | {one.cases} | {one.right} | {one.right / one.cases:.1%} | {one.values} |")
    return "\n".join(lines)


def main() -> None:
    """Print the marks and the failed inputs."""
    results = run()
    if not results:
        print("exam skipped: TAIZHANG_EXAM names no folder with the specifications of Recognizers-Text")
        return
    for text in (text for result in results for text in result.failed):
        print(text, [(q.quote, str(q.value), q.unit) for q in taizhang.quantities(text)])
    print(table(results))


if __name__ == "__main__":
    main()
