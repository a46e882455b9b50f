"""Taking in a report that somebody sends: bounded in size, read in full before anything is kept."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

from fastapi import APIRouter, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

import taizhang
from taizhang.ledger import LedgerError
from taizhang.reading import Archive, UnreadableDocument, is_collection, within
from taizhang.web.page import Page
from taizhang.web.pages.choice import ledger_of
from taizhang.web.pages.reports import reports
from taizhang.web.people import visitor
from taizhang.web.rendering import render

router = APIRouter()
LARGEST = 30 * 2**20
MANY = 200  # files that one archive may bring


def refused(request: Request, key: str, detail: str = "", status: int = 422) -> Response:
    """The list of reports again, with what was wrong with the file and what to do."""
    page = reports(request)
    failure = {"key": key, "detail": detail}
    return render(request, Page(page.template, page.data, {**page.shown, "failure": failure}, status=status))


class NotTakenError(Exception):
    """A file that was not kept: the word key of the reason, and what is to be said beside it."""

    def __init__(self, key: str, detail: str) -> None:
        super().__init__(key, detail)
        self.key, self.detail = key, detail


def upload(request: Request, file: UploadFile) -> Response:
    """Read the file that was sent; keep it only if it was read and holds a report."""
    name = Path(file.filename or "report.txt").name[-80:]
    if (file.size or 0) > LARGEST:
        return refused(request, "upload_too_large", name, 413)
    data = file.file.read(LARGEST)
    try:
        if is_collection(data, name):
            return upload_many(request, name, data)
        return RedirectResponse(f"/reports/{take_in(request, name, data)}", 303)
    except UnreadableDocument as error:
        return refused(request, "upload_unreadable", str(error))
    except NotTakenError as reason:
        return refused(request, reason.key, reason.detail)


def upload_many(request: Request, name: str, data: bytes) -> Response:
    """Take in every report of an archive; say how many there were, and of each other file why it is none.

    Raises `UnreadableDocument` for a damaged or outsized archive.
    """
    archive = Archive(data, name)
    inside = archive.reports()
    within(len(inside), MANY, name, "files", "Import them by the command taizhang import, or send fewer at once.")
    taken, left = 0, []
    for path in inside:
        try:
            take_in(request, PurePosixPath(path).name[-80:], archive.read(path))
            taken += 1
        except UnreadableDocument as error:
            left.append((path, NotTakenError("upload_unreadable", str(error))))
        except NotTakenError as reason:
            left.append((path, reason))
    page = reports(request)
    outcome = {"taken": taken, "left": left}
    return render(request, Page(page.template, page.data, {**page.shown, "outcome": outcome}, status=200))


def take_in(request: Request, name: str, data: bytes) -> int:
    """Read one document and keep it; the number of its report. Raises `NotTakenError`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            reading = taizhang.read(path)
        except (OSError, ValueError) as error:
            raise NotTakenError("upload_unreadable", str(error).replace(str(path), name)) from error
    if not reading.report.sections or not (reading.figures or reading.targets or reading.tasks):
        raise NotTakenError("upload_no_report", name)
    try:
        return ledger_of(request).import_reading(reading, name, visitor(request).name, data).report_id
    except LedgerError as error:
        raise NotTakenError("upload_unreadable", str(error)) from error


router.add_api_route("/reports", upload, methods=["POST"], name="upload", include_in_schema=False)
