"""Livelihood projects (民生实事) and key projects (重点项目): each on its own list, with how far it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request

from taizhang.language.amounts import amount
from taizhang.ledger import TaskStanding
from taizhang.web.page import Page, Sheet, add_page
from taizhang.web.pages.choice import chosen, ledger_of, lights_of, reading_of, summary
from taizhang.web.pages.lights import STATES, asked_day, asked_rules
from taizhang.web.pages.tasks import office_sheet
from taizhang.web.task_table import TaskRow, kept, task_rows
from taizhang.web.words import word

router = APIRouter()


def livelihood(request: Request) -> Page:
    """The year's livelihood projects."""
    return special_list(request, "livelihood")


def projects(request: Request) -> Page:
    """The year's key projects."""
    return special_list(request, "key_project")


def special_list(request: Request, kind: str) -> Page:
    """The tasks of a kind: what was promised, last word of the unit, last finding of the office, light."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    day, rules = asked_day(request), asked_rules(request)
    standings = lights_of(request, entry, day, rules)
    every = task_rows(ledger_of(request).tasks(entry.id), reading_of(request, entry), standings)
    rows = [(row, standings.get(row.task.id)) for row in kept(every, {"kind": kind})]
    counts = Counter(row.light for row, _ in rows)
    data: dict[str, Any] = {
        "report": summary(entry),
        "kind": kind,
        "day": day.isoformat(),
        "rules": rules.label,
        "counts": {state: counts[state] for state in STATES},
        "tasks": [
            {
                "task": row.task.id,
                "title": row.task.title,
                "due": row.task.due,
                "lead": list(row.task.lead),
                "state": row.light,
                "sentence": row.sentence,
                "reported": reported_words(standing),
                "verified": verified_words(standing),
            }
            for row, standing in rows
        ],
    }
    shown = {"rows": rows, "counts": counts, "states": STATES, "reported": reported_words, "verified": verified_words}
    return Page("special_list.html", data, shown, special_sheet(entry.name + word("zh", kind), rows))


def reported_words(standing: TaskStanding | None) -> str:
    """The last accepted report of each goal, with its day and value."""
    said = []
    for goal in standing.goals if standing else ():
        report = goal.reported
        if report:
            unit = goal.plan.condition.unit if goal.plan.condition else None
            value = "" if report.value is None else amount(report.value, unit)
            words = report.words or (word("zh", f"step_{report.stage}") if report.stage else "")
            said.append(" ".join(filter(None, (report.as_of, value, words))))
    return "；".join(dict.fromkeys(said))


def verified_words(standing: TaskStanding | None) -> str:
    """The last finding of each goal, with its day."""
    findings = [goal.verified for goal in standing.goals if goal.verified] if standing else []
    return "；".join(
        f"{found.as_of} {word('zh', f'verdict_{found.verdict}')} {found.words}".rstrip()
        for found in dict.fromkeys(findings)
    )


def special_sheet(title: str, rows: list[tuple[TaskRow, TaskStanding | None]]) -> Sheet:
    """The list in the form of the office's table, with the finding of the office in a column of its own."""
    verified = word("zh", "verified")
    office_rows = []
    for row, standing in rows:
        made = row.office_row(word("zh", f"light_{row.light}"))
        extra = {verified: verified_words(standing), **made.extra}
        office_rows.append(replace(made, progress=reported_words(standing), extra=extra))
    return office_sheet(title, office_rows)


add_page(router, "/livelihood", livelihood, table=True, document=True)
add_page(router, "/projects", projects, table=True, document=True)
