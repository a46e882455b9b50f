"""Tasks: who does what by when, and the story of one of them."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, HTTPException, Request

from taizhang.exchange import OFFICE_COLUMNS, office_title, office_workbook
from taizhang.model.reading import record
from taizhang.web.page import Page, Sheet, add_page
from taizhang.web.pages.choice import chosen, summary
from taizhang.web.task_table import FILTERS, KINDS, TaskRow, kept, task_rows

router = APIRouter()


def tasks(request: Request) -> Page:
    """The ledger grouped by area, as the office's own table; filters stand in the address."""
    entry = chosen(request)
    if entry is None:
        return Page("empty.html", {"report": None})
    asked = {name: request.query_params.get(name, "").strip() for name in FILTERS}
    rows = task_rows(entry.reading)
    found = kept(rows, asked)
    report = entry.reading.report
    title = office_title(report.place, report.year)
    office = [row.office_row() for row in found]
    sheet = Sheet(
        title,
        [column.heading for column in OFFICE_COLUMNS],
        [[column.of(number, row) for column in OFFICE_COLUMNS] for number, row in enumerate(office, 1)],
        lambda: office_workbook(title, office),
    )
    shown = {
        "asked": asked,
        "groups": [(area, list(group)) for area, group in groupby(found, key=lambda row: row.area)],
        "areas": list(dict.fromkeys(row.area for row in rows)),
        "units": sorted({unit for row in rows for unit in row.units}),
        "kinds": KINDS,
        "found": len(found),
        "total": len(rows),
    }
    data = {"report": summary(entry), "asked": asked, "tasks": [task_record(row) for row in found]}
    return Page("tasks.html", data, shown, sheet)


def task_record(row: TaskRow) -> dict[str, object]:
    """A task in JSON: the record with its number and area."""
    return {"number": row.number, "area": row.area, **record(row.task)}


def task(request: Request) -> Page:
    """One task: its sentence in context, its goals, its deadline and units."""
    entry = chosen(request)
    number = int(request.path_params["number"])
    if entry is None or not 0 < number <= len(entry.reading.tasks):
        raise HTTPException(404, "no_such_task")
    rows = task_rows(entry.reading)
    row, text = rows[number - 1], entry.reading.report.text
    figures = {(figure.start, figure.end): figure for figure in entry.reading.figures}
    milestones = {(milestone.start, milestone.end): milestone for milestone in entry.reading.milestones}
    goals = [
        (goal, figures.get((goal.start, goal.end)), milestones.get((goal.start, goal.end)), text[goal.start : goal.end])
        for goal in row.task.goals
    ]
    shown = {
        "row": row,
        "goals": goals,
        "before": text[max(row.task.start - 120, 0) : row.task.start].rpartition("\n")[2],
        "after": text[row.task.end : row.task.end + 120].partition("\n")[0],
        "previous": number - 1 or None,
        "next": number + 1 if number < len(rows) else None,
    }
    return Page("task.html", {"report": summary(entry), "task": task_record(row)}, shown)


add_page(router, "/tasks", tasks, table=True)
add_page(router, "/tasks/{number:int}", task)
