"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.ledger import LoginRefusedError
from taizhang.web.page import Page
from taizhang.web.people import SESSION_COOKIE, sessions_of
from taizhang.web.rendering import render

router = APIRouter()
TWELVE_HOURS = 12 * 3600


def inside(address: str) -> str:
    """The address to go on to, only where it is a page of ours."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"


def login_page(request: Request) -> Response:
    """The form for name and password."""
    return form_again(request, inside(request.query_params.get("next", "/")))


def form_again(request: Request, following: str, name: str = "", key: str = "", wait: int = 0) -> Response:
    """The form, after a refusal with what was typed and why it was refused."""
    shown = {"following": following, "name": name, "key": key, "wait": wait}
    return render(request, Page("login.html", {}, shown, status=401 if key else 200))


def login(
    request: Request,
    name: Annotated[str, Form(max_length=100)],
    password: Annotated[str, Form(max_length=1000)],
    following: Annotated[str, Form(alias="next", max_length=2000)] = "/",
) -> Response:
    """Open a session and go on to the page that was asked for."""
    address = request.client.host if request.client else ""
    try:
        token = sessions_of(request).login(name, password, address)
    except LoginRefusedError as refusal:
        key = "login_wait" if refusal.wait else "login_wrong"
        return form_again(request, inside(following), name, key, refusal.wait)
    answer = RedirectResponse(inside(following), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(SESSION_COOKIE, token, max_age=TWELVE_HOURS, httponly=True, samesite="lax", secure=secure)
    return answer


def logout(request: Request) -> Response:
    """End the session."""
    sessions_of(request).logout(request.cookies.get(SESSION_COOKIE, ""))
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


router.add_api_route("/login", login_page, methods=["GET"], name="login_page", include_in_schema=False)
router.add_api_route("/login", login, methods=["POST"], name="login", include_in_schema=False)
router.add_api_route("/logout", logout, methods=["POST"], name="logout", include_in_schema=False)
