"""Who may call which route, from `permissions.tsv`; a route that the file does not name is closed to everybody.

Columns: path as registered, methods, roles (`all`; `staff`: everybody who is logged in; or names of roles).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fastapi import HTTPException, Request

from taizhang.web.people import ROLES, visitor

GROUPS = {"all": set(ROLES), "staff": set(ROLES) - {"public"}}


@cache
def permissions() -> dict[tuple[str, str], frozenset[str]]:
    """(method, path) → roles; raises `ValueError` for a role that there is not or a route named twice."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    with (Path(__file__).parent / "permissions.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            roles = frozenset(role for word in row["roles"].split() for role in GROUPS.get(word, {word}))
            if not roles <= set(ROLES):
                raise ValueError(f"permissions.tsv: {row['path']}: no such role among {row['roles']}")
            for method in row["methods"].split():
                if (method, row["path"]) in found:
                    raise ValueError(f"permissions.tsv: {method} {row['path']} stands twice")
                found[method, row["path"]] = roles
    return found


def allowed(role: str, method: str, path: str) -> bool:
    """Whether a role may call a route."""
    return role in permissions().get(("GET" if method == "HEAD" else method, path), frozenset())


def check_permission(request: Request) -> None:
    """Let the request pass, or send the public to the login page and refuse everybody else."""
    account = visitor(request)
    request.state.account = account
    if allowed(account.role, request.method, request.scope["route"].path):
        return
    if account.role == "public":
        wanted = f"{request.url.path}?{request.url.query}" if request.method == "GET" else "/"
        raise HTTPException(401, "login_first", {"Location": f"/login?next={quote(wanted)}"})
    raise HTTPException(403, "not_permitted")
