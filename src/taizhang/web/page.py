"""A page in its forms: what a handler returns, and the routes that show it.

Every page is also `.json`; a page that shows a table is also `.xlsx` and `.csv`, the
office's task table also `.docx`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from docx.document import Document
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from openpyxl import Workbook

from taizhang.exchange import csv_cell
from taizhang.web.rendering import render

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table of a page: its file name, headings and rows, and how its Excel and Word files are made."""

    name: str
    columns: list[str]
    rows: list[list[Any]]
    workbook: Callable[[], Workbook]
    document: Callable[[], Document] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a handler found: `data` in plain JSON types, `shown` more for the template alone."""

    template: str
    data: dict[str, Any]
    shown: dict[str, Any] = field(default_factory=dict)
    sheet: Sheet | None = None
    status: int = 200


Handler = Callable[..., Page]


def add_page(router: APIRouter, path: str, handler: Handler, *, table: bool = False, document: bool = False) -> None:
    """Register the page at `path` and its other forms beside it."""
    stem = "/overview" if path == "/" else path
    name = handler.__name__
    router.add_api_route(path, as_html(handler), name=name, include_in_schema=False)
    router.add_api_route(f"{stem}.json", as_json(handler), name=f"{name}.json", include_in_schema=False)
    if table:
        router.add_api_route(f"{stem}.xlsx", as_xlsx(handler), name=f"{name}.xlsx", include_in_schema=False)
        router.add_api_route(f"{stem}.csv", as_csv(handler), name=f"{name}.csv", include_in_schema=False)
    if document:
        router.add_api_route(f"{stem}.docx", as_docx(handler), name=f"{name}.docx", include_in_schema=False)


def as_html(handler: Handler) -> Callable[[Request], Response]:
    """The page itself."""

    def show(request: Request) -> Response:
        return render(request, handler(request))

    return show


def as_json(handler: Handler) -> Callable[[Request], Response]:
    """The page's data as one JSON object."""

    def show(request: Request) -> Response:
        page = handler(request)
        return JSONResponse(page.data, page.status)

    return show


def as_xlsx(handler: Handler) -> Callable[[Request], Response]:
    """The page's table as an Excel file."""

    def show(request: Request) -> Response:
        sheet = handler(request).sheet
        if sheet is None:
            return Response(status_code=404)
        file = io.BytesIO()
        sheet.workbook().save(file)
        return attachment(file.getvalue(), f"{sheet.name}.xlsx", XLSX)

    return show


def as_docx(handler: Handler) -> Callable[[Request], Response]:
    """The page's table as a Word file."""

    def show(request: Request) -> Response:
        sheet = handler(request).sheet
        if sheet is None or sheet.document is None:
            return Response(status_code=404)
        file = io.BytesIO()
        sheet.document().save(file)
        return attachment(file.getvalue(), f"{sheet.name}.docx", DOCX)

    return show


def as_csv(handler: Handler) -> Callable[[Request], Response]:
    """The page's table as CSV, UTF-8 with BOM as Excel expects."""

    def show(request: Request) -> Response:
        sheet = handler(request).sheet
        if sheet is None:
            return Response(status_code=404)
        file = io.StringIO()
        writer = csv.writer(file)
        writer.writerow(sheet.columns)
        writer.writerows([csv_cell(value) for value in row] for row in sheet.rows)
        return attachment(("\ufeff" + file.getvalue()).encode(), f"{sheet.name}.csv", "text/csv; charset=utf-8")

    return show


def attachment(content: bytes, name: str, media_type: str) -> Response:
    """A download with a Chinese file name."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})
