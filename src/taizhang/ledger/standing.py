"""How every task stands on a day: the ledger's plans and reports put before the rules of the lights.

A goal's light is computed from what units reported and the office accepted; what the office verified stands beside
it. A day of the past is judged by the deadlines, plans and reports that the ledger held on that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date

from taizhang.ledger.plans import Node
from taizhang.ledger.progress import ProgressReport
from taizhang.ledger.records import LedgerTask
from taizhang.ledger.store import Ledger
from taizhang.ledger.verification import Verification
from taizhang.model import Figure, Reading
from taizhang.monitoring import Light, Plan, Progress, RollUp, RuleSet, light, plan_of, roll_up
from taizhang.monitoring import Node as PlanNode


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal on a day; `goal` is its words in the report, none for a task without goals of its own.

    `reported` is the last accepted report, `verified` the last finding: two columns.
    """

    goal: str | None
    plan: Plan
    light: Light
    reported: ProgressReport | None
    verified: Verification | None


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """A task on a day, with its goals and the light that stands for all of them."""

    task: LedgerTask
    goals: tuple[GoalStanding, ...]
    light: RollUp

    @property
    def shown(self) -> Light:
        """The light that stands for the task."""
        return self.light.shown

    @property
    def sentence(self) -> str:
        """What was due, expected and reported, and by which rule."""
        return self.light.sentence if self.light.total > 1 else self.light.shown.sentence


def standings(
    ledger: Ledger, rules: RuleSet, day: date | None = None, report_id: int | None = None
) -> list[TaskStanding]:
    """Every standing task of a report (or of all) at the end of `day`, which is today unless told.

    For a past day the ledger is asked as it stood then; for one before the report came into the ledger, as it is now.
    """
    today = ledger.today()
    asked = day or date.fromisoformat(today)
    numbers = [entry.id for entry in ledger.reports() if report_id in (None, entry.id)]
    came = min((ledger.versions(number)[0]["imported"][:10] for number in numbers), default=today)
    with ledger.as_of(asked) if came <= asked.isoformat() < today else nullcontext(ledger) as held:
        asked_for = [entry.id for entry in held.reports() if report_id in (None, entry.id)]
        readings = {number: held.read_report(number).reading for number in asked_for}
        return stood(held, held.tasks(report_id), readings, rules, asked)


def stood(
    ledger: Ledger, tasks: Iterable[LedgerTask], readings: Mapping[int, Reading], rules: RuleSet, day: date
) -> list[TaskStanding]:
    """These tasks (with the readings of their reports by number) by what the ledger holds now."""
    plans = ledger.plans.all()
    reports: defaultdict[int, list[ProgressReport]] = defaultdict(list)
    for report in ledger.progress.all(("accepted",)):
        reports[report.task_id].append(report)
    findings: defaultdict[int, list[Verification]] = defaultdict(list)
    for finding in ledger.verification.all(until=day.isoformat()):
        findings[finding.task_id].append(finding)
    promised = {number: Promised(reading) for number, reading in readings.items()}
    found = []
    for task in tasks:
        goals = goal_plans(task, promised.get(task.report_id or 0), plans.get(task.id, {}), day)
        standing = tuple(
            goal_standing(name, plan, spoken(reports[task.id], name, len(goals) == 1), findings[task.id], day, rules)
            for name, plan in goals
        )
        found.append(TaskStanding(task, standing, roll_up([goal.light for goal in standing])))
    return found


class Promised:
    """The words and figures of a report by their place."""

    def __init__(self, reading: Reading) -> None:
        self.year, self.text = reading.report.year, reading.report.text
        self.figures = {(figure.start, figure.end): figure for figure in reading.figures}


def goal_plans(
    task: LedgerTask, promised: Promised | None, nodes: Mapping[str | None, tuple[Node, ...]], day: date
) -> list[tuple[str | None, Plan]]:
    """The goals of a task with their calendars; a task without goals is one event, and so is one of no known kind."""
    due = None if task.due is None else date.fromisoformat(task.due)
    year = (promised.year if promised else None) or (due or day).year
    start = min(date(year, 1, 1), due) if due else date(year, 1, 1)
    found: list[tuple[str | None, Plan]] = []
    for goal in task.goals if promised else ():
        words = promised.text[goal.start : goal.end] if promised else ""
        figure = promised.figures.get((goal.start, goal.end)) if promised else None
        found.append((words, goal_plan(words, figure, start, due, plan_nodes(nodes.get(words, ())))))
    return found or [(None, Plan(task.title, "milestone", start, due, nodes=plan_nodes(nodes.get(None, ()))))]


def goal_plan(words: str, figure: Figure | None, start: date, due: date | None, nodes: tuple[PlanNode, ...]) -> Plan:
    """The plan of a goal: by its figure's condition, else as an event."""
    if figure is not None:
        try:
            return plan_of(figure, start=start, due=due, nodes=nodes)
        except ValueError:
            # A figure that no measure fits, such as an amount of zero, is followed by stages.
            pass
    return Plan(words, "milestone", start, due, nodes=nodes)


def plan_nodes(nodes: tuple[Node, ...]) -> tuple[PlanNode, ...]:
    """The ledger's nodes as the rules read them."""
    return tuple(PlanNode(date.fromisoformat(node.due), node.expected, node.words) for node in nodes)


def spoken(reports: Iterable[ProgressReport], goal: str | None, only: bool) -> list[ProgressReport]:
    """The reports that speak of a goal: its own, one that calls the whole task done, and every one where it is the
    task's only goal. Latest day first.
    """
    return [
        report if only or report.goal == goal else replace(report, value=None)
        for report in reports
        if report.goal == goal or (report.goal is None and (only or report.stage == "done"))
    ]


def goal_standing(
    goal: str | None,
    plan: Plan,
    reports: list[ProgressReport],
    findings: list[Verification],
    day: date,
    rules: RuleSet,
) -> GoalStanding:
    """One goal by the rules; of two reports on one day the later one counts."""
    known = [
        Progress(date.fromisoformat(report.as_of), report.value, report.stage, source=report.unit)
        for report in reversed(reports)
    ]
    return GoalStanding(
        goal,
        plan,
        light(plan, known, day, rules),
        next((report for report in reports if report.as_of <= day.isoformat()), None),
        next((finding for finding in findings if finding.goal in (goal, None)), None),
    )
