"""How every task stands on a day: the ledger's plans and reports put before the rules of the lights.

A goal's light is computed from what units reported and the office accepted; what the office verified stands beside
it. A day of the past is judged by the deadlines, plans and reports that the ledger held on that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
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


def standings(
    ledger: Ledger, rules: RuleSet, day: date | None = None, report_id: int | None = None
) -> list[TaskStanding]:
    """Every standing task of a report (or of all) at the end of `day`, which is today unless told.

    For a day before today the ledger is asked as it stood then.
    """
    today = date.fromisoformat(ledger.today())
    asked = day or today
    with ledger.as_of(asked) if asked < today else nullcontext(ledger) as held:
        return stood(held, rules, asked, report_id)


def stood(ledger: Ledger, rules: RuleSet, day: date, report_id: int | None) -> list[TaskStanding]:
    """The standings of one state of the ledger."""
    plans = ledger.plans.all()
    reports: defaultdict[int, list[ProgressReport]] = defaultdict(list)
    for report in ledger.progress.all(("accepted",)):
        reports[report.task_id].append(report)
    findings: defaultdict[int, list[Verification]] = defaultdict(list)
    for finding in ledger.verification.all(until=day.isoformat()):
        findings[finding.task_id].append(finding)
    readings = {entry.id: ledger.read_report(entry.id).reading for entry in ledger.reports()}
    found = []
    for task in ledger.tasks(report_id):
        reading = readings[task.report_id] if task.report_id is not None else None
        goals = tuple(
            goal_standing(task, name, plan, reports[task.id], findings[task.id], day, rules)
            for name, plan in goal_plans(task, reading, plans.get(task.id, {}), day)
        )
        found.append(TaskStanding(task, goals, roll_up([goal.light for goal in goals])))
    return found


def goal_plans(
    task: LedgerTask, reading: Reading | None, nodes: dict[str | None, tuple[Node, ...]], day: date
) -> Iterable[tuple[str | None, Plan]]:
    """The goals of a task with their calendars; a task without goals is one event, and so is one of no known kind."""
    due = None if task.due is None else date.fromisoformat(task.due)
    year = (reading.report.year if reading else None) or (due or day).year
    start = min(date(year, 1, 1), due) if due else date(year, 1, 1)
    figures = {(figure.start, figure.end): figure for figure in reading.figures} if reading else {}
    for goal in task.goals:
        words = reading.report.text[goal.start : goal.end] if reading else ""
        yield words, goal_plan(words, figures.get((goal.start, goal.end)), start, due, plan_nodes(nodes.get(words, ())))
    if not task.goals:
        yield None, Plan(task.title, "milestone", start, due, nodes=plan_nodes(nodes.get(None, ())))


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


def goal_standing(
    task: LedgerTask,
    goal: str | None,
    plan: Plan,
    reports: list[ProgressReport],
    findings: list[Verification],
    day: date,
    rules: RuleSet,
) -> GoalStanding:
    """One goal by the rules. A report that calls the whole task done settles every goal of it."""
    own = [report for report in reports if report.goal == goal or (report.goal is None and report.stage == "done")]
    known = [
        Progress(
            date.fromisoformat(report.as_of),
            report.value if report.goal == goal else None,
            report.stage,
            source=report.unit,
        )
        for report in own
    ]
    return GoalStanding(
        goal,
        plan,
        light(plan, known, day, rules),
        next((report for report in own if report.as_of <= day.isoformat()), None),
        next((finding for finding in findings if finding.goal in (goal, None)), None),
    )
