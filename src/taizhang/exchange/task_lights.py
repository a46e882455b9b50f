"""The lights of a ledger's tasks on a day: goals, plans and reports of the ledger by the rules of monitoring.

Reports count from the day they speak of, submitted ones too. A report on the task as a whole speaks for its only goal;
where a task has several goals, only its stage counts for all of them. A task without goals is followed as a milestone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from taizhang.ledger import Ledger, LedgerTask, Node, ProgressReport
from taizhang.model import Figure, Reading
from taizhang.monitoring import Light, Plan, Progress, RollUp, RuleSet, light, plan_of, roll_up
from taizhang.monitoring import Node as PlanNode

Latest = Mapping[tuple[int, str | None], ProgressReport]


@dataclass(frozen=True, slots=True)
class TaskLight:
    """A task with the light that its goals give together."""

    task: LedgerTask
    roll: RollUp

    @property
    def shown(self) -> Light:
        """The light that stands for the task."""
        return self.roll.shown

    @property
    def sentence(self) -> str:
        """What was due, expected and reported, and by which rule."""
        return self.roll.sentence if self.roll.total > 1 else self.roll.shown.sentence


def task_lights(
    ledger: Ledger, tasks: Iterable[LedgerTask], readings: Mapping[int, Reading], day: date, rules: RuleSet
) -> dict[int, TaskLight]:
    """The light of each task by its number; `readings` by report."""
    latest = ledger.progress.latest(until=day.isoformat())
    nodes = ledger.plans.all()
    found: dict[int, TaskLight] = {}
    figures = {number: {(one.start, one.end): one for one in reading.figures} for number, reading in readings.items()}
    for task in tasks:
        reading = readings.get(task.report_id or 0)
        year = (reading.report.year if reading else None) or int((task.due or day.isoformat())[:4])
        plans = goal_plans(task, reading, figures.get(task.report_id or 0, {}), year, nodes.get(task.id, {}))
        lights = [light(plan, reports_on(task, quote, len(plans), latest, day), day, rules) for quote, plan in plans]
        found[task.id] = TaskLight(task, roll_up(lights))
    return found


def goal_plans(
    task: LedgerTask,
    reading: Reading | None,
    figures: Mapping[tuple[int, int], Figure],
    year: int,
    nodes: Mapping[str | None, tuple[Node, ...]],
) -> list[tuple[str | None, Plan]]:
    """The plan of each goal with its words in the report; of the task itself where it has none that can be followed."""
    due = date.fromisoformat(task.due) if task.due else None
    start = min(date(year, 1, 1), due) if due else date(year, 1, 1)
    text = reading.report.text if reading and task.start is not None else ""
    plans: list[tuple[str | None, Plan]] = []
    for goal in task.goals if text else ():
        quote = text[goal.start : goal.end]
        steps = plan_nodes(nodes.get(quote, ()))
        figure = figures.get((goal.start, goal.end)) if goal.type == "figure" else None
        if figure is None:
            plans.append((quote, Plan(quote, "milestone", start, due, nodes=steps)))
            continue
        try:
            plans.append((quote, plan_of(figure, start=start, due=due, nodes=steps)))
        except ValueError:
            # A condition that no measure fits (an amount of zero) is followed by its stage.
            plans.append((quote, Plan(figure.indicator, "milestone", start, due, nodes=steps)))
    return plans or [(None, Plan(task.title, "milestone", start, due, nodes=plan_nodes(nodes.get(None, ()))))]


def plan_nodes(nodes: Iterable[Node]) -> tuple[PlanNode, ...]:
    """Nodes of the ledger as monitoring takes them."""
    return tuple(PlanNode(date.fromisoformat(node.due), node.expected, node.words) for node in nodes)


def reports_on(task: LedgerTask, quote: str | None, goals: int, latest: Latest, day: date) -> list[Progress]:
    """What was reported on a goal up to a day, with what was said of the whole task."""
    found = []
    own = latest.get((task.id, quote)) if quote is not None else None
    if own:
        found.append(Progress(date.fromisoformat(own.as_of), own.value, own.stage, source=own.unit))
    whole = latest.get((task.id, None))
    if whole and (goals == 1 or whole.stage):
        value = whole.value if goals == 1 else None
        found.append(Progress(date.fromisoformat(whole.as_of), value, whole.stage, source=whole.unit))
    if task.done and task.done <= day.isoformat():
        found.append(Progress(date.fromisoformat(task.done), stage="done"))
    return sorted(found, key=lambda one: one.on)
