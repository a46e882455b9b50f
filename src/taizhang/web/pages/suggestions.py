"""Units for the tasks that nobody leads yet: suggested with reasons, looked at, then assigned all at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.exchange import task_suggestions, unit_names
from taizhang.ledger import LedgerError, StaleEditError
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import chosen, ledger_of, reading_of, summary
from taizhang.web.pages.desk import MOST_SELECTED, refused, selected
from taizhang.web.pages.task_again import post
from taizhang.web.people import visitor

router = APIRouter()
Cells = Annotated[list[str] | None, Form(max_length=MOST_SELECTED)]


def suggestions(request: Request) -> Page:
    """Every task without a leading unit, with the units that its words and earlier decisions speak for."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    ledger, report = ledger_of(request), reading_of(request, entry).report
    every = ledger.tasks()
    open_tasks = [task for task in every if task.report_id == entry.id and not task.lead]
    rows = [(task, task_suggestions(task, every, report)) for task in open_tasks]
    data = {
        "report": summary(entry),
        "tasks": [
            {
                "task": task.id,
                "title": task.title,
                "suggested": [
                    {"unit": one.name, "role": one.role, "score": one.score, "reason": one.reason, "close": one.close}
                    for one in found
                ],
            }
            for task, found in rows
        ],
    }
    shown = {"rows": rows, "with_units": sum(bool(found) for _, found in rows)}
    return Page("suggestions.html", data, shown)


def assign(
    request: Request, task: Cells = None, number: Cells = None, lead: Cells = None, support: Cells = None
) -> Response:
    """Give each selected task the units that stand in its row; all of them, or none."""
    seen = selected(task or [])
    rows = zip(number or [], lead or [], support or [], strict=False)
    typed = {int(one): (unit_names(leads), unit_names(supports)) for one, leads, supports in rows if one.isdecimal()}
    changes = {
        task_id: (revision, {"lead": typed[task_id][0], "support": typed[task_id][1]})
        for task_id, revision in seen.items()
        if task_id in typed and typed[task_id][0]
    }
    try:
        if len(changes) < len(seen):
            raise LedgerError(f"task {next(one for one in seen if one not in changes)}: no leading unit is named")
        ledger_of(request).edit_each(changes, visitor(request).name)
    except StaleEditError as error:
        return refused(request, "changed_meanwhile", str(error), 409)
    except LedgerError as error:
        return refused(request, "not_changed", str(error), 422)
    asked = request.url.query
    return RedirectResponse(f"/tasks/suggestions?{asked}" if asked else "/tasks/suggestions", 303)


add_page(router, "/tasks/suggestions", suggestions)
post(router, "/tasks/suggestions", assign)
