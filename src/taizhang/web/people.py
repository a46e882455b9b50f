"""Who is asking: accounts, their roles, and the session that a cookie names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from fastapi import Request

Role = Literal["administrator", "office", "reporter", "leader", "public"]
ROLES: tuple[Role, ...] = ("administrator", "office", "reporter", "leader", "public")
SESSION_COOKIE = "taizhang_session"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who is logged in; a reporter is bound to the unit it reports for."""

    name: str
    role: Role
    unit: str | None = None
    may_leave: bool = True


class LoginRefusedError(Exception):
    """Name and password do not fit, or there were too many attempts; `wait` seconds until the next may be made."""

    def __init__(self, wait: int = 0) -> None:
        super().__init__("login refused")
        self.wait = wait


class People(Protocol):
    """Where accounts and sessions are kept."""

    def account(self, token: str) -> Account | None:
        """The account of a session, or none where it is unknown or over."""

    def login(self, name: str, password: str, address: str) -> str:
        """A new session's token; raises `LoginRefusedError`."""

    def logout(self, token: str) -> None:
        """End a session."""


class OneDesk:
    """A ledger on one's own machine: whoever can reach it keeps it, nobody logs in."""

    def account(self, token: str) -> Account | None:
        """The owner of the machine."""
        return Account("本机", "administrator", may_leave=False)

    def login(self, name: str, password: str, address: str) -> str:
        """Nobody logs in here."""
        raise LoginRefusedError

    def logout(self, token: str) -> None:
        """There is no session to end."""


def visitor(request: Request) -> Account:
    """Who sends this request; somebody without a session is the public."""
    people: People = request.app.state.people
    account = people.account(request.cookies.get(SESSION_COOKIE, ""))
    return account or Account("", "public")
