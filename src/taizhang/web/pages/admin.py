"""Administration: who may do what, which units there are, and the end of the event chain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.ledger import ROLES, LedgerError, Role
from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import ledger_of
from taizhang.web.pages.task_again import post
from taizhang.web.people import visitor
from taizhang.web.rendering import render

router = APIRouter()
GIVEN: tuple[Role, ...] = tuple(role for role in ROLES if role != "public")
Words = Annotated[str, Form(max_length=300)]


def admin(request: Request) -> Page:
    """Accounts, units, and the last events."""
    return admin_page(request, "")


def admin_page(request: Request, detail: str) -> Page:
    """The page, with what was refused."""
    ledger = ledger_of(request)
    number, last = ledger.head()
    data: dict[str, Any] = {
        "report": None,
        "users": [
            {"id": one.id, "name": one.name, "role": one.role, "unit": one.unit, "active": one.active}
            for one in ledger.people.all()
        ],
        "units": [{"id": one.id, "name": one.name, "active": one.active} for one in ledger.units.all()],
        "head": {"number": number, "hash": last},
    }
    return Page("admin.html", data, {"roles": GIVEN, "detail": detail}, status=422 if detail else 200)


def attempt(request: Request, change: Callable[[], object]) -> Response:
    """Make a change and come back to the page; what the ledger refuses is shown on it."""
    try:
        change()
    except LedgerError as error:
        return render(request, admin_page(request, str(error)))
    return RedirectResponse("/admin", 303)


def add_user(request: Request, name: Words, password: Words, role: Words, unit: Words = "") -> Response:
    """Open an account; the first one must be an administrator's, who lets the others in."""
    people, wanted = ledger_of(request).people, next((one for one in GIVEN if one == role), None)

    def change() -> None:
        if wanted is None:
            raise LedgerError(f"role: one of {', '.join(GIVEN)} is needed, not {role!r}")
        if wanted != "administrator" and not people.all():
            raise LedgerError("the first account must be an administrator's")
        people.add(name, password, wanted, visitor(request).name, unit or None)

    return attempt(request, change)


def set_password(request: Request, password: Words) -> Response:
    """Give an account a new password; its sessions end."""
    number = int(request.path_params["user_id"])
    return attempt(request, lambda: ledger_of(request).people.set_password(number, password, visitor(request).name))


def set_active(request: Request, active: Annotated[bool, Form()]) -> Response:
    """Lock an account, or open it again."""
    number = int(request.path_params["user_id"])
    return attempt(request, lambda: ledger_of(request).people.set_active(number, active, visitor(request).name))


def add_unit(request: Request, name: Words) -> Response:
    """Take a unit into the list."""
    return attempt(request, lambda: ledger_of(request).units.add(name, visitor(request).name))


add_page(router, "/admin", admin)
post(router, "/admin/users", add_user)
post(router, "/admin/users/{user_id:int}/password", set_password)
post(router, "/admin/users/{user_id:int}/active", set_active)
post(router, "/admin/units", add_unit)
