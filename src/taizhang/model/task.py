"""Tasks: the rows of the ledger as a report yields them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taizhang.model.report import Sure


@dataclass(frozen=True, slots=True)
class Goal:
    """What can be checked in a task: the figure or milestone with this span."""

    type: Literal["figure", "milestone"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Task:
    """One sentence of promise.

    `path` holds the headings above it, outermost first, numbering words left off. `due` is an ISO
    date or none for standing tasks; `due_assumed` tells that the text names no deadline.
    """

    start: int
    end: int
    title: str
    path: tuple[str, ...]
    goals: tuple[Goal, ...] = ()
    due: str | None = None
    due_assumed: bool = False
    livelihood: bool = False
    kind: Literal["task"] = "task"
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    sure: Sure = "certain"
    reason: str | None = None
