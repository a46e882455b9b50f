"""The decomposition desk: what the office does to tasks. Every change names the revision that was seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.exchange import unit_names
from taizhang.ledger import LedgerError, LedgerTask, StaleEditError
from taizhang.web.page import Page
from taizhang.web.pages.choice import chosen, ledger_of, summary, task_named
from taizhang.web.pages.task_again import attempt, post
from taizhang.web.people import visitor
from taizhang.web.rendering import render

router = APIRouter()
Words = Annotated[str, Form(max_length=4000)]
Revision = Annotated[int, Form(ge=0)]
MOST_SELECTED = 2000


def actor(request: Request) -> str:
    """The name under which a change is written down."""
    return visitor(request).name


def differing(found: LedgerTask, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not what the task has already."""
    return {
        name: value
        for name, value in values.items()
        if (tuple(value) if isinstance(value, list) else value) != getattr(found, name)
    }


def edit(
    request: Request,
    revision: Revision,
    title: Words = "",
    area: Words = "",
    due: Words = "",
    lead: Words = "",
    support: Words = "",
    leader: Words = "",
    person: Words = "",
    contact: Words = "",
    remark: Words = "",
    livelihood: Annotated[bool, Form()] = False,
    key_project: Annotated[bool, Form()] = False,
) -> Response:
    """Set the fields of one task."""
    found = task_named(request)
    typed = {
        "title": title,
        "area": area,
        "due": due,
        "lead": lead,
        "support": support,
        "leader": leader,
        "person": person,
        "contact": contact,
        "remark": remark,
    }
    values = {
        **{name: words.strip() for name, words in typed.items()},
        "due": due.strip() or None,
        "lead": unit_names(lead),
        "support": unit_names(support),
        "livelihood": livelihood,
        "key_project": key_project,
    }

    def change() -> str:
        changed = differing(found, values)
        if changed:
            ledger_of(request).edit_task(found.id, changed, actor(request), revision)
        return f"/tasks/{found.id}"

    return attempt(request, typed, change)


def drop(request: Request, revision: Revision, reason: Words = "") -> Response:
    """Take a task out of the list, with the reason."""
    found = task_named(request)

    def change() -> str:
        ledger_of(request).drop_task(found.id, reason, actor(request), revision)
        return f"/tasks/{found.id}"

    return attempt(request, {"reason": reason}, change)


def restore(request: Request, revision: Revision) -> Response:
    """Put a dropped task back."""
    found = task_named(request)

    def change() -> str:
        ledger_of(request).restore_task(found.id, actor(request), revision)
        return f"/tasks/{found.id}"

    return attempt(request, {}, change)


def split(request: Request, revision: Revision, titles: Words = "") -> Response:
    """Several tasks, one a line, in place of one."""
    found = task_named(request)
    parts = [line.strip() for line in titles.splitlines() if line.strip()]

    def change() -> str:
        made = ledger_of(request).split_task(found.id, parts, actor(request), revision)
        return f"/tasks/{made[0]}"

    return attempt(request, {"titles": titles}, change)


def selected(pairs: list[str]) -> dict[int, int | None]:
    """The selected tasks with the revision seen, from values such as 12:3; answers 422 for anything else."""
    seen: dict[int, int | None] = {}
    for pair in pairs[:MOST_SELECTED]:
        number, _, revision = pair.partition(":")
        if not (number.isdecimal() and revision.isdecimal()):
            raise HTTPException(422, "nothing_selected")
        seen[int(number)] = int(revision)
    if not seen:
        raise HTTPException(422, "nothing_selected")
    return seen


def bulk(
    request: Request,
    action: Annotated[str, Form(pattern="^(assign|merge)$")],
    tasks: Annotated[list[str] | None, Form(alias="task")] = None,
    lead: Words = "",
    support: Words = "",
    due: Words = "",
    title: Words = "",
    following: Annotated[str, Form(alias="next", max_length=2000)] = "",
) -> Response:
    """Assign units and a date to many tasks at once, or merge them; empty fields change nothing."""
    seen = selected(tasks or [])
    ledger = ledger_of(request)
    try:
        if action == "merge":
            return RedirectResponse(f"/tasks/{ledger.merge_tasks(seen, title, actor(request))}", 303)
        given = {"lead": unit_names(lead), "support": unit_names(support), "due": due.strip()}
        values = {name: value for name, value in given.items() if value}
        if values:
            ledger.edit_tasks(seen, values, actor(request))
    except StaleEditError as error:
        return refused(request, "changed_meanwhile", str(error), 409)
    except LedgerError as error:
        return refused(request, "not_changed", str(error), 422)
    only = next(iter(seen)) if len(seen) == 1 and not following else None
    return RedirectResponse(f"/tasks/{only}" if only else f"/tasks?{following}", 303)


def refused(request: Request, key: str, detail: str, status: int) -> Response:
    """A page that says what was refused; the browser's way back keeps what was typed."""
    return render(request, Page("refused.html", {"report": None}, {"key": key, "detail": detail}, status=status))


def add_form(request: Request) -> Response:
    """The form for a task by hand or from another paper."""
    return add_page_again(request, {}, "")


def add_page_again(request: Request, typed: Mapping[str, str], detail: str) -> Response:
    """The form with what was typed."""
    entry = chosen(request)
    areas = list(dict.fromkeys(one.area for one in ledger_of(request).tasks(entry.id))) if entry else []
    shown = {"typed": typed, "detail": detail, "areas": areas}
    return render(request, Page("task_add.html", {"report": summary(entry)}, shown, status=422 if detail else 200))


def add(
    request: Request,
    title: Words = "",
    area: Words = "",
    source: Words = "",
    due: Words = "",
    lead: Words = "",
    support: Words = "",
) -> Response:
    """Add a task; its source names the paper it comes from."""
    typed = {"title": title, "area": area, "source": source, "due": due, "lead": lead, "support": support}
    entry = chosen(request)
    given = {"area": area.strip(), "due": due.strip(), "lead": unit_names(lead), "support": unit_names(support)}
    values = {name: value for name, value in given.items() if value}
    try:
        number = ledger_of(request).add_task(title, actor(request), entry.id if entry else None, source.strip(), values)
    except LedgerError as error:
        return add_page_again(request, typed, str(error))
    return RedirectResponse(f"/tasks/{number}", 303)


post(router, "/tasks/{task_id:int}/edit", edit)
post(router, "/tasks/{task_id:int}/drop", drop)
post(router, "/tasks/{task_id:int}/restore", restore)
post(router, "/tasks/{task_id:int}/split", split)
post(router, "/tasks/bulk", bulk)
post(router, "/tasks/add", add)
router.add_api_route("/tasks/add", add_form, methods=["GET"], name="add form", include_in_schema=False)
