"""Listed targets held against observations, as rows and as JSON objects, and as the files that offices use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from openpyxl import Workbook

from taizhang.exchange.comparison_rows import ResultRow, condition_record, span_record
from taizhang.exchange.office_document import office_document
from taizhang.exchange.office_row import Column
from taizhang.exchange.office_workbook import office_workbook
from taizhang.exchange.verdict_words import KINDS, VERDICTS, demand, measured, why
from taizhang.model import Attainment, Report
from taizhang.model.reading import plain

ATTAINMENT_COLUMNS = (
    Column("序号", "number", 6),
    Column("指标", "promise", 30),
    Column("目标", "demand", 20),
    Column("实际", "result", 20),
    Column("是否完成", "verdict", 12),
    Column("说明", "why", 40),
    Column("来源", "place", 30),
)
NO_DATA = "无数据"


def attainment_title(report: Report) -> str:
    """苏州市2020年主要预期目标完成情况表."""
    return f"{report.place or ''}{report.year}年主要预期目标完成情况表"


def attainment_workbook(report: Report, found: Sequence[Attainment]) -> Workbook:
    """The table as an Excel workbook."""
    return office_workbook(attainment_title(report), attainment_rows(found), ATTAINMENT_COLUMNS, "完成情况")


def attainment_document(report: Report, found: Sequence[Attainment]) -> WordDocument:
    """The table as a Word document."""
    return office_document(attainment_title(report), attainment_rows(found), ATTAINMENT_COLUMNS)


def attainment_rows(found: Sequence[Attainment]) -> list[ResultRow]:
    """Listed targets held against observations; the place is the source with the row of its table."""
    return [attainment_row(one) for one in found]


def attainment_row(one: Attainment) -> ResultRow:
    """One listed target with what was observed."""
    seen, condition = one.observation, one.promise.condition
    return ResultRow(
        area=one.promise.area,
        kind=KINDS[one.promise.kind],
        promise=one.promise.indicator,
        demand=demand(condition) or one.promise.quote,
        result=measured(seen.value, seen.unit, seen.aspect) if seen else "",
        verdict=VERDICTS[one.judgement.verdict] if seen else NO_DATA,
        why=why(one.judgement, condition),
        place=(f"{seen.source or ''}" + (f"（第{seen.row}行）" if seen.row else "")) if seen else "",
    )


def attainment_record(one: Attainment) -> dict[str, Any]:
    """One listed target as JSON: the observation is null where there is none."""
    seen = one.observation
    fields_of = ("indicator", "place", "period", "value", "unit", "aspect", "source", "note", "row")
    return {
        "indicator": one.promise.indicator,
        "promise": span_record(one.promise),
        "condition": condition_record(one.promise.condition),
        "observation": seen and {name: plain(getattr(seen, name)) for name in fields_of},
        "verdict": one.judgement.verdict,
        "reason": why(one.judgement, one.promise.condition),
        "reason_code": one.judgement.reason,
    }
