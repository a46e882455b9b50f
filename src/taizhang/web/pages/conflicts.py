"""Conflicts: sentences that changed or vanished under somebody's edit, each waiting for a person."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.ledger import LedgerError
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import ledger_of
from taizhang.web.people import visitor

router = APIRouter()


def conflicts(request: Request) -> Page:
    """The open conflicts, what the sentence was and what it is now."""
    ledger = ledger_of(request)
    waiting: list[dict[str, Any]] = [
        {
            "id": one.id,
            "task_id": one.task_id,
            "title": ledger.task(one.task_id).title,
            "kind": one.kind,
            "before": one.before,
            "after": one.after,
        }
        for one in ledger.conflicts()
    ]
    return Page("conflicts.html", {"conflicts": waiting})


def settle(request: Request, keep: Annotated[bool, Form()]) -> Response:
    """Keep the edit, or take the text as it now reads."""
    number = int(request.path_params["conflict_id"])
    try:
        ledger_of(request).settle_conflict(number, keep, visitor(request).name)
    except LedgerError as error:
        raise HTTPException(409, "not_changed") from error
    return RedirectResponse("/conflicts", 303)


add_page(router, "/conflicts", conflicts)
router.add_api_route(
    "/conflicts/{conflict_id:int}", settle, methods=["POST"], name="settle conflict", include_in_schema=False
)
