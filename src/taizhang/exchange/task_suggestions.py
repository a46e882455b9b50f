"""Units that a task may go to, by its words and by what the office decided on others; a person accepts or not."""

from __future__ import annotations

from collections.abc import Iterable

from taizhang.catalogue import Decision, Suggestion, suggest
from taizhang.ledger import LedgerTask
from taizhang.model import Report


def task_suggestions(task: LedgerTask, others: Iterable[LedgerTask], report: Report | None) -> tuple[Suggestion, ...]:
    """The suggested lead, then supporting units, with reasons; the office's assigned tasks are the history.

    `report` tells the government whose departments are named; a city's without one.
    """
    history = [Decision(one.sentence, one.lead, one.support) for one in others if one.lead and one.id != task.id]
    level, adcode = (report.level, report.adcode) if report else (None, None)
    return suggest(task.sentence, task.path, history, level or "city", adcode)
