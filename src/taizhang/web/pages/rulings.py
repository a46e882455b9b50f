"""What a person says of a record: it is right, it is none, or it should read otherwise."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from taizhang.exchange import entered_value
from taizhang.ledger import LedgerError
from taizhang.ledger.correcting import NUMBERS
from taizhang.web.pages.choice import ledger_of, named, reading_of
from taizhang.web.pages.desk import refused
from taizhang.web.pages.my import sent_form
from taizhang.web.pages.task_again import post
from taizhang.web.people import visitor

router = APIRouter()
FIELD = "set_"


def new_values(form: FormData, record: object) -> dict[str, Any]:
    """The fields of the form that are not what the record has already. Raises `LedgerError` for no number."""
    values: dict[str, Any] = {}
    for key, typed in form.items():
        name = key.removeprefix(FIELD)
        if key != name and isinstance(typed, str) and hasattr(record, name):
            value: Any = number(name, typed) if name in NUMBERS else typed.strip() or None
            if value != getattr(record, name):
                values[name] = value
    return values


def number(name: str, typed: str) -> Decimal | None:
    """A number as people write it (1.93万亿). Raises `LedgerError` naming the field."""
    try:
        return entered_value(typed, None)
    except ValueError as error:
        raise LedgerError(f"{name}: {error}") from error


def rule(
    request: Request,
    table: Annotated[str, Form(pattern="^(figures|targets|milestones)$")],
    start: Annotated[int, Form(ge=0)],
    end: Annotated[int, Form(ge=0)],
    verdict: Annotated[str, Form(pattern="^(accept|correct|drop)$")],
    form: Annotated[FormData, Depends(sent_form)],
    back: Annotated[str, Form(pattern="^(review|record)$")] = "review",
) -> Response:
    """Accept, correct or drop a record; the ruling stays with it through new readings of the report."""
    entry, name = named(request), visitor(request).name
    records = getattr(reading_of(request, entry), table)
    record = next((row for row in records if (row.start, row.end) == (start, end)), None)
    try:
        values = new_values(form, record) if verdict == "correct" else {}
        if verdict == "correct" and not values:
            raise LedgerError("nothing was changed")
        ledger_of(request).correct(entry.id, table, (start, end), verdict, name, values)
    except LedgerError as error:
        return refused(request, "not_changed", str(error), 422)
    page = f"/reports/{entry.id}"
    return RedirectResponse(f"{page}/review" if back == "review" else f"{page}?at={start}#at", 303)


post(router, "/reports/{report_id:int}/review", rule)
