"""A unit's own page: what waits for it, and several reports in one sitting, on the page or in a workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from taizhang.exchange import UnitEntry, UnitRow, entered_value, read_unit_workbook, unit_workbook
from taizhang.ledger import STAGES, RefusedStatementsError, Statement
from taizhang.monitoring import rulesets
from taizhang.web.page import XLSX, Page, add_page, attachment
from taizhang.web.pages.choice import ledger_of, office_today, reading_of
from taizhang.web.pages.lights import DEFAULT_RULES
from taizhang.web.pages.task_again import post
from taizhang.web.pages.tasks import known_units, task_record
from taizhang.web.people import visitor
from taizhang.web.permissions import check_own
from taizhang.web.rendering import render
from taizhang.web.unit_tasks import GROUPS, UnitTask, unit_tasks

router = APIRouter()
LARGEST_WORKBOOK = 10 * 2**20


def unit_of(request: Request) -> str:
    """The reporter's unit; the office looks at any unit by the `unit` parameter."""
    return visitor(request).unit or request.query_params.get("unit", "").strip() or next(iter(known_units(request)), "")


def waiting(request: Request, unit: str) -> list[UnitTask]:
    """The tasks of the unit."""
    ledger = ledger_of(request)
    readings = {entry.id: reading_of(request, entry) for entry in ledger.reports()}
    return unit_tasks(ledger, unit, readings, rulesets()[DEFAULT_RULES], office_today(request))


def my(request: Request) -> Page:
    """Returned, overdue, due soon, then the rest."""
    return my_page(request, {}, {})


def my_page(request: Request, typed: Mapping[str, str], failures: Mapping[str, str]) -> Page:
    """The page, with what had been typed and what was refused, by task number or cell."""
    unit = unit_of(request)
    found = waiting(request, unit)
    shown = {
        "groups": [(name, [one for one in found if one.group == name]) for name in GROUPS],
        "typed": typed,
        "failures": failures,
        "units": known_units(request),
        "stages": STAGES,
    }
    data: dict[str, Any] = {
        "report": None,
        "unit": unit,
        "tasks": [
            {
                "group": one.group,
                **task_record(one.task),
                "lines": [
                    {"goal": line.goal, "expected": line.expected, "last": line.last_words} for line in one.lines
                ],
            }
            for one in found
        ],
    }
    return Page("my.html", data, shown, status=422 if failures else 200)


async def sent_form(request: Request) -> FormData:
    """The whole form, whose fields depend on the tasks that it showed."""
    return await request.form()


def report_many(request: Request, form: Annotated[FormData, Depends(sent_form)]) -> Response:
    """Hand in a report on every goal of the form in which something was filled in; all of them, or none."""
    typed = {name: value.strip() for name, value in form.items() if isinstance(value, str)}
    unit = unit_of(request)
    entries = [
        UnitEntry(
            line.key,
            one.task.id,
            line.goal,
            typed.get(f"last-{line.key}"),
            *(typed.get(f"{name}-{line.key}", "") for name in ("value", "stage", "words", "problems")),
        )
        for one in waiting(request, unit)
        for line in one.lines
    ]
    failures = hand_in(request, unit, [entry for entry in entries if entry.filled])
    if failures:
        return render(request, my_page(request, typed, failures))
    return RedirectResponse(f"/my?unit={quote(unit)}", 303)


def hand_in(request: Request, unit: str, entries: list[UnitEntry]) -> dict[str, str]:
    """Submit every entry, or none; what was refused, by the entry's place."""
    ledger = ledger_of(request)
    waits = waiting(request, unit)
    own = {one.task.id: one.task for one in waits}
    units = {(one.task.id, line.goal): line.unit for one in waits for line in one.lines}
    reasons = {entry.place: f"{unit}: {entry.task_id}" for entry in entries if entry.task_id not in own}
    said: list[Statement] = []
    for entry in entries:
        if entry.task_id in own:
            task = own[entry.task_id]
            check_own(request, "report_progress", task.lead + task.support)
            try:
                said.append(statement(entry, units.get((entry.task_id, entry.goal))))
            except ValueError as error:
                reasons[entry.place] = str(error)
    if reasons:
        return reasons
    try:
        ledger.progress.hand_in(unit, said, visitor(request).name)
    except RefusedStatementsError as refusal:
        return refusal.reasons
    return {}


def statement(entry: UnitEntry, unit: str | None) -> Statement:
    """An entry as the ledger takes it. Raises `ValueError` for a value that is none, or not in the goal's unit."""
    return Statement(
        entry.place,
        entry.task_id,
        entry.goal,
        entered_value(entry.value, unit),
        next((stage for stage in STAGES if stage == entry.stage), None),
        entry.words,
        entry.problems,
        last=entry.version,
    )


def workbook(request: Request) -> Response:
    """The unit's workbook: its tasks, what it last said, and empty cells for this time."""
    unit = unit_of(request)
    rows = [
        UnitRow(
            one.task.id,
            one.task.title,
            line.goal,
            one.task.due,
            one.task.due_assumed,
            line.expected,
            line.last_words,
            line.last.version if line.last else "",
        )
        for one in waiting(request, unit)
        if one.group != "finished"
        for line in one.lines
    ]
    file = io.BytesIO()
    unit_workbook(unit, rows).save(file)
    return attachment(file.getvalue(), f"{unit}进展填报表.xlsx", XLSX)


def take_workbook(request: Request, file: UploadFile) -> Response:
    """Hand in what was filled into the workbook; nothing is taken while any cell is wrong."""
    unit, name = unit_of(request), file.filename or "workbook.xlsx"
    try:
        entries, problems = read_unit_workbook(file.file.read(LARGEST_WORKBOOK + 1), name)
    except ValueError as error:
        return render(request, my_page(request, {}, {name: str(error)}))
    failures = {problem.cell: problem.message for problem in problems} or hand_in(request, unit, entries)
    if failures:
        return render(request, my_page(request, {}, failures))
    return RedirectResponse(f"/my?unit={quote(unit)}", 303)


add_page(router, "/my", my)
post(router, "/my", report_many)
post(router, "/my/workbook", take_workbook)
router.add_api_route("/my.xlsx", workbook, methods=["GET"], name="my.xlsx", include_in_schema=False)
