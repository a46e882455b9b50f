"""Sentences that promise nothing by themselves: the rules of sentence_rules.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from taizhang.extraction.milestone_rules import compiled, table

RuleKind = Literal["context", "exhortation", "attitude"]
COLUMNS = ("name", "kind", "pattern", "unless", "example")


@dataclass(frozen=True, slots=True)
class SentenceRule:
    """One row: sentences that begin like `pattern` and do not hold `unless`."""

    name: str
    kind: RuleKind
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    example: str

    def finds(self, sentence: str) -> bool:
        """Whether the sentence is of this sort."""
        return bool(self.pattern.match(sentence)) and not (self.unless and self.unless.search(sentence))


def parse_rules(text: str) -> tuple[SentenceRule, ...]:
    """The rules in a file of this format. Raises `ValueError` naming the row that is wrong."""
    rules = []
    for name, kind, pattern, unless, example in table(text, COLUMNS):
        begins = compiled(pattern, name)
        if begins is None or kind not in get_args(RuleKind):
            raise ValueError(f"{name}: kind {kind!r} is unknown or the pattern is empty")
        rules.append(SentenceRule(name, kind, begins, compiled(unless, name), example))  # type: ignore[arg-type]
    return tuple(rules)


@cache
def rules() -> tuple[SentenceRule, ...]:
    """The rules of the file beside this module."""
    return parse_rules(files(__package__).joinpath("sentence_rules.tsv").read_text(encoding="utf-8"))


def rule_for(sentence: str, first: bool) -> SentenceRule | None:
    """The rule that makes the sentence context; `first` tells that it is the first under its heading."""
    for rule in rules():
        if (first or rule.kind != "attitude") and rule.finds(sentence):
            return rule
    return None


def begins_as_attitude(sentence: str) -> bool:
    """Whether a sentence begins as one of attitude does, whatever follows in it."""
    return any(rule.kind == "attitude" and rule.pattern.match(sentence) for rule in rules())
