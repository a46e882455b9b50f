"""The verdict of each row of the place-year table, by the rules of docs/fulfilment.md."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import pyarrow as pa

from taizhang.catalogue import indicator_by_code
from taizhang.model import Condition, Context


def with_verdicts(rows: pa.Table) -> pa.Table:
    """The rows with `verdict` and `met`, judged by docs/fulfilment.md; the column of the reference's outcome goes."""
    verdicts = [verdict(*(row[name] for name in JUDGED)) for row in rows.select(list(JUDGED)).to_pylist()]
    met = [None if said in (None, "silent", "unclear") else said in ("met", "exceeded") for said in verdicts]
    rows = rows.append_column("verdict", pa.array(verdicts, pa.string())).append_column(
        "met", pa.array(met, pa.bool_())
    )
    return rows.drop_columns(["reference_outcome", "next_report"])


JUDGED = (
    "code", "status", "bound", "aspect", "unit", "target", "low", "high",
    "outcome", "outcome_unit", "reference_outcome", "next_report",
)  # fmt: skip


@lru_cache(maxsize=65536)
def verdict(
    code: str,
    status: str,
    bound: str | None,
    aspect: str | None,
    unit: str | None,
    target: float | None,
    low: float | None,
    high: float | None,
    outcome: float | None,
    outcome_unit: str | None,
    reference_outcome: float | None,
    next_report: bool,
) -> str | None:
    """How the outcome answers the target: none where there is no target or no next report.

    A number is judged against an outcome in its own unit, a direction (保持增长, 高于…) against a growth rate.
    """
    if bound is None or not next_report:
        return None
    if outcome is None:
        return "silent"
    numeric = status == "stated number"
    if outcome_unit != unit if numeric else outcome_unit != "%":
        return "unclear"
    entry = indicator_by_code(code)
    condition = Condition(
        bound=bound,  # type: ignore[arg-type]
        value=exact(target) if low is None else None,
        low=exact(low),
        high=exact(high),
        unit=unit,
        aspect=aspect,  # type: ignore[arg-type]
    )
    context = Context(
        better="lower" if entry and entry.better == "lower" else "higher",
        price=code == "cpi",
        reference=exact(reference_outcome),
    )
    return condition.judge(exact(outcome), context).verdict


def exact(number: float | None) -> Decimal | None:
    """The decimal that a number was read from."""
    return None if number is None else Decimal(str(number))
