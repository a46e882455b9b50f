"""Tasks: who does what by when, and the story of one of them."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request

from taizhang.catalogue import Suggestion
from taizhang.exchange import (
    OfficeRow,
    office_document,
    office_title,
    office_workbook,
    task_suggestions,
    with_extra,
)
from taizhang.ledger import STAGES, LedgerReport, LedgerTask, TaskStanding, stood
from taizhang.model import Reading
from taizhang.monitoring import rulesets
from taizhang.web.page import Page, Sheet, add_page
from taizhang.web.pages.choice import (
    chosen,
    entry_with,
    ledger_of,
    lights_of,
    office_today,
    reading_of,
    summary,
    task_named,
)
from taizhang.web.pages.lights import DEFAULT_RULES
from taizhang.web.people import visitor
from taizhang.web.task_table import FILTERS, KINDS, STATES, goal_units, kept, shown_goals, task_rows
from taizhang.web.words import word

router = APIRouter()


def asked_filters(request: Request) -> dict[str, str]:
    """The filters of the address; a state that there is not means the standing tasks."""
    asked = {name: request.query_params.get(name, "").strip()[:200] for name in FILTERS}
    return {**asked, "state": asked["state"] if asked["state"] in STATES else "standing"}


def tasks(request: Request) -> Page:
    """The ledger grouped by area, as the office's own table; filters stand in the address."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    asked = asked_filters(request)
    reading, rules = reading_of(request, entry), rulesets()[DEFAULT_RULES]
    lights = lights_of(request, entry, office_today(request), rules)
    rows = task_rows(ledger_of(request).tasks(entry.id, asked["state"]), reading, lights)
    found = kept(rows, asked)
    shown = {
        "asked": asked,
        "groups": [(area, list(group)) for area, group in groupby(found, key=lambda row: row.task.area)],
        "areas": list(dict.fromkeys(row.task.area for row in rows)),
        "units": sorted({unit for row in rows for unit in row.units}),
        "kinds": KINDS,
        "lights": list(dict.fromkeys(row.light for row in rows)),
        "states": STATES,
        "found": len(found),
        "total": len(rows),
        "conflicts": len(ledger_of(request).conflicts()),
    }
    data = {"report": summary(entry), "asked": asked, "tasks": [task_record(row.task) for row in found]}
    table = [row.office_row(word("zh", f"light_{row.light}")) for row in found]
    return Page("tasks.html", data, shown, office_sheet(office_title(entry.place, entry.year), table))


def office_sheet(title: str, rows: list[OfficeRow]) -> Sheet:
    """Tasks as the office's own table."""
    columns = with_extra(rows)
    return Sheet(
        title,
        [column.heading for column in columns],
        [[column.of(number, row) for column in columns] for number, row in enumerate(rows, 1)],
        lambda: office_workbook(title, rows, columns),
        lambda: office_document(title, rows, columns),
    )


def task_record(task: LedgerTask) -> dict[str, Any]:
    """A task in JSON, fields that are absent left out."""
    return {name: value for name, value in asdict(task).items() if value not in (None, "", (), {})}


def task(request: Request) -> Page:
    """One task: its sentence in context, its goals, its deadline and units, its life."""
    found = task_named(request)
    entry = entry_with(request, found.report_id) if found.report_id is not None else None
    reading = reading_of(request, entry) if entry else None
    shown: dict[str, Any] = {
        "task": found,
        "goals": shown_goals(found, reading),
        "context": context_of(reading, found),
        "events": ledger_of(request).life(found.id),
        "units": known_units(request),
        **work_on(request, found),
        "value_units": goal_units(shown_goals(found, reading)),
        "task_light": light_of(request, entry, reading, found),
        "suggestions": suggestions_for(request, reading, found),
        "typed": {},
        "failure": None,
        **neighbours(request, found),
    }
    return Page("task.html", {"report": summary(entry), "record": task_record(found)}, shown)


def light_of(
    request: Request, entry: LedgerReport | None, reading: Reading | None, found: LedgerTask
) -> TaskStanding | None:
    """The light of one task today; none for a task that does not stand."""
    if found.state != "standing":
        return None
    readings = {entry.id: reading} if entry and reading else {}
    rules = rulesets()[DEFAULT_RULES]
    return stood(ledger_of(request), [found], readings, rules, office_today(request))[0]


def suggestions_for(request: Request, reading: Reading | None, found: LedgerTask) -> tuple[Suggestion, ...]:
    """Units that an unassigned task may go to, for whoever may assign it."""
    if found.lead or found.state != "standing" or not visitor(request).may("assign_task"):
        return ()
    return task_suggestions(found, ledger_of(request).tasks(), reading.report if reading else None)


def context_of(reading: Reading | None, found: LedgerTask) -> tuple[str, str] | None:
    """What stands before and after the sentence in its paragraph; none where the text does not state it."""
    if reading is None or found.start is None or found.end is None:
        return None
    text = reading.report.text
    before = text[max(found.start - 120, 0) : found.start].rpartition("\n")[2]
    return before, text[found.end : found.end + 120].partition("\n")[0]


def work_on(request: Request, found: LedgerTask) -> dict[str, Any]:
    """What units reported of a task and what the office found, requests, files, and what the visitor may add."""
    ledger, account = ledger_of(request), visitor(request)
    units = found.lead + found.support
    drafts = account.may("see_drafts", units)
    return {
        "progress": [one for one in ledger.progress.of(found.id) if drafts or one.state in ("submitted", "accepted")],
        "verifications": ledger.verification.of(found.id),
        "requests": ledger.requests.of(found.id),
        "evidence": ledger.evidence.of(found.id),
        "plans": ledger.plans.of(found.id),
        "notes": ledger.notes.of(found.id),
        "stages": STAGES,
        "may_plan": account.may("plan_task", units),
        "may_comment": account.may("comment", units),
        "may_sign": account.may("sign", units),
        "may_report": account.may("report_progress", units) and bool(units),
        "may_ask": account.may("ask_request", units) and bool(units),
        "may_see_evidence": account.may("see_evidence", units),
    }


def known_units(request: Request) -> list[str]:
    """Every unit that answers for some task."""
    return sorted({unit for one in ledger_of(request).tasks() for unit in one.lead + one.support})


def neighbours(request: Request, found: LedgerTask) -> dict[str, int | None]:
    """The running number of a task and the tasks before and after it in the ledger."""
    order = [one.id for one in ledger_of(request).tasks(found.report_id)]
    at = order.index(found.id) if found.id in order else None
    return {
        "number": None if at is None else at + 1,
        "previous": order[at - 1] if at else None,
        "next": order[at + 1] if at is not None and at + 1 < len(order) else None,
    }


add_page(router, "/tasks", tasks, table=True, document=True)
add_page(router, "/tasks/{task_id:int}", task)
