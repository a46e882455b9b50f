"""The office's inbox: reports that units submitted and requests that wait for an answer."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import ledger_of

router = APIRouter()


def inbox(request: Request) -> Page:
    """What waits for the office, oldest first."""
    ledger = ledger_of(request)
    tasks = {task.id: task for task in ledger.tasks(state=None)}
    reports = sorted(ledger.progress.waiting(), key=lambda one: one.submitted or "")
    requests = sorted(ledger.requests.all(), key=lambda one: one.at)
    data: dict[str, Any] = {
        "report": None,
        "reports": [
            {"id": one.id, "task_id": one.task_id, "unit": one.unit, "as_of": one.as_of, "words": one.words}
            for one in reports
        ],
        "requests": [
            {"id": one.id, "task_id": one.task_id, "kind": one.kind, "unit": one.unit, "reason": one.reason}
            for one in requests
        ],
    }
    return Page("inbox.html", data, {"waiting": reports, "asked": requests, "tasks": tasks})


add_page(router, "/inbox", inbox)
