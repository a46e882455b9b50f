"""Two readings of one place compared: every promise of the earlier with its answer in the later."""

from __future__ import annotations

from taizhang.fulfilment.changes import target_changes, task_changes
from taizhang.fulfilment.clauses import Clause, clauses
from taizhang.fulfilment.evidence import Evidence
from taizhang.fulfilment.promises import pledges, promise_of
from taizhang.fulfilment.targets_kept import TargetAnswers
from taizhang.fulfilment.tasks_kept import Successor
from taizhang.fulfilment.terms import Rarity, grams
from taizhang.model import Comparison, Reading


def compare(earlier: Reading, later: Reading) -> Comparison:
    """What the later report says of each promise of the earlier one, in the order of the earlier text.

    Raises `ValueError` where the two are not reports of one place in consecutive years.
    """
    require_pair(earlier, later)
    old, new = clauses(earlier.report), clauses(later.report)
    rarity = Rarity(sentence_grams(old) + sentence_grams(new))
    evidence = Evidence(new, earlier.report.year)
    successor = Successor(later, evidence, rarity)
    targets = TargetAnswers(earlier, later, evidence, rarity)
    mine, theirs = pledges(earlier, old), pledges(later, new)
    tasks = [successor.answer(pledge) for pledge in mine]
    found = [targets.answer(target) for target in earlier.targets] + tasks
    silent = {one.promise.start for one in tasks if one.outcome is None}
    changes = [
        *target_changes(
            rarity, [promise_of(one) for one in earlier.targets], [promise_of(one) for one in later.targets]
        ),
        *task_changes(rarity, mine, theirs, silent),
    ]
    found.sort(key=lambda one: one.promise.start)
    return Comparison(earlier.report, later.report, tuple(found), tuple(changes))


def require_pair(earlier: Reading, later: Reading) -> None:
    """Refuse two reports that cannot answer one another; a field that was not read does not hinder."""
    first, last = earlier.report, later.report
    if first.adcode and last.adcode and first.adcode != last.adcode:
        raise ValueError(f"the reports are of two places: {first.place} and {last.place}")
    if first.year and last.year and last.year != first.year + 1:
        raise ValueError(
            f"the second report must be of the year after the first: they set the tasks of {first.year} and {last.year}"
        )


def sentence_grams(parts: list[Clause]) -> list[frozenset[str]]:
    """The terms of each sentence."""
    texts: dict[int, str] = {}
    for part in parts:
        texts[part.sentence] = texts.get(part.sentence, "") + "，" + part.text
    return [grams(text) for text in texts.values()]
