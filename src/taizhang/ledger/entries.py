"""What a person writes beside a task: its form is checked here, the same for plans, reports and requests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import tasks
from taizhang.ledger.writing import Writing

MAX_WORDS = 20_000


def day(name: str, value: str | date) -> str:
    """An ISO day; raises `LedgerError` naming the field."""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise LedgerError(f"{name}: a day such as 2020-06-30 is needed, not {value!r}") from error


def exact(name: str, value: Decimal | int | str | None) -> str | None:
    """A number as plain decimal text, or none; raises `LedgerError` naming the field."""
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value).replace(",", "").strip())
    except InvalidOperation as error:
        raise LedgerError(f"{name}: a number is needed, not {value!r}") from error
    text = f"{number:f}" if number.is_finite() and abs(number.adjusted()) < 40 else ""
    if not text or len(text) > 60:
        raise LedgerError(f"{name}: a number of at most 40 digits is needed, not {value!r}")
    return text


def number(value: str | None) -> Decimal | None:
    """The number in its stored text."""
    return None if value is None else Decimal(value)


def words(name: str, value: str, needed: bool = False) -> str:
    """Words without blanks at their ends; raises `LedgerError` where they are needed and missing, or too many."""
    found = value.strip()
    if needed and not found:
        raise LedgerError(f"{name}: words are needed")
    if len(found) > MAX_WORDS:
        raise LedgerError(f"{name}: more than {MAX_WORDS} characters")
    return found


def chosen(name: str, value: str, choices: tuple[str, ...]) -> str:
    """One of `choices`; raises `LedgerError` naming them."""
    if value not in choices:
        raise LedgerError(f"{name}: one of {', '.join(choices)} is needed, not {value!r}")
    return value


def working_task(work: Writing, task_id: int) -> dict[str, Any]:
    """The row of a task that is being worked on, which the event now concerns.

    Raises `LedgerError` for no such task, and for one that was dropped, split or merged.
    """
    row = work.row(tasks, task_id)
    if row is None:
        raise LedgerError(f"task {task_id}: there is no such task")
    if row["state"] not in ("standing", "vanished"):
        raise LedgerError(f"task {task_id}: is {row['state']}, nothing more is reported on it")
    work.concerns(tasks, task_id)
    return row
