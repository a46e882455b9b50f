"""A change of a task that may be refused: then its page comes back with the reason and what had been typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.ledger import LedgerError, StaleEditError, StaleReportError
from taizhang.web.page import Page
from taizhang.web.pages.tasks import task
from taizhang.web.rendering import render


def stay(request: Request, key: str, detail: str, typed: Mapping[str, str], status: int) -> Response:
    """The task's page again with what was refused and what had been typed."""
    page = task(request)
    shown = {**page.shown, "typed": typed, "failure": {"key": key, "detail": detail}}
    return render(request, Page(page.template, page.data, shown, status=status))


def attempt(request: Request, typed: Mapping[str, str], change: Callable[[], str]) -> Response:
    """Make a change and go to the address it returns; what the ledger refuses comes back on the task's page."""
    try:
        return RedirectResponse(change(), 303)
    except (StaleEditError, StaleReportError) as error:
        return stay(request, "changed_meanwhile", str(error), typed, 409)
    except LedgerError as error:
        return stay(request, "not_changed", str(error), typed, 422)


def post(router: APIRouter, path: str, handler: Callable[..., Response]) -> None:
    """Register a change."""
    router.add_api_route(path, handler, methods=["POST"], name=f"POST {path}", include_in_schema=False)
