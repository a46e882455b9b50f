"""Reports by program: their title pages, texts and tables."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, HTTPException, Request

from taizhang.model.reading import record, report_record
from taizhang.web.pages.choice import ledger_of, named, reading_of, summary

router = APIRouter(prefix="/api/v1", tags=["reports"])


@router.get("/reports")
def list_reports(request: Request) -> list[dict[str, Any]]:
    """Every report: number, place, year, title."""
    return [dict(summary(entry) or {}) for entry in ledger_of(request).reports()]


@router.get("/reports/{report_id}")
def get_report(request: Request, report_id: int) -> dict[str, Any]:
    """The title page and section tree of one report."""
    return {"id": report_id, **report_record(reading_of(request, named(request)).report)}


@router.get("/reports/{report_id}/text")
def get_text(request: Request, report_id: int, start: int = 0, end: int | None = None) -> dict[str, Any]:
    """The text of a report between two offsets (all of it by default)."""
    text = reading_of(request, named(request)).report.text
    if start < 0 or (end is not None and end < start):
        raise HTTPException(422, "start must be at least 0 and end not before start")
    return {"start": start, "text": text[start:end]}


@router.get("/reports/{report_id}/{table}")
def get_table(
    request: Request, report_id: int, table: Literal["figures", "targets", "milestones", "tasks"]
) -> list[dict[str, Any]]:
    """One table of a report; `number` counts its rows from 1."""
    rows = getattr(reading_of(request, named(request)), table)
    return [{"number": number, **record(row)} for number, row in enumerate(rows, 1)]
