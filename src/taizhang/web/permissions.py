"""Which action each route is, from `permissions.tsv`; the ledger's own table says who may do which action.

Columns: path as registered, methods, action (of `ledger/permissions.tsv`). A route that the file does not name is
closed to everybody. Where an action is granted for one's own tasks only, the handler asks again with the task.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fastapi import HTTPException, Request

from taizhang.ledger import permissions
from taizhang.web.people import Account, visitor


@cache
def actions() -> dict[tuple[str, str], str]:
    """(method, path) → action; raises `ValueError` for an action that there is not or a route named twice."""
    found: dict[tuple[str, str], str] = {}
    with (Path(__file__).parent / "permissions.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["action"] not in permissions():
                raise ValueError(f"permissions.tsv: {row['path']}: there is no action {row['action']}")
            for method in row["methods"].split():
                if (method, row["path"]) in found:
                    raise ValueError(f"permissions.tsv: {method} {row['path']} stands twice")
                found[method, row["path"]] = row["action"]
    return found


def may_call(account: Account, method: str, path: str) -> bool:
    """Whether an account may call a route at all."""
    action = actions().get(("GET" if method == "HEAD" else method, path))
    return action is not None and account.may(action)


def check_permission(request: Request) -> None:
    """Let the request pass, or send the public to the login page and refuse everybody else."""
    account = visitor(request)
    if may_call(account, request.method, request.scope["route"].path):
        return
    if account.role == "public":
        wanted = f"{request.url.path}?{request.url.query}" if request.method == "GET" else "/"
        raise HTTPException(401, "login_first", {"Location": f"/login?next={quote(wanted)}"})
    raise HTTPException(403, "not_permitted")


def check_own(request: Request, action: str, units: tuple[str, ...]) -> None:
    """Refuse an action on a task that the visitor's unit does not answer for, where only own ones are granted."""
    if not visitor(request).may(action, units):
        raise HTTPException(403, "not_permitted")
