"""Progress of one task: units report, the office accepts, returns and verifies; requests and evidence."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from taizhang.exchange import entered_value, unit_names
from taizhang.ledger import STAGES, LedgerError, LedgerTask, StaleReportError
from taizhang.web.pages.choice import ledger_of, task_named
from taizhang.web.pages.task_again import attempt, post
from taizhang.web.people import visitor
from taizhang.web.permissions import check_own
from taizhang.web.task_table import goal_units, shown_goals

router = APIRouter()
Words = Annotated[str, Form(max_length=20000)]
Revision = Annotated[int, Form(ge=0)]
LARGEST_EVIDENCE = 20 * 2**20


def units_of(task: LedgerTask) -> tuple[str, ...]:
    """Every unit that answers for a task."""
    return task.lead + task.support


def reporting_unit(request: Request, task: LedgerTask, asked: str) -> str:
    """The unit that a report is from: the reporter's own, or the one that the office names."""
    return visitor(request).unit or asked.strip() or next(iter(units_of(task)), "")


def typed_value(request: Request, task: LedgerTask, goal: str, words: str) -> Decimal | None:
    """A value as typed, in the unit of the goal (of the task's only one where none is named). Raises `LedgerError`."""
    reading = ledger_of(request).read_report(task.report_id).reading if task.report_id is not None else None
    try:
        return entered_value(words, goal_units(shown_goals(task, reading)).get(goal or None))
    except ValueError as error:
        raise LedgerError(f"value: {error}") from error


def report(
    request: Request,
    goal: Words = "",
    value: Words = "",
    stage: Annotated[str, Form(max_length=20)] = "",
    words: Words = "",
    problems: Words = "",
    next_steps: Words = "",
    as_of: Words = "",
    unit: Words = "",
    submit: Annotated[bool, Form()] = False,
    seen: Annotated[int | None, Form()] = None,
) -> Response:
    """Write a unit's draft, and hand it in where `submit` is set."""
    task = task_named(request)
    check_own(request, "report_progress", units_of(task))
    typed = {"goal": goal, "value": value, "stage": stage, "words": words, "problems": problems}
    typed |= {"next_steps": next_steps, "as_of": as_of}

    def change() -> str:
        doors, who = ledger_of(request).progress, visitor(request).name
        if stage and stage not in STAGES:
            raise LedgerError(f"stage: one of {', '.join(STAGES)} is needed, not {stage!r}")
        number = doors.draft(
            task.id,
            reporting_unit(request, task, unit),
            who,
            goal=goal or None,
            as_of=as_of or None,
            value=typed_value(request, task, goal, value),
            stage=next((known for known in STAGES if known == stage), None),
            words=words,
            problems=problems,
            next_steps=next_steps,
            seen=seen,
        )
        if submit:
            doors.submit(number, who)
        return f"/tasks/{task.id}#progress"

    return attempt(request, typed, change)


def decide(request: Request, change: Callable[[int], None]) -> Response:
    """Make a decision on the report in the path and go back to its task."""
    number = int(request.path_params["progress_id"])
    try:
        task_id = ledger_of(request).progress.one(number).task_id
        change(number)
    except StaleReportError as error:
        raise HTTPException(409, "changed_meanwhile") from error
    except LedgerError as error:
        raise HTTPException(422, "not_changed") from error
    return RedirectResponse(f"/tasks/{task_id}#progress", 303)


def accept(request: Request, revision: Revision) -> Response:
    """Take a submitted report."""
    return decide(request, lambda number: ledger_of(request).progress.accept(number, visitor(request).name, revision))


def give_back(request: Request, revision: Revision, reason: Words = "") -> Response:
    """Return a report to its unit, with the reason."""
    name = visitor(request).name
    return decide(request, lambda number: ledger_of(request).progress.give_back(number, name, reason, revision))


def verify(
    request: Request,
    verdict: Annotated[str, Form(pattern="^(confirmed|refuted)$")],
    goal: Words = "",
    value: Words = "",
    words: Words = "",
) -> Response:
    """Note what was found when somebody looked."""
    task = task_named(request)

    def change() -> str:
        ledger_of(request).verification.add(
            task.id,
            "confirmed" if verdict == "confirmed" else "refuted",
            visitor(request).name,
            words,
            goal=goal or None,
            value=typed_value(request, task, goal, value),
        )
        return f"/tasks/{task.id}#progress"

    return attempt(request, {"verified": words}, change)


def ask(
    request: Request,
    kind: Annotated[str, Form(pattern="^(extension|change|cancel)$")],
    reason: Words = "",
    due: Words = "",
    field: Annotated[str, Form(pattern="^(title|lead|support|due|)$")] = "",
    wanted: Words = "",
) -> Response:
    """Ask the office for a later day, for another wording or unit, or to cancel the task."""
    task = task_named(request)
    check_own(request, "ask_request", units_of(task))
    account = visitor(request)

    def change() -> str:
        requests = ledger_of(request).requests
        if kind == "extension":
            requests.ask(task.id, "extension", reason, account.name, {"due": due}, account.unit)
        elif kind == "change":
            values = {field: unit_names(wanted) if field in ("lead", "support") else wanted} if field else {}
            requests.ask(task.id, "change", reason, account.name, values, account.unit)
        else:
            requests.ask(task.id, "cancel", reason, account.name, None, account.unit)
        return f"/tasks/{task.id}#requests"

    return attempt(request, {"request_reason": reason, "request_due": due, "request_wanted": wanted}, change)


def answer(
    request: Request, decision: Annotated[str, Form(pattern="^(approve|refuse)$")], words: Words = ""
) -> Response:
    """Approve or refuse a request."""
    number, name = int(request.path_params["request_id"]), visitor(request).name
    requests = ledger_of(request).requests
    try:
        if decision == "approve":
            requests.approve(number, name, words)
        else:
            requests.refuse(number, name, words)
    except LedgerError as error:
        raise HTTPException(422, "not_changed") from error
    return RedirectResponse("/inbox", 303)


def attach(request: Request, file: UploadFile) -> Response:
    """Keep a file that proves what was reported."""
    task = task_named(request)
    check_own(request, "attach_evidence", units_of(task))
    content = file.file.read(LARGEST_EVIDENCE + 1)

    def change() -> str:
        ledger_of(request).evidence.attach(task.id, file.filename or "file", content, visitor(request).name)
        return f"/tasks/{task.id}#evidence"

    return attempt(request, {}, change)


def evidence(request: Request) -> Response:
    """A file of evidence, always as a download."""
    task, number = task_named(request), int(request.path_params["file_id"])
    check_own(request, "see_evidence", units_of(task))
    ledger = ledger_of(request)
    if number not in {one.id for one in ledger.evidence.of(task.id)}:
        raise HTTPException(404, "no_such_page")
    name, content = ledger.evidence.content(number)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(content, media_type="application/octet-stream", headers=headers)


post(router, "/tasks/{task_id:int}/progress", report)
post(router, "/tasks/{task_id:int}/verify", verify)
post(router, "/tasks/{task_id:int}/ask", ask)
post(router, "/tasks/{task_id:int}/evidence", attach)
post(router, "/progress/{progress_id:int}/accept", accept)
post(router, "/progress/{progress_id:int}/return", give_back)
post(router, "/requests/{request_id:int}", answer)
router.add_api_route(
    "/tasks/{task_id:int}/evidence/{file_id:int}", evidence, methods=["GET"], name="evidence", include_in_schema=False
)
