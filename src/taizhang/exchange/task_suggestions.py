"""Units that a task may go to, by its words and by what the office decided on others; a person accepts or not."""

from __future__ import annotations

from collections.abc import Iterable

from taizhang.catalogue import Decision, Suggestion, suggest
from taizhang.ledger import LedgerTask
from taizhang.model import Level


def task_suggestions(task: LedgerTask, others: Iterable[LedgerTask], level: Level) -> tuple[Suggestion, ...]:
    """The suggested lead, then supporting units, with reasons; the office's assigned tasks are the history."""
    history = [Decision(one.sentence, one.lead, one.support) for one in others if one.lead and one.id != task.id]
    return suggest(task.sentence, task.path, history, level)
