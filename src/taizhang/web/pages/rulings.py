"""What a person says of a doubtful record: it is right, or it is none."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.ledger import LedgerError
from taizhang.web.pages.choice import ledger_of, named
from taizhang.web.pages.task_again import post
from taizhang.web.people import visitor

router = APIRouter()


def rule(
    request: Request,
    table: Annotated[str, Form(max_length=20)],
    start: Annotated[int, Form(ge=0)],
    end: Annotated[int, Form(ge=0)],
    verdict: Annotated[str, Form(pattern="^(accept|drop)$")],
) -> Response:
    """Accept or drop a record; the ruling stays with it through new readings of the report."""
    entry = named(request)
    try:
        ledger_of(request).correct(entry.id, table, (start, end), verdict, visitor(request).name)
    except LedgerError as error:
        raise HTTPException(422, "not_changed") from error
    return RedirectResponse(f"/reports/{entry.id}/review", 303)


post(router, "/reports/{report_id:int}/review", rule)
