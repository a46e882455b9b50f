"""Logging in by program: a token to send as `Authorization: Bearer TOKEN`."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from taizhang.ledger import LoginRefusedError
from taizhang.web.people import session_token, sessions_of, visitor

router = APIRouter(prefix="/api/v1", tags=["session"])


class Credentials(BaseModel):
    """Name and password of an account."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(max_length=100)
    password: str = Field(max_length=1000)


@router.post("/session", status_code=201)
def login(request: Request, given: Credentials) -> dict[str, str]:
    """A new session of twelve hours. 401 for a wrong name or password; 429 with the seconds to wait."""
    address = request.client.host if request.client else ""
    try:
        return {"token": sessions_of(request).login(given.name, given.password, address)}
    except LoginRefusedError as refusal:
        if refusal.wait:
            wait = {"Retry-After": str(refusal.wait)}
            raise HTTPException(429, f"wait {refusal.wait} seconds", wait) from refusal
        raise HTTPException(401, "wrong name or password") from refusal


@router.get("/session")
def who(request: Request) -> dict[str, Any]:
    """Who the token (or the cookie) belongs to; the role is `public` without one."""
    account = visitor(request)
    return {"name": account.name, "role": account.role, "unit": account.unit}


@router.delete("/session", status_code=204)
def logout(request: Request) -> None:
    """End the session."""
    sessions_of(request).logout(session_token(request))
