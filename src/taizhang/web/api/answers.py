"""What the API answers: the ledger's records as JSON objects, and its refusals with their status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from decimal import Decimal
from typing import Any, TypeVar

from fastapi import HTTPException

from taizhang.ledger import LedgerError, StaleEditError, StaleReportError

Found = TypeVar("Found")


def as_json(row: Any) -> Any:
    """A record in plain JSON types: numbers as numbers, absent fields left out."""
    if is_dataclass(row) and not isinstance(row, type):
        return as_json(asdict(row))
    if isinstance(row, dict):
        return {name: as_json(value) for name, value in row.items() if value is not None}
    if isinstance(row, list | tuple | set | frozenset):
        return [as_json(value) for value in row]
    if isinstance(row, Decimal):
        return int(row) if row == row.to_integral_value() else float(row)
    return row


def done(change: Callable[[], Found]) -> Found:
    """The result of a change; answers 409 where the record changed meanwhile, 422 for what the ledger refuses."""
    try:
        return change()
    except (StaleEditError, StaleReportError) as error:
        raise HTTPException(409, str(error)) from error
    except LedgerError as error:
        raise HTTPException(422, str(error)) from error
