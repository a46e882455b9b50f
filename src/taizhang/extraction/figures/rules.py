"""The rules of rules.toml: patterns with their reason and examples, and the lists of words they are made of."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """All of rules.toml."""
    text = files("taizhang.extraction.figures").joinpath("rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def words(name: str) -> frozenset[str]:
    """A list of words. Raises `KeyError` for a name that is not in the file."""
    return frozenset(table()["lists"][name].split())


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a rule, by subject and name («candidates.quoted»), with `{list}` put in.

    Raises `KeyError` for a rule or list that is not in the file, `re.error` for a broken pattern.
    """
    subject, rule = name.split(".")
    return re.compile(filled(table()[subject][rule]["pattern"]))


def filled(text: str) -> str:
    """A pattern with its lists put in, longest words first; other braces are those of the expression."""
    for name, value in table()["lists"].items():
        if "{" + name + "}" in text:
            longest_first = sorted(value.split(), key=len, reverse=True)
            text = text.replace("{" + name + "}", "(?:" + "|".join(longest_first) + ")")
    return text
