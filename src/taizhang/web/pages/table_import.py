"""Taking in an office's task table: a dry run that shows every change and every problem, then the import."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from taizhang.exchange import OfficeTable, Step, plan_import, read_office_table, take_import
from taizhang.ledger import LedgerError
from taizhang.web.page import Page
from taizhang.web.pages.choice import chosen, ledger_of, office_today, summary
from taizhang.web.pages.task_again import post
from taizhang.web.people import visitor
from taizhang.web.rendering import render

router = APIRouter()
LARGEST_TABLE = 20 * 2**20
MOST_KEPT = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """A table that was read and waits for its reader's word; it is gone when the server stops."""

    actor: str
    source: str
    report_id: int | None
    steps: tuple[Step, ...]


class Trials:
    """The last few trials, by a token that only their page knows."""

    def __init__(self) -> None:
        self.kept: OrderedDict[str, Trial] = OrderedDict()

    def keep(self, trial: Trial) -> str:
        """The token of a trial; the oldest one beyond the bound is forgotten."""
        token = secrets.token_urlsafe(18)
        self.kept[token] = trial
        while len(self.kept) > MOST_KEPT:
            self.kept.popitem(last=False)
        return token

    def take(self, token: str, actor: str) -> Trial | None:
        """The trial of this person, once."""
        trial = self.kept.get(token)
        return self.kept.pop(token) if trial and trial.actor == actor else None


def import_page(request: Request, detail: str = "") -> Response:
    """The form for a table."""
    shown = {"detail": detail, "table": None}
    page = Page("table_import.html", {"report": summary(chosen(request))}, shown, status=422 if detail else 200)
    return render(request, page)


def import_form(request: Request) -> Response:
    """The form alone."""
    return import_page(request)


def try_table(request: Request, file: UploadFile) -> Response:
    """Read the table and show what it would change; nothing is written."""
    entry, name = chosen(request), (file.filename or "table.xlsx")[-120:]
    year = (entry.year if entry else None) or office_today(request).year
    try:
        table: OfficeTable = read_office_table(file.file.read(LARGEST_TABLE), name, year)
    except ValueError as error:
        return import_page(request, str(error))
    report_id = entry.id if entry else None
    steps = plan_import(table, ledger_of(request).tasks(report_id))
    trials: Trials = request.app.state.trials
    token = trials.keep(Trial(visitor(request).name, name, report_id, steps))
    shown = {"detail": "", "table": table, "steps": steps, "token": token, "source": name}
    return render(request, Page("table_import.html", {"report": summary(entry)}, shown))


def take_table(request: Request, token: Annotated[str, Form(max_length=100)]) -> Response:
    """Carry out what the dry run showed."""
    trials: Trials = request.app.state.trials
    name = visitor(request).name
    trial = trials.take(token, name)
    if trial is None:
        raise HTTPException(409, "trial_gone")
    try:
        take_import(ledger_of(request), trial.steps, trial.report_id, trial.source, name)
    except LedgerError as error:
        return import_page(request, str(error))
    return RedirectResponse(f"/tasks?report={trial.report_id}" if trial.report_id else "/tasks", 303)


router.add_api_route("/tasks/import", import_form, methods=["GET"], name="import form", include_in_schema=False)
post(router, "/tasks/import", try_table)
post(router, "/tasks/import/take", take_table)
