"""Plans: what is expected of a task or a goal by which day (月度、季度节点)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from taizhang.ledger import entries
from taizhang.ledger.opening import LedgerError
from taizhang.ledger.schema import nodes
from taizhang.ledger.transactions import Store


@dataclass(frozen=True, slots=True)
class Node:
    """By `due`, `expected` of the goal (in its own unit), or what the `words` say (形象进度)."""

    due: str
    expected: Decimal | None = None
    words: str = ""


class Plans:
    """The nodes of tasks. A `goal` is named by its words in the report; none means the task as a whole."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def set(self, task_id: int, plan: Sequence[Node], actor: str, goal: str | None = None) -> None:
        """Put a plan in place of the one before; an empty one takes it away.

        Raises `LedgerError` for two nodes on one day, or a node that says nothing.
        """
        wanted = {
            entries.day("due", node.due): {
                "expected": entries.exact("expected", node.expected),
                "words": entries.words("words", node.words),
            }
            for node in plan
        }
        if len(wanted) < len(plan):
            raise LedgerError("plan: two nodes stand on one day")
        empty = [due for due, node in wanted.items() if node["expected"] is None and not node["words"]]
        if empty:
            raise LedgerError(f"plan: the node of {empty[0]} expects nothing; give a number or words")
        with self.store.writing(actor, "plan") as work:
            entries.working_task(work, task_id)
            query = select(nodes).where(nodes.c.task_id == task_id, nodes.c.goal.is_not_distinct_from(goal))
            standing = {row["due"]: dict(row) for row in work.connection.execute(query).mappings()}
            for due, row in standing.items():
                if due not in wanted:
                    work.remove(nodes, row["id"])
            for due, node in sorted(wanted.items()):
                if due in standing:
                    work.change(nodes, standing[due]["id"], node)
                else:
                    work.add(nodes, {"task_id": task_id, "goal": goal, "due": due, **node})

    def of(self, task_id: int) -> dict[str | None, tuple[Node, ...]]:
        """The plans of a task by goal, nodes by day."""
        return self.all(task_id).get(task_id, {})

    def all(self, task_id: int | None = None) -> dict[int, dict[str | None, tuple[Node, ...]]]:
        """The plans of every task: id → goal → nodes by day."""
        query = select(nodes).order_by(nodes.c.task_id, nodes.c.due)
        if task_id is not None:
            query = query.where(nodes.c.task_id == task_id)
        found: defaultdict[int, defaultdict[str | None, tuple[Node, ...]]] = defaultdict(lambda: defaultdict(tuple))
        with self.store.reading_state() as connection:
            for row in connection.execute(query):
                found[row.task_id][row.goal] += (Node(row.due, entries.number(row.expected), row.words),)
        return {task: dict(goals) for task, goals in found.items()}
