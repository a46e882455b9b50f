"""The table of permissions, role by action, in permissions.tsv beside this file."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import Literal

Role = Literal["administrator", "office", "reporter", "leader", "public"]
ROLES: tuple[Role, ...] = ("administrator", "office", "reporter", "leader", "public")
ANSWERS = frozenset({"yes", "no", "own"})


@cache
def permissions() -> dict[str, dict[Role, str]]:
    """Action → role → `yes`, `no` or `own`. Raises `ValueError` naming a line out of form."""
    text = (resources.files("taizhang.ledger") / "permissions.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    roles = tuple(lines[0].split("\t")[1:])
    if roles != ROLES:
        raise ValueError(f"permissions.tsv: the columns are {', '.join(ROLES)}")
    table: dict[str, dict[Role, str]] = {}
    for line in lines[1:]:
        action, *answers = line.split("\t")
        if action in table or len(answers) != len(ROLES) or not set(answers) <= ANSWERS:
            raise ValueError(f"permissions.tsv: {line!r} stands twice or is out of form")
        table[action] = dict(zip(ROLES, answers, strict=True))
    return table


def allowed(role: str, action: str, unit: str | None = None, units: Collection[str] | None = None) -> bool:
    """Whether somebody with this role, of this `unit`, may do the action to a task that `units` answer for.

    Without `units` an `own` action is judged as such: may the role do it at all. Raises `KeyError` for an unknown
    action; an unknown role is allowed what the public is.
    """
    known: Role = role if role in ROLES else "public"
    answer = permissions()[action][known]
    return answer == "yes" or (answer == "own" and (units is None or (unit is not None and unit in units)))
