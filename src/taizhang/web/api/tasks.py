"""Tasks by program: list, read, edit, add, drop and restore."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from taizhang.ledger import told
from taizhang.web.api.answers import as_json, done
from taizhang.web.pages.choice import chosen, ledger_of, lights_of, summary, task_named
from taizhang.web.pages.lights import asked_day, asked_rules
from taizhang.web.people import visitor

router = APIRouter(prefix="/api/v1", tags=["tasks"])
State = Literal["standing", "vanished", "dropped", "split", "merged"]


class Edit(BaseModel):
    """New values of a task's fields, and the revision that their author saw."""

    model_config = ConfigDict(extra="forbid")
    revision: int = Field(ge=0)
    values: dict[str, Any]


class NewTask(BaseModel):
    """A task by hand or from another paper, which `source` names."""

    model_config = ConfigDict(extra="forbid")
    title: str
    report: int | None = None
    source: str = ""
    values: dict[str, Any] = Field(default_factory=dict)


class Standing(BaseModel):
    """Whether a task stands; a reason is needed to drop it."""

    model_config = ConfigDict(extra="forbid")
    revision: int = Field(ge=0)
    state: Literal["standing", "dropped"]
    reason: str = ""


@router.get("/tasks")
def list_tasks(
    request: Request, report: int | None = None, unit: str = "", state: State = "standing"
) -> list[dict[str, Any]]:
    """The tasks of a report (of all without one), of a unit where it is named."""
    found = ledger_of(request).tasks(report, state)
    return [as_json(task) for task in found if not unit or unit in task.lead + task.support]


@router.get("/tasks/{task_id}")
def get_task(request: Request, task_id: int) -> dict[str, Any]:
    """One task with its revision, which an edit must name."""
    return dict(as_json(task_named(request)))


@router.get("/tasks/{task_id}/events")
def get_events(request: Request, task_id: int) -> list[dict[str, Any]]:
    """The life of a task, newest first: who did what when, and what it changed."""
    task = task_named(request)
    return [
        {
            "number": event.number,
            "at": event.at,
            "actor": event.actor,
            "action": event.action,
            "note": event.note,
            "changes": [as_json(change) for change in told(event, task.id)],
        }
        for event in ledger_of(request).life(task.id)
    ]


@router.patch("/tasks/{task_id}")
def edit_task(request: Request, task_id: int, edit: Edit) -> dict[str, Any]:
    """Change fields of a task; it as it stands then. 409 says what somebody changed meanwhile."""
    task, ledger = task_named(request), ledger_of(request)
    done(lambda: ledger.edit_task(task.id, edit.values, visitor(request).name, edit.revision))
    return dict(as_json(ledger.task(task.id)))


@router.post("/tasks", status_code=201)
def add_task(request: Request, new: NewTask) -> dict[str, Any]:
    """Add a task; it with its number."""
    ledger, name = ledger_of(request), visitor(request).name
    if new.report is not None and new.report not in {entry.id for entry in ledger.reports()}:
        raise HTTPException(422, f"report {new.report}: there is no such report")
    number = done(lambda: ledger.add_task(new.title, name, new.report, new.source.strip(), new.values))
    return dict(as_json(ledger.task(number)))


@router.put("/tasks/{task_id}/state")
def set_state(request: Request, task_id: int, wanted: Standing) -> dict[str, Any]:
    """Drop a task with a reason, or put it back."""
    task, ledger, name = task_named(request), ledger_of(request), visitor(request).name
    if wanted.state == "dropped":
        done(lambda: ledger.drop_task(task.id, wanted.reason, name, wanted.revision))
    else:
        done(lambda: ledger.restore_task(task.id, name, wanted.revision))
    return dict(as_json(ledger.task(task.id)))


@router.get("/lights")
def get_lights(request: Request) -> dict[str, Any]:
    """The light of every task and goal on `day` (today) by `rules`, of `report` (the latest)."""
    entry = chosen(request)
    if entry is None:
        raise HTTPException(404, "no_such_report")
    day, rules = asked_day(request), asked_rules(request)
    return {
        "report": summary(entry),
        "day": day.isoformat(),
        "rules": rules.label,
        "lights": [
            {
                "task": number,
                "state": standing.shown.state,
                "sentence": standing.sentence,
                "goals": [{"goal": one.goal, **one.light.to_dict()} for one in standing.goals],
            }
            for number, standing in lights_of(request, entry, day, rules).items()
        ],
    }
