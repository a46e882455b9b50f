"""Taking in a report that somebody sends: bounded in size, read in full before anything is kept."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fastapi import APIRouter, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

import taizhang
from taizhang.ledger import LedgerError
from taizhang.web.page import Page
from taizhang.web.pages.choice import ledger_of
from taizhang.web.pages.reports import reports
from taizhang.web.people import visitor
from taizhang.web.rendering import render

router = APIRouter()
LARGEST = 30 * 2**20


def refused(request: Request, key: str, detail: str = "", status: int = 422) -> Response:
    """The list of reports again, with what was wrong with the file and what to do."""
    page = reports(request)
    failure = {"key": key, "detail": detail}
    return render(request, Page(page.template, page.data, {"failure": failure}, status=status))


def upload(request: Request, file: UploadFile) -> Response:
    """Read the file that was sent; keep it only if it was read and holds a report."""
    name = Path(file.filename or "report.txt").name[-80:]
    if (file.size or 0) > LARGEST:
        return refused(request, "upload_too_large", name, 413)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        data = file.file.read(LARGEST)
        path.write_bytes(data)
        try:
            reading = taizhang.read(path)
        except (OSError, ValueError) as error:
            return refused(request, "upload_unreadable", str(error).replace(str(path), name))
    if not reading.report.sections or not (reading.figures or reading.targets or reading.tasks):
        return refused(request, "upload_no_report", name)
    try:
        result = ledger_of(request).import_reading(reading, name, visitor(request).name, data)
    except LedgerError as error:
        return refused(request, "upload_unreadable", str(error))
    return RedirectResponse(f"/reports/{result.report_id}", 303)


router.add_api_route("/reports", upload, methods=["POST"], name="upload", include_in_schema=False)
