"""The unit's own nodes (月度、季度节点) of a task: what is expected of each goal by which day."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from taizhang.ledger import LedgerError, LedgerTask, Node
from taizhang.web.pages.choice import ledger_of, task_named
from taizhang.web.pages.progress import typed_value
from taizhang.web.pages.task_again import attempt, post
from taizhang.web.people import visitor
from taizhang.web.permissions import check_own

router = APIRouter()
MOST_NODES = 60
Cells = Annotated[list[str], Form(max_length=MOST_NODES)]


def filled_nodes(due: list[str], expected: list[Decimal | None], words: list[str]) -> tuple[Node, ...]:
    """The rows of the form that say anything. Raises `LedgerError` for a row without its day."""
    rows = list(enumerate(zip(due, expected, words, strict=True), 1))
    filled = [(at, Node(day.strip(), amount, said.strip())) for at, (day, amount, said) in rows]
    filled = [(at, node) for at, node in filled if node != Node("")]
    dayless = next((at for at, node in filled if not node.due), None)
    if dayless:
        raise LedgerError(f"plan: row {dayless} names no day")
    return tuple(node for _, node in filled)


def plan(
    request: Request,
    due: Cells,
    expected: Cells,
    words: Cells,
    goal: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Put the nodes of one goal (none: of the task as a whole) in place of those before."""
    task: LedgerTask = task_named(request)
    check_own(request, "plan_task", task.lead + task.support)

    def change() -> str:
        if not len(due) == len(expected) == len(words):
            raise LedgerError("plan: every row needs a day, a number and words, though they may be empty")
        amounts = [typed_value(request, task, goal, number) for number in expected]
        nodes = filled_nodes(due, amounts, words)
        ledger_of(request).plans.set(task.id, nodes, visitor(request).name, goal=goal or None)
        return f"/tasks/{task.id}#plan"

    return attempt(request, {}, change)


post(router, "/tasks/{task_id:int}/plan", plan)
