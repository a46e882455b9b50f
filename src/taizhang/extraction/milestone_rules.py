"""The verbs and objects of milestones: milestone_verbs.tsv and milestone_objects.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from taizhang.model import Stage

Order = Literal["before", "after", "around", "after_open"]
VERB_COLUMNS = ("verb", "stage", "order", "object", "example")
OBJECT_COLUMNS = ("class", "accept", "refuse")


@dataclass(frozen=True, slots=True)
class ObjectClass:
    """What an object must hold (`accept`) and must not hold (`refuse`)."""

    accept: re.Pattern[str] | None
    refuse: re.Pattern[str] | None

    def admits(self, words: str) -> bool:
        """Whether the words are an object of this class."""
        return not (self.refuse and self.refuse.search(words)) and (not self.accept or bool(self.accept.search(words)))


@dataclass(frozen=True, slots=True)
class VerbRule:
    """One row of the verbs, with the class of its object."""

    verb: re.Pattern[str]
    stage: Stage
    order: Order
    kind: str
    object: ObjectClass
    example: str


@dataclass(frozen=True, slots=True)
class MilestoneRules:
    """All rows; `any_verb` finds where any of them may begin, `every` is what no object may be."""

    any_verb: re.Pattern[str]
    every: ObjectClass
    verbs: tuple[VerbRule, ...]


def table(text: str, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows of a tab-separated file with these columns, remarks left out. Raises `ValueError`."""
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or tuple(rows[0]) != columns:
        raise ValueError(f"columns must be {', '.join(columns)}")
    for number, row in enumerate(rows[1:], start=1):
        if len(row) != len(columns):
            raise ValueError(f"row {number} ({row[0]}): {len(row)} cells, {len(columns)} expected")
    return rows[1:]


def compiled(pattern: str, place: str) -> re.Pattern[str] | None:
    """The pattern, or none for an empty cell. Raises `ValueError` naming its place."""
    try:
        return re.compile(pattern) if pattern else None
    except re.error as error:
        raise ValueError(f"{place}: {error}") from error


def parse_rules(verbs: str, objects: str) -> MilestoneRules:
    """The rules in two files of this format. Raises `ValueError` naming the row that is wrong."""
    classes = {
        name: ObjectClass(compiled(accept, f"class {name}"), compiled(refuse, f"class {name}"))
        for name, accept, refuse in table(objects, OBJECT_COLUMNS)
    }
    rules = []
    for verb, stage, order, kind, example in table(verbs, VERB_COLUMNS):
        pattern = compiled(verb, f"verb {verb}")
        if not pattern or stage not in get_args(Stage) or order not in get_args(Order) or kind not in classes:
            raise ValueError(f"verb {verb}: {stage}, {order} or {kind} is unknown")
        rules.append(VerbRule(pattern, stage, order, kind, classes[kind], example))  # type: ignore[arg-type]
    any_verb = re.compile("|".join(f"(?:{rule.verb.pattern})" for rule in rules))
    return MilestoneRules(any_verb, classes["every"], tuple(rules))


@cache
def rules() -> MilestoneRules:
    """The rules of the files beside this module."""
    folder = files(__package__)
    names = ("milestone_verbs.tsv", "milestone_objects.tsv")
    return parse_rules(*(folder.joinpath(name).read_text(encoding="utf-8") for name in names))
