"""Which report or task a page speaks of: the one named in its address, else the latest report."""

from __future__ import annotations

from datetime import date

from fastapi import HTTPException, Request

from taizhang.ledger import Ledger, LedgerError, LedgerReport, LedgerTask, TaskStanding, standings
from taizhang.model import Reading
from taizhang.monitoring import RuleSet


def ledger_of(request: Request) -> Ledger:
    """The ledger of this application."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def office_today(request: Request) -> date:
    """The day in the office's time zone, by the ledger's clock."""
    ledger = ledger_of(request)
    return ledger.clock().astimezone(ledger.zone).date()


def entry_with(request: Request, number: int) -> LedgerReport:
    """The report with this number; answers 404 where there is none."""
    entry = next((one for one in ledger_of(request).reports() if one.id == number), None)
    if entry is None:
        raise HTTPException(404, "no_such_report")
    return entry


def named(request: Request) -> LedgerReport:
    """The report whose number stands in the path."""
    return entry_with(request, int(request.path_params["report_id"]))


def chosen(request: Request) -> LedgerReport | None:
    """The report of the `report` parameter, else the one with the latest year; none in an empty ledger."""
    asked = request.query_params.get("report", "")
    if not asked:
        return next(iter(ledger_of(request).reports()), None)
    if not asked.isdecimal() or len(asked) > 9:
        raise HTTPException(404, "no_such_report")
    return entry_with(request, int(asked))


def task_named(request: Request) -> LedgerTask:
    """The task whose number stands in the path; answers 404 where there is none."""
    try:
        return ledger_of(request).task(int(request.path_params["task_id"]))
    except LedgerError as error:
        raise HTTPException(404, "no_such_task") from error


def reading_of(request: Request, entry: LedgerReport) -> Reading:
    """What was read of the current version of a report, people's corrections laid over it."""
    return ledger_of(request).read_report(entry.id).reading


def lights_of(request: Request, entry: LedgerReport, day: date, rules: RuleSet) -> dict[int, TaskStanding]:
    """The lights of a report's standing tasks on a day, by task number; a past day as it was known then."""
    return {one.task.id: one for one in standings(ledger_of(request), rules, day, entry.id)}


def summary(entry: LedgerReport | None) -> dict[str, object] | None:
    """A report as other pages name it."""
    if entry is None:
        return None
    return {"id": entry.id, "name": entry.name, "place": entry.place, "year": entry.year, "version": entry.version}
