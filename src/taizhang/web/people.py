"""Who is asking: the account of the session that a cookie names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from fastapi import Request

from taizhang.ledger import Ledger, Role, User, allowed

SESSION_COOKIE = "taizhang_session"


@dataclass(frozen=True, slots=True)
class Account:
    """Who sends a request; a reporter is bound to the unit it reports for."""

    name: str
    role: Role
    unit: str | None = None
    may_leave: bool = True

    def may(self, action: str, units: tuple[str, ...] | None = None) -> bool:
        """Whether the account may do an action (to a task that `units` answer for)."""
        return allowed(self.role, action, self.unit, units)


PUBLIC = Account("", "public")
# On one's own machine, while the ledger has no accounts, whoever can reach it keeps it.
OWNER = Account("本机", "administrator", may_leave=False)


class Sessions(Protocol):
    """Where accounts and sessions are kept: `Ledger.people`."""

    def all(self) -> tuple[User, ...]:
        """Every account."""

    def account(self, token: str) -> User | None:
        """The account of a session, or none where it is unknown or over."""

    def login(self, name: str, password: str, address: str) -> str:
        """A new session's token; raises `LoginRefusedError`."""

    def logout(self, token: str) -> None:
        """End a session."""


def sessions_of(request: Request) -> Sessions:
    """The accounts of this application's ledger."""
    ledger: Ledger = request.app.state.ledger
    return ledger.people


def visitor(request: Request) -> Account:
    """Who sends this request: asked once, then kept with it. Somebody without a session is the public."""
    if not hasattr(request.state, "account"):
        request.state.account = find_visitor(request)
    account: Account = request.state.account
    return account


def session_token(request: Request) -> str:
    """The token of the session, from the header that programs send or the cookie of a browser; empty without one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.cookies.get(SESSION_COOKIE, "")


def find_visitor(request: Request) -> Account:
    """The account of the session; the owner of the machine while there are no accounts, or no ledger to keep them."""
    if request.app.state.ledger is None:
        return OWNER
    sessions = sessions_of(request)
    token = session_token(request)
    user = sessions.account(token) if token else None
    if user:
        return Account(user.name, user.role, user.unit)
    if not request.app.state.accounts_exist:
        request.app.state.accounts_exist = bool(sessions.all())
    return PUBLIC if request.app.state.accounts_exist else OWNER
