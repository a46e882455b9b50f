"""The application: its pages, its API, its protection."""

from __future__ import annotations

import secrets
from types import ModuleType
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from taizhang.ledger import Ledger
from taizhang.web.api import reports as api_reports
from taizhang.web.api import session as api_session
from taizhang.web.api import tasks as api_tasks
from taizhang.web.api import work as api_work
from taizhang.web.form_token import check_form_token
from taizhang.web.page import Page
from taizhang.web.page_pictures import PagePictures
from taizhang.web.pages import (
    admin,
    compare,
    conflicts,
    desk,
    inbox,
    lights,
    login,
    my,
    notes,
    overview,
    panel_home,
    plan,
    progress,
    reports,
    rulings,
    search,
    series,
    special_lists,
    style,
    suggestions,
    table_import,
    targets,
    tasks,
    upload,
)
from taizhang.web.permissions import check_permission
from taizhang.web.protection import protect
from taizhang.web.rendering import STATIC, render

if TYPE_CHECKING:
    from taizhang.corpus.opened import OpenPanel

SUBJECTS = (
    overview,
    admin,
    compare,
    login,
    conflicts,
    table_import,
    suggestions,
    desk,
    inbox,
    my,
    lights,
    notes,
    plan,
    progress,
    reports,
    rulings,
    targets,
    tasks,
    search,
    series,
    special_lists,
    upload,
    style,
    api_session,
    api_tasks,
    api_work,
    api_reports,
)
SAID = {
    "no_such_report",
    "no_such_task",
    "no_such_pair",
    "login_first",
    "not_permitted",
    "form_expired",
    "nothing_selected",
    "not_changed",
    "changed_meanwhile",
    "trial_gone",
}


def panel_subjects() -> tuple[ModuleType, ...]:
    """The pages over a panel of reports, which need the extra `corpus`."""
    from taizhang.web.pages import (
        panel_report,
        places,
        places_coverage,
        places_gaps,
        places_scatter,
        places_sentences,
        places_wording,
        places_year,
    )

    return (
        places,
        places_year,
        places_scatter,
        places_gaps,
        places_wording,
        places_coverage,
        places_sentences,
        panel_report,
    )


def create_app(ledger: Ledger | None, panel: OpenPanel | None = None) -> FastAPI:
    """The pages and the API over a ledger, over a panel of reports, or over both.

    The ledger's clock tells the day; while it has no accounts, and where there is none, nobody logs in.
    """
    app = FastAPI(
        title="Taizhang 台账",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        dependencies=[Depends(check_permission), Depends(check_form_token)],
        redoc_url=None,
        description="Reports, figures, targets and tasks of Chinese government work reports.",
    )
    app.state.ledger = ledger
    app.state.panel = panel
    app.state.accounts_exist = False
    app.state.pictures = PagePictures()
    app.state.trials = table_import.Trials()
    app.state.form_key = secrets.token_bytes(32)
    app.middleware("http")(protect)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    subjects = (*(SUBJECTS if ledger else (panel_home,)), *(panel_subjects() if panel else ()))
    for subject in subjects:
        app.include_router(subject.router)
    app.state.offered = frozenset(route.path for subject in subjects for route in subject.router.routes)
    app.add_exception_handler(HTTPException, show_failure)
    return app


def show_failure(request: Request, error: Exception) -> Response:
    """What went wrong, as a page for people and as JSON for programs."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/") or request.url.path.endswith(".json"):
        return JSONResponse({"detail": error.detail}, error.status_code, error.headers)
    if error.detail == "login_first" and request.method == "GET":
        return RedirectResponse((error.headers or {})["Location"], 303)
    key = error.detail if error.detail in SAID else "no_such_page"
    return render(request, Page("failure.html", {"report": None, "key": key}, status=error.status_code))
