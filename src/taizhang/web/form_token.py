"""The token that every form carries: only a page of ours can know it, so only such a page can send a change.

It is an HMAC of the visitor's session (or, before login, of a random visit cookie) under a key that the
application makes when it starts.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

from fastapi import HTTPException, Request

from taizhang.web.people import SESSION_COOKIE

VISIT_COOKIE = "taizhang_visit"
FIELD = "form_token"
HEADER = "x-form-token"
SAFE = {"GET", "HEAD", "OPTIONS"}
API = "/api/v1/"


def seed(request: Request) -> str:
    """What the token is bound to: the session, else the visit (made now if there is none)."""
    held = request.cookies.get(SESSION_COOKIE) or request.cookies.get(VISIT_COOKIE)
    if held:
        return held
    if not hasattr(request.state, "new_visit"):
        request.state.new_visit = secrets.token_urlsafe(18)
    return str(request.state.new_visit)


def form_token(request: Request) -> str:
    """The token for forms on a page that answers this request."""
    key: bytes = request.app.state.form_key
    return hmac.new(key, seed(request).encode(), sha256).hexdigest()


def sendable_by_form(request: Request) -> bool:
    """Whether a form on a page of another site could send this (HTML forms: POST, three content types)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return request.method == "POST" and kind != "application/json"


async def check_form_token(request: Request) -> None:
    """Refuse a change whose form (or `X-Form-Token` header) does not carry the token.

    The API takes JSON and methods that no form of another site can send without asking first, so it needs none.
    """
    if request.method in SAFE or (request.url.path.startswith(API) and not sendable_by_form(request)):
        return
    sent = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    if not isinstance(sent, str) or not hmac.compare_digest(sent, form_token(request)):
        raise HTTPException(403, "form_expired")
