"""People: accounts with a role, argon2 passwords, sessions in the store, and patience with wrong passwords."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, insert, select

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.permissions import ROLES, Role
from taizhang.ledger.schema import attempts, organizations, sessions, users
from taizhang.ledger.transactions import Store
from taizhang.ledger.units import unit_named
from taizhang.ledger.writing import Writing

SESSION_HOURS = 12
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
# Wrong passwords that cost nothing; each further one doubles the wait, up to the longest.
FREE_FAILURES, FIRST_WAIT, LONGEST_WAIT = 4, 2, 900
hasher = PasswordHasher()


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account; a reporter is bound to the unit it reports for."""

    id: int
    name: str
    role: Role
    unit: str | None
    active: bool


class LoginRefusedError(LedgerError):
    """Name and password do not fit, or there were too many attempts; `wait` seconds until the next may be made."""

    def __init__(self, wait: int = 0) -> None:
        super().__init__(f"login refused; try again in {wait} s" if wait else "name and password do not fit")
        self.wait = wait


class People:
    """Accounts and their sessions. Passwords are kept as argon2id hashes, tokens as SHA-256."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def all(self) -> tuple[User, ...]:
        """Every account, locked ones too."""
        with self.store.reading_state() as connection:
            return tuple(user_of(row) for row in connection.execute(user_query().order_by(users.c.id)).mappings())

    def add(self, name: str, password: str, role: Role, actor: str, unit: str | None = None) -> int:
        """Open an account; its id. A reporter needs a unit of the ledger's list, the first account is an
        administrator's. Raises `LedgerError`.
        """
        entries.chosen("role", role, ROLES[:-1])
        name, hashed = entries.words("name", name, needed=True), hash_of(password)
        with self.store.writing(actor, "add_user") as work:
            if work.connection.execute(select(users.c.id).where(users.c.name == name)).first():
                raise LedgerError(f"{name}: there is an account of this name already")
            row = {"name": name, "role": role, "organization_id": unit_id(work, role, unit)}
            added = work.add(users, row | {"active": True, "password": hashed})
            keep_an_administrator(work)
            return added

    def change(self, user_id: int, actor: str, *, role: Role, unit: str | None = None) -> None:
        """Give an account another role or unit."""
        entries.chosen("role", role, ROLES[:-1])
        with self.store.writing(actor, "change_user") as work:
            known(work, user_id)
            work.change(users, user_id, {"role": role, "organization_id": unit_id(work, role, unit)})
            keep_an_administrator(work)

    def set_password(self, user_id: int, password: str, actor: str) -> None:
        """Set a password; every session of the account ends."""
        hashed = hash_of(password)
        with self.store.writing(actor, "set_password") as work:
            known(work, user_id)
            work.change(users, user_id, {"password": hashed})
            work.connection.execute(delete(sessions).where(sessions.c.user_id == user_id))

    def set_active(self, user_id: int, active: bool, actor: str) -> None:
        """Lock an account, which ends its sessions, or open it again."""
        with self.store.writing(actor, "unlock_user" if active else "lock_user") as work:
            known(work, user_id)
            work.change(users, user_id, {"active": active})
            keep_an_administrator(work)
            if not active:
                work.connection.execute(delete(sessions).where(sessions.c.user_id == user_id))

    def login(self, name: str, password: str, address: str) -> str:
        """A new session's token.

        Raises `LoginRefusedError`, the same for an unknown name, a wrong password and a locked account; after
        repeated failures of a name or an address with the seconds to wait.
        """
        keys = (f"name:{name[:150]}", f"address:{address[:150]}")
        moment = self.store.clock().astimezone(self.store.zone)
        with self.store.reading_state() as connection:
            wait = max(waiting(connection, key, moment) for key in keys)
            row = connection.execute(select(users).where(users.c.name == name)).mappings().first()
        if wait:
            raise LoginRefusedError(wait)
        fits = matches(row["password"] if row else decoy(), password)
        with self.store.unaccounted() as connection:
            if not (fits and row and row["active"]):
                for key in keys:
                    fail(connection, key, moment.isoformat())
            else:
                connection.execute(delete(attempts).where(attempts.c.key.in_(keys)))
                return begin(connection, row["id"], moment)
        raise LoginRefusedError

    def account(self, token: str) -> User | None:
        """The account of a session, or none where it is unknown, over or locked."""
        query = user_query().join(sessions, sessions.c.user_id == users.c.id)
        query = query.where(sessions.c.token == kept(token), sessions.c.expires > self.store.moment(), users.c.active)
        with self.store.reading_state() as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else user_of(row)

    def logout(self, token: str) -> None:
        """End a session."""
        with self.store.unaccounted() as connection:
            connection.execute(delete(sessions).where(sessions.c.token == kept(token)))


def begin(connection: Connection, user_id: int, moment: datetime) -> str:
    """A session for an account, and an end to those that are over."""
    token = secrets.token_urlsafe(32)
    expires = (moment + timedelta(hours=SESSION_HOURS)).isoformat()
    connection.execute(delete(sessions).where(sessions.c.expires <= moment.isoformat()))
    connection.execute(insert(sessions).values(token=kept(token), user_id=user_id, expires=expires))
    return token


def user_query() -> Any:
    """Accounts with the names of their units."""
    unit = organizations.c.name.label("unit")
    columns = (users.c.id, users.c.name, users.c.role, unit, users.c.active)
    return select(*columns).join_from(users, organizations, isouter=True)


def user_of(row: Any) -> User:
    """An account from its row."""
    return User(**row)


def known(work: Writing, user_id: int) -> None:
    """Raise `LedgerError` where there is no such account."""
    if work.row(users, user_id) is None:
        raise LedgerError(f"user {user_id}: there is no such account")


def keep_an_administrator(work: Writing) -> None:
    """Raise `LedgerError` where nobody would be left to let others in."""
    query = select(users.c.id).where(users.c.role == "administrator", users.c.active)
    if work.connection.execute(query).first() is None:
        raise LedgerError("one active administrator must remain; the first account is an administrator's")


def unit_id(work: Writing, role: str, unit: str | None) -> int | None:
    """The unit's id. Raises `LedgerError` for a reporter without one, and for an unknown unit."""
    if unit is None:
        if role == "reporter":
            raise LedgerError("a reporter needs the unit it reports for")
        return None
    row = unit_named(work, unit)
    if row is None:
        raise LedgerError(f"{unit}: the ledger has no such unit; add it first")
    return int(row["id"])


def hash_of(password: str) -> str:
    """The argon2id hash of a password. Raises `LedgerError` for one too short or too long."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise LedgerError(f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    return hasher.hash(password)


@cache
def decoy() -> str:
    """A hash that no password fits, so that an unknown name takes as long as a known one."""
    return hasher.hash(secrets.token_hex(16))


def matches(hashed: str, password: str) -> bool:
    """Whether the password has this hash."""
    try:
        return hasher.verify(hashed, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False


def kept(token: str) -> str:
    """A token as the store keeps it: who reads the store cannot log in with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def waiting(connection: Connection, key: str, moment: datetime) -> int:
    """Seconds that a name or an address must still wait."""
    row = connection.execute(select(attempts).where(attempts.c.key == key)).mappings().first()
    if row is None or row["failures"] <= FREE_FAILURES:
        return 0
    wait = min(FIRST_WAIT ** min(row["failures"] - FREE_FAILURES, 20), LONGEST_WAIT)
    over = datetime.fromisoformat(row["last"]) + timedelta(seconds=wait)
    return max(0, -int((moment - over).total_seconds() // 1))


def fail(connection: Connection, key: str, moment: str) -> None:
    """Count a failure."""
    row = connection.execute(select(attempts.c.failures).where(attempts.c.key == key)).first()
    connection.execute(delete(attempts).where(attempts.c.key == key))
    connection.execute(insert(attempts).values(key=key, failures=(row.failures if row else 0) + 1, last=moment))
