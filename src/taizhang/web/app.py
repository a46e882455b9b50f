"""The application: its pages, its API, its protection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from taizhang.web import api
from taizhang.web.page import Page
from taizhang.web.pages import overview, reports, search, style, targets, tasks, upload
from taizhang.web.protection import protect
from taizhang.web.rendering import STATIC, render
from taizhang.web.shelf import Shelf

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


def office_today() -> date:
    """The day in the office's time zone."""
    return datetime.now(OFFICE_ZONE).date()


def create_app(shelf: Shelf, today: Callable[[], date] = office_today) -> FastAPI:
    """The pages and the API over a shelf of reports; `today` is the clock."""
    app = FastAPI(
        title="Taizhang 台账",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        description="Reports, figures, targets and tasks of Chinese government work reports.",
    )
    app.state.shelf = shelf
    app.state.today = today
    app.middleware("http")(protect)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for subject in (overview, reports, targets, tasks, search, upload, style):
        app.include_router(subject.router)
    app.include_router(api.router)
    app.add_exception_handler(HTTPException, show_failure)
    return app


def show_failure(request: Request, error: Exception) -> Response:
    """What went wrong, as a page for people and as JSON for programs."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/") or request.url.path.endswith(".json"):
        return JSONResponse({"detail": error.detail}, error.status_code)
    key = error.detail if error.detail in {"no_such_report", "no_such_task"} else "no_such_page"
    return render(request, Page("failure.html", {"report": None, "key": key}, status=error.status_code))
