"""What waits for a unit: its tasks goal by goal, with what it last said and what is expected, most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from taizhang.language.amounts import amount
from taizhang.ledger import GoalStanding, Ledger, LedgerTask, ProgressReport, stood
from taizhang.model import Reading
from taizhang.monitoring import RuleSet
from taizhang.monitoring.sentence import percent
from taizhang.web.task_table import ShownGoal, goal_units, shown_goals

SOON = timedelta(days=30)
GROUPS = ("returned", "overdue", "soon", "other", "finished")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What a unit may report on: a goal of a task (with its words in the report), or the task as a whole (none).

    `key` names it in a form, `last` is the unit's latest report on it, `expected` what the calendar or its nodes ask
    for by today, in words; `unit` is that of the goal's value, none where it has none.
    """

    key: str
    goal: str | None
    words: str
    last: ProgressReport | None
    expected: str = ""
    unit: str | None = None

    @property
    def last_words(self) -> str:
        """What the unit last said, with the value."""
        if self.last is None:
            return ""
        value = "" if self.last.value is None else amount(self.last.value, self.unit)
        return " ".join(filter(None, (value, self.last.words)))


@dataclass(frozen=True, slots=True)
class UnitTask:
    """A task of the unit, with a line for each thing to report on."""

    task: LedgerTask
    goals: tuple[ShownGoal, ...]
    lines: tuple[UnitLine, ...]
    group: str


def group_of(task: LedgerTask, lines: Iterable[UnitLine], today: date) -> str:
    """Under which heading a task waits."""
    if task.done:
        return "finished"
    if any(line.last and line.last.state == "returned" for line in lines):
        return "returned"
    due = date.fromisoformat(task.due) if task.due else None
    if due and due < today:
        return "overdue"
    return "soon" if due and due - today <= SOON else "other"


def last_reports(ledger: Ledger, unit: str) -> dict[tuple[int, str | None], ProgressReport]:
    """The unit's report that was written last on each (task, goal), drafts and returned ones too."""
    found: dict[tuple[int, str | None], ProgressReport] = {}
    every = ledger.progress.all(("draft", "submitted", "accepted", "returned"))
    for report in sorted(every, key=lambda one: one.id):
        if report.unit == unit:
            found[report.task_id, report.goal] = report
    return found


def unit_tasks(
    ledger: Ledger, unit: str, readings: Mapping[int, Reading], rules: RuleSet, today: date
) -> list[UnitTask]:
    """Every task that the unit answers for."""
    last = last_reports(ledger, unit)
    found = []
    for standing in stood(ledger, of_unit(ledger.tasks(), unit), readings, rules, today):
        task = standing.task
        goals = shown_goals(task, readings.get(task.report_id or 0))
        lines = tuple(unit_lines(task, goals, {one.goal: one for one in standing.goals}, last))
        found.append(UnitTask(task, goals, lines, group_of(task, lines, today)))
    return sorted(found, key=lambda one: (GROUPS.index(one.group), one.task.due or "9999-12-31"))


def unit_lines(
    task: LedgerTask,
    goals: tuple[ShownGoal, ...],
    standing: Mapping[str | None, GoalStanding],
    last: Mapping[tuple[int, str | None], ProgressReport],
) -> Iterable[UnitLine]:
    """A line for each goal of a task that has several; else one for the task, which speaks for its only goal."""
    units = goal_units(goals)
    if len(goals) > 1:
        for number, goal in enumerate(goals, 1):
            said, expected = last.get((task.id, goal.quote)), expected_words(standing.get(goal.quote))
            yield UnitLine(f"{task.id}.{number}", goal.quote, goal.words, said, expected, units.get(goal.quote))
        return
    words, quote = (goals[0].words, goals[0].quote) if goals else ("", None)
    # A unit that spoke of the goal by name goes on so.
    named = quote if (task.id, None) not in last and (task.id, quote) in last else None
    said, expected = last.get((task.id, named)), expected_words(standing.get(quote))
    yield UnitLine(f"{task.id}", named, words, said, expected, units.get(None))


def expected_words(standing: GoalStanding | None) -> str:
    """The share of a goal that is due by today, and for an amount how much that is."""
    if standing is None or standing.light.expected is None:
        return ""
    share, condition = standing.light.expected, standing.plan.condition
    if standing.plan.kind != "amount" or condition is None or condition.value is None:
        return percent(share)
    due = share * abs(Fraction(condition.value))
    return f"{percent(share)}（{amount(Decimal(due.numerator) / due.denominator, condition.unit)}）"


def of_unit(tasks: Iterable[LedgerTask], unit: str) -> list[LedgerTask]:
    """The tasks that a unit leads or supports."""
    return [task for task in tasks if unit in task.lead + task.support]
