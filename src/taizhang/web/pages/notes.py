"""What people say of a task, and the signature of a leader who read it (阅签)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from taizhang.ledger.notes import NoteKind
from taizhang.web.pages.choice import ledger_of, task_named
from taizhang.web.pages.task_again import attempt, post
from taizhang.web.people import visitor
from taizhang.web.permissions import check_own

router = APIRouter()
Words = Annotated[str, Form(max_length=4000)]


def note(request: Request, kind: NoteKind, words: str) -> Response:
    """Write a note of a kind on the task in the path."""
    task = task_named(request)
    check_own(request, kind, task.lead + task.support)

    def change() -> str:
        ledger_of(request).notes.add(task.id, kind, words, visitor(request).name)
        return f"/tasks/{task.id}#notes"

    return attempt(request, {"note": words}, change)


def comment(request: Request, words: Words = "") -> Response:
    """Say something of a task."""
    return note(request, "comment", words)


def sign(request: Request, words: Words = "") -> Response:
    """Sign a task as read, with or without words."""
    return note(request, "sign", words)


post(router, "/tasks/{task_id:int}/comment", comment)
post(router, "/tasks/{task_id:int}/sign", sign)
