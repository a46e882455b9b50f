"""The reports: their list, the text of one with its records lit up, and what was doubted."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from taizhang.ledger.correcting import choices_of
from taizhang.model import Reading
from taizhang.model.reading import record
from taizhang.web.page import Page, add_page
from taizhang.web.page_facsimile import facsimile
from taizhang.web.pages.choice import ledger_of, named, reading_of, summary
from taizhang.web.rendering import render
from taizhang.web.report_text import blocks, walk

router = APIRouter()
TABLES = ("figures", "targets", "milestones", "tasks")
MEASURED = ("value", "low", "high", "unit", "aspect", "bound", "period")
# What a person may correct of a record, and the words to choose from where there are only some.
CORRECTABLE = {
    table: [(name, choices_of(table, name)) for name in names]
    for table, names in {
        "figures": ("indicator", *MEASURED, "mode", "place"),
        "targets": ("indicator", *MEASURED, "reference"),
        "milestones": ("object", "stage"),
    }.items()
}


def reports(request: Request) -> Page:
    """Every report with what was read out of it."""
    ledger = ledger_of(request)
    listed = [
        {
            **(summary(entry) or {}),
            "source": entry.source,
            "imported": entry.imported,
            "tasks": len(ledger.tasks(entry.id)),
        }
        for entry in ledger.reports()
    ]
    return Page("reports.html", {"reports": listed}, {"failure": None, "outcome": None})


def records_at(reading: Reading, offset: int) -> dict[str, list[tuple[int, Any]]]:
    """The records of each table that cover an offset, with their numbers from 1."""
    return {
        name: [(number, row) for number, row in enumerate(getattr(reading, name), 1) if row.start <= offset < row.end]
        for name in TABLES
    }


def asked_offset(request: Request, name: str = "at") -> int | None:
    """The offset in a parameter, if there is one."""
    text = request.query_params.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def panel(request: Request) -> dict[str, Any]:
    """What the record panel shows for the offset that the address names."""
    entry, at = named(request), asked_offset(request)
    reading = reading_of(request, entry)
    held = {name: [] for name in TABLES} if at is None else records_at(reading, at)
    tasks = {task.start: task for task in ledger_of(request).tasks(entry.id)}
    rows = [row for found in held.values() for _, row in found]
    # The narrowest record is the one that was clicked.
    row = min(rows, key=lambda row: row.end - row.start, default=None)
    source = reading.report.sources.place(row.start, row.end) if row else None
    return {
        "report": summary(entry),
        "reading": reading,
        "at": at,
        "held": held,
        "ledger_tasks": tasks,
        "source": source,
        "kept": ledger_of(request).original_name(entry.id),
        "record": row,
        "correctable": CORRECTABLE,
    }


def page_drawing(request: Request) -> Response:
    """A page of the document, with the text from `start` to `end` framed."""
    entry, page = named(request), int(request.path_params["page"])
    report = reading_of(request, entry).report
    if not 1 <= page <= len(report.sources.pages):
        return Response(status_code=404)
    start, end = (asked_offset(request, name) for name in ("start", "end"))
    source = report.sources.place(start, end) if start is not None and end is not None and start < end else None
    picture = request.app.state.pictures.of(ledger_of(request), entry.id, report.sha256, page)
    drawn = facsimile(report, page, source.box if source else None, picture)
    return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=3600"})


def original(request: Request) -> Response:
    """The document that the report was read from, always as a download."""
    kept = ledger_of(request).original(named(request).id)
    if kept is None:
        raise HTTPException(404, "no_such_page")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(kept.name, safe='')}"}
    return Response(kept.content, media_type="application/octet-stream", headers=headers)


def report(request: Request) -> Page:
    """The text as in the document, its tree, and the record of the clicked piece."""
    shown = panel(request)
    reading: Reading = shown["reading"]
    shown |= {
        "blocks": blocks(reading),
        "sections": list(walk(reading.report.sections)),
    }
    return Page("report.html", {"report": shown["report"], "read": reading.to_dict()}, shown)


def records(request: Request) -> Response:
    """The record panel alone, for the script of the report page."""
    return render(request, Page("record_panel.html", {}, panel(request)))


def review(request: Request) -> Page:
    """Every doubtful record in its sentence with the reason."""
    entry = named(request)
    reading = reading_of(request, entry)
    text = reading.report.text
    doubtful = [
        {"table": name, "number": number, **record(row), "text": text[row.start : row.end], "record": row}
        for name in TABLES
        for number, row in enumerate(getattr(reading, name), 1)
        if row.sure == "review"
    ]
    doubtful.sort(key=lambda row: row["start"])
    for row in doubtful:
        row["before"] = text[max(row["start"] - 40, 0) : row["start"]].rpartition("\n")[2]
        row["after"] = text[row["end"] : row["end"] + 40].partition("\n")[0]
    plain = [{name: value for name, value in row.items() if name != "record"} for row in doubtful]
    data = {"report": summary(entry), "doubts": list(reading.report.doubts), "doubtful": plain}
    return Page("review.html", data, {"doubtful": doubtful, "correctable": CORRECTABLE})


add_page(router, "/reports", reports)
add_page(router, "/reports/{report_id:int}", report)
add_page(router, "/reports/{report_id:int}/review", review)
router.add_api_route(
    "/reports/{report_id:int}/pages/{page:int}.svg", page_drawing, methods=["GET"], name="page", include_in_schema=False
)
router.add_api_route(
    "/reports/{report_id:int}/original", original, methods=["GET"], name="original", include_in_schema=False
)
router.add_api_route("/reports/{report_id:int}/records", records, name="records", include_in_schema=False)
