"""A comparison as rows: the table for the congress (对照表), the changes, and the JSON object."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import Any

from taizhang.exchange.office_row import Column
from taizhang.exchange.verdict_words import CHANGES, KINDS, VERDICTS, demand, why
from taizhang.model import Change, Comparison, Condition, Fulfilment, Outcome, Promise
from taizhang.model.reading import plain


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One promise with its result, every field as printed."""

    area: str
    kind: str
    promise: str
    demand: str
    result: str
    verdict: str
    why: str
    place: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One promise as the next report takes it up, or does not."""

    area: str
    indicator: str
    before: str
    after: str


RESULT_COLUMNS = (
    Column("序号", "number", 6),
    Column("领域", "area", 14),
    Column("类别", "kind", 12),
    Column("上年承诺", "promise", 40),
    Column("要求", "demand", 16),
    Column("完成情况", "result", 40),
    Column("是否完成", "verdict", 12),
    Column("说明", "why", 40),
    Column("出处", "place", 16),
)
CHANGE_COLUMNS = (
    Column("序号", "number", 6),
    Column("变化", "area", 12),
    Column("指标或事项", "indicator", 40),
    Column("上年", "before", 40),
    Column("今年", "after", 40),
)


def result_rows(comparison: Comparison) -> list[ResultRow]:
    """Every promise in the order of the earlier report."""
    return [result_row(one) for one in comparison.fulfilments]


def result_row(one: Fulfilment) -> ResultRow:
    """One promise with its result; the place gives the characters of both texts."""
    promise, outcome = one.promise, one.outcome
    return ResultRow(
        area=promise.area or KINDS[promise.kind],
        kind=KINDS[promise.kind],
        promise=promise_words(promise),
        demand=demand(promise.condition),
        result=outcome.quote if outcome else "",
        verdict=VERDICTS[one.judgement.verdict],
        why=explained(one),
        place=f"{promise.start}—{promise.end}" + (f" → {outcome.start}—{outcome.end}" if outcome else ""),
    )


def explained(one: Fulfilment) -> str:
    """Why the verdict is what it is: the rule's sentence, or who decided it in which words."""
    sentence = why(one.judgement, one.promise.condition)
    if one.ruled_by is None:
        return sentence
    ending = f"（{one.ruled_by}：{one.ruling}）" if one.ruling else f"（{one.ruled_by}核）"
    return sentence + ending


def promise_words(promise: Promise) -> str:
    """A promise as it can be understood alone: a target with its indicator, an act with its verb."""
    if promise.kind == "headline":
        return f"{promise.indicator}：{promise.quote}"
    return promise.indicator if promise.kind == "milestone" else promise.quote


def change_rows(comparison: Comparison) -> list[ChangeRow]:
    """Every change, gathered by kind."""
    order = list(CHANGES)
    return [
        ChangeRow(
            CHANGES[one.kind],
            one.indicator,
            change_words(one.before),
            change_words(one.after),
        )
        for one in sorted(comparison.changes, key=lambda one: order.index(one.kind))
    ]


def change_words(promise: Promise | None) -> str:
    """What a paper demands: the condition as a paper prints it, else its own words."""
    if promise is None:
        return ""
    return demand(promise.condition) if promise.kind == "headline" and demand(promise.condition) else promise.quote


def comparison_title(comparison: Comparison) -> str:
    """苏州市2020年政府工作报告承诺完成情况对照表."""
    earlier = comparison.earlier
    year = f"{earlier.year}年" if earlier.year else ""
    return f"{earlier.place or ''}{year}政府工作报告承诺完成情况对照表"


def verdict_counts(comparison: Comparison) -> dict[str, dict[str, int]]:
    """Area → verdict → how many promises, in the order of the earlier report; the whole under 合计."""
    areas: dict[str, Counter[str]] = {"合计": Counter()}
    for one in comparison.fulfilments:
        areas.setdefault(one.promise.area or KINDS[one.promise.kind], Counter())[one.judgement.verdict] += 1
        areas["合计"][one.judgement.verdict] += 1
    return {area: {verdict: counts[verdict] for verdict in VERDICTS} for area, counts in areas.items()}


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """The object that `taizhang compare --json` prints: plain JSON types, offsets into the two texts."""
    return {
        "earlier": report_fields(comparison.earlier),
        "later": report_fields(comparison.later),
        "promises": [promise_record(one) for one in comparison.fulfilments],
        "changes": [change_record(one) for one in comparison.changes],
    }


def report_fields(report: Any) -> dict[str, Any]:
    """What names a report."""
    return {name: getattr(report, name) for name in ("place", "adcode", "year", "title", "sha256")}


def promise_record(one: Fulfilment) -> dict[str, Any]:
    """One promise with its outcome (null where the next report is silent) and verdict."""
    promise, outcome = one.promise, one.outcome
    return {
        "kind": promise.kind,
        "indicator": promise.indicator,
        **({"code": promise.code} if promise.code else {}),
        "area": promise.area,
        "promise": span_record(promise),
        "condition": condition_record(promise.condition),
        "outcome": span_record(outcome) if outcome else None,
        "actual": plain(outcome.actual) if outcome else None,
        "verdict": one.judgement.verdict,
        "reason": explained(one),
        "reason_code": one.judgement.reason,
        "sure": one.sure,
        **({"ruled_by": one.ruled_by, "ruling": one.ruling} if one.ruled_by else {}),
    }


def span_record(span: Promise | Outcome) -> dict[str, Any]:
    """Where something stands."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def condition_record(condition: Condition | None) -> dict[str, Any] | None:
    """The fields of a condition that are there."""
    if condition is None:
        return None
    pairs = ((field.name, getattr(condition, field.name)) for field in fields(condition))
    return {name: plain(value) for name, value in pairs if value is not None}


def change_record(one: Change) -> dict[str, Any]:
    """One change with both places."""
    return {
        "kind": one.kind,
        "indicator": one.indicator,
        "before": span_record(one.before) if one.before else None,
        "after": span_record(one.after) if one.after else None,
    }
