"""The year's work by program: plans, progress, findings, requests and notes of a task."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from taizhang.ledger import Node
from taizhang.web.api.answers import as_json, done
from taizhang.web.pages.choice import ledger_of, task_named
from taizhang.web.people import visitor
from taizhang.web.permissions import check_own

router = APIRouter(prefix="/api/v1", tags=["work"])


class Sent(BaseModel):
    """What a program sends: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class PlanNode(Sent):
    """By `due`, `expected` of the goal in its own unit, or what the words say."""

    due: str
    expected: Decimal | None = None
    words: str = ""


class GoalPlan(Sent):
    """The nodes of one goal, named by its words in the report (none: of the task as a whole)."""

    goal: str | None = None
    nodes: list[PlanNode] = Field(max_length=60)


class Statement(Sent):
    """A unit's report; `revision` names the draft that its author saw, `submit` hands it in."""

    unit: str | None = None
    goal: str | None = None
    as_of: str | None = None
    value: Decimal | None = None
    stage: Literal["not_started", "started", "done"] | None = None
    words: str = ""
    problems: str = ""
    next_steps: str = ""
    revision: int | None = None
    submit: bool = False


class Decision(Sent):
    """The office's word on a report: accept it, or return it with the reason."""

    revision: int = Field(ge=0)
    decision: Literal["accept", "return"]
    reason: str = ""


class Finding(Sent):
    """What was found when somebody looked."""

    verdict: Literal["confirmed", "refuted"]
    goal: str | None = None
    progress: int | None = None
    value: Decimal | None = None
    words: str = ""


class Asked(Sent):
    """A request of a unit: a later day, other values, or to cancel the task."""

    kind: Literal["extension", "change", "cancel"]
    reason: str
    values: dict[str, Any] = Field(default_factory=dict)


class Answer(Sent):
    """The office's answer to a request."""

    decision: Literal["approve", "refuse"]
    words: str = ""


class Said(Sent):
    """A comment, or the signature of a leader who read."""

    kind: Literal["comment", "sign"]
    words: str = ""


@router.get("/tasks/{task_id}/plan")
def get_plan(request: Request, task_id: int) -> list[dict[str, Any]]:
    """The nodes of a task by goal."""
    plans = ledger_of(request).plans.of(task_named(request).id)
    return [{"goal": goal, "nodes": as_json(nodes)} for goal, nodes in plans.items()]


@router.put("/tasks/{task_id}/plan")
def set_plan(request: Request, task_id: int, plan: GoalPlan) -> list[dict[str, Any]]:
    """Put the nodes of one goal in place of those before."""
    task = task_named(request)
    check_own(request, "plan_task", task.lead + task.support)
    nodes = [Node(node.due, node.expected, node.words) for node in plan.nodes]
    done(lambda: ledger_of(request).plans.set(task.id, nodes, visitor(request).name, goal=plan.goal))
    return get_plan(request, task_id)


@router.get("/tasks/{task_id}/progress")
def get_progress(request: Request, task_id: int) -> list[dict[str, Any]]:
    """What units reported; drafts only for whom they concern."""
    task = task_named(request)
    drafts = visitor(request).may("see_drafts", task.lead + task.support)
    reports = ledger_of(request).progress.of(task.id)
    return [as_json(one) for one in reports if drafts or one.state in ("submitted", "accepted")]


@router.post("/tasks/{task_id}/progress", status_code=201)
def report_progress(request: Request, task_id: int, sent: Statement) -> dict[str, Any]:
    """Write a unit's draft, or go on with it; hand it in where `submit` is set."""
    task, account = task_named(request), visitor(request)
    units = task.lead + task.support
    check_own(request, "report_progress", units)
    unit = account.unit or sent.unit or next(iter(units), "")
    doors = ledger_of(request).progress

    def write() -> int:
        number = doors.draft(
            task.id,
            unit,
            account.name,
            goal=sent.goal,
            as_of=sent.as_of,
            value=sent.value,
            stage=sent.stage,
            words=sent.words,
            problems=sent.problems,
            next_steps=sent.next_steps,
            seen=sent.revision,
        )
        if sent.submit:
            doors.submit(number, account.name)
        return number

    return dict(as_json(doors.one(done(write))))


@router.post("/progress/{progress_id}/decision")
def decide_progress(request: Request, progress_id: int, sent: Decision) -> dict[str, Any]:
    """Accept a report, or return it."""
    doors, name = ledger_of(request).progress, visitor(request).name
    if sent.decision == "accept":
        done(lambda: doors.accept(progress_id, name, sent.revision))
    else:
        done(lambda: doors.give_back(progress_id, name, sent.reason, sent.revision))
    return dict(as_json(doors.one(progress_id)))


@router.get("/tasks/{task_id}/verifications")
def get_verifications(request: Request, task_id: int) -> list[dict[str, Any]]:
    """What the office found, beside what was reported."""
    return [as_json(one) for one in ledger_of(request).verification.of(task_named(request).id)]


@router.post("/tasks/{task_id}/verifications", status_code=201)
def verify(request: Request, task_id: int, sent: Finding) -> dict[str, Any]:
    """Note what was found."""
    task, doors, name = task_named(request), ledger_of(request).verification, visitor(request).name
    number = done(
        lambda: doors.add(
            task.id, sent.verdict, name, sent.words, goal=sent.goal, progress_id=sent.progress, value=sent.value
        )
    )
    return dict(as_json(next(one for one in doors.of(task.id) if one.id == number)))


@router.get("/tasks/{task_id}/requests")
def get_requests(request: Request, task_id: int) -> list[dict[str, Any]]:
    """Everything asked of a task, latest first."""
    return [as_json(one) for one in ledger_of(request).requests.of(task_named(request).id)]


@router.post("/tasks/{task_id}/requests", status_code=201)
def ask(request: Request, task_id: int, sent: Asked) -> dict[str, Any]:
    """Ask for an extension (`values` = {"due": …}), a change or a cancelling."""
    task, account, doors = task_named(request), visitor(request), ledger_of(request).requests
    check_own(request, "ask_request", task.lead + task.support)
    number = done(lambda: doors.ask(task.id, sent.kind, sent.reason, account.name, sent.values or None, account.unit))
    return dict(as_json(next(one for one in doors.of(task.id) if one.id == number)))


@router.post("/requests/{request_id}/decision")
def decide_request(request: Request, request_id: int, sent: Answer) -> dict[str, Any]:
    """Approve a request, which does what it asks, or refuse it with words."""
    doors, name = ledger_of(request).requests, visitor(request).name
    if sent.decision == "approve":
        done(lambda: doors.approve(request_id, name, sent.words))
    else:
        done(lambda: doors.refuse(request_id, name, sent.words))
    return dict(as_json(next(one for one in doors.all(open_only=False) if one.id == request_id)))


@router.get("/tasks/{task_id}/notes")
def get_notes(request: Request, task_id: int) -> list[dict[str, Any]]:
    """Comments and signatures, oldest first."""
    return [as_json(one) for one in ledger_of(request).notes.of(task_named(request).id)]


@router.post("/tasks/{task_id}/notes", status_code=201)
def say(request: Request, task_id: int, sent: Said) -> dict[str, Any]:
    """Comment on a task, or sign it as read."""
    task, doors, name = task_named(request), ledger_of(request).notes, visitor(request).name
    check_own(request, sent.kind, task.lead + task.support)
    number = done(lambda: doors.add(task.id, sent.kind, sent.words, name))
    return dict(as_json(next(one for one in doors.of(task.id) if one.id == number)))
