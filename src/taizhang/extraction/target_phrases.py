"""Conditions in words («与经济增长同步», «完成省下达任务»): the patterns of target_phrases.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from taizhang.model import Directional

COLUMNS = ("name", "bound", "pattern", "example")
BOUNDS = {"positive", "negative", "stable", "above", "match", "assigned", "improve"}
BARE = 2  # «能耗下降、排放量削减完成任务»: a bare word before 、 is part of what is measured
ENDS = r"(?=$|[、，；。])"


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """One row of the file."""

    name: str
    bound: Directional
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A condition found in a clause: `start`/`end` in the clause, `subject` the words before it."""

    start: int
    end: int
    subject: str
    bound: Directional
    reference: str | None


def parse_rules(text: str) -> tuple[PhraseRule, ...]:
    """The rules in a file of this format. Raises `ValueError` naming the row that is wrong."""
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    if tuple(rows[0].split("\t")) != COLUMNS:
        raise ValueError(f"columns must be {', '.join(COLUMNS)}")
    rules = []
    for number, row in enumerate(rows[1:], start=1):
        cells = row.split("\t")
        if len(cells) != len(COLUMNS) or cells[1] not in BOUNDS:
            raise ValueError(f"row {number}: {row!r} is no rule (bounds: {', '.join(sorted(BOUNDS))})")
        try:
            pattern = re.compile(f"(?:{cells[2]}){ENDS}")
        except re.error as error:
            raise ValueError(f"row {number} ({cells[0]}): {error}") from error
        rules.append(PhraseRule(cells[0], cells[1], pattern, cells[3]))  # type: ignore[arg-type]
    return tuple(rules)


@cache
def rules() -> tuple[PhraseRule, ...]:
    """The rules of the file beside this module."""
    return parse_rules(files(__package__).joinpath("target_phrases.tsv").read_text(encoding="utf-8"))


def find_phrases(clause: str) -> list[Phrase]:
    """The conditions of one clause, in order; a later one without words of its own shares the subject."""
    found: list[Phrase] = []
    position = 0
    while position < len(clause):
        hit = first_hit(clause, position)
        if hit is None:
            break
        rule, match = hit
        own = clause[position : match.start()].strip("、，；。")
        subject = own or (found[-1].subject if found else "")
        reference = match.groupdict().get("ref")
        found.append(Phrase(match.start(), match.end(), subject, rule.bound, reference))
        position = match.end()
    return found


def first_hit(clause: str, position: int) -> tuple[PhraseRule, re.Match[str]] | None:
    """The rule whose condition begins first; of those that begin together the earlier in the file."""
    hits = [
        (match.start(), order, rule, match)
        for order, rule in enumerate(rules())
        for match in rule.pattern.finditer(clause, position)
        if match.end() - match.start() > BARE or not clause.startswith("、", match.end())
    ]
    if not hits:
        return None
    _, _, rule, match = min(hits, key=lambda hit: hit[:2])
    return rule, match
