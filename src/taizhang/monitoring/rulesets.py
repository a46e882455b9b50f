"""Rule sets of lights: versioned data files with what real offices lay down."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from taizhang.monitoring.calendar_share import Method

State = Literal["not_due", "not_started", "behind", "on_pace", "ahead", "overdue", "done", "done_late", "no_light"]
Colour = Literal["green", "blue", "yellow", "orange", "red", "none"]
Lag = Literal["points", "ratio"]
FIELDS = {
    *("id", "version", "name", "source", "share", "lag", "decimals", "pace", "bands", "waiting", "near_due", "overdue"),
    *("escalation", "counters", "words"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A level from 0 (well) to 3 (worst) with its colour."""

    level: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the lag: from `bound` on, the bound itself included or not; the last band has none."""

    state: State
    sign: Sign
    bound: str | None
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a goal shows that has not begun `months` after its planned month."""

    months: int
    sign: Sign


@dataclass(frozen=True, slots=True)
class NearDue:
    """What an open goal shows within `days` of its due date; without a sign it is only a reminder."""

    days: int
    sign: Sign | None


@dataclass(frozen=True, slots=True)
class Counter:
    """What follows when a unit has `count` lights of a colour."""

    colour: Colour
    count: int
    action: str


@dataclass(frozen=True, slots=True)
class RuleSet:
    """How an office turns lag into light.

    `lag` is measured in points of the whole plan (done share − expected share) or as the ratio of both; `decimals`
    is the precision to which both shares are rounded before they are compared, none for exact; `pace` false means
    that only due dates count. `escalation` replaces the sign of a goal behind for the first, second … month running.
    """

    id: str
    version: int
    name: str
    source: str
    share: Method
    lag: Lag
    decimals: int | None
    pace: bool
    bands: tuple[Band, ...]
    waiting: tuple[Waiting, ...]
    near_due: NearDue | None
    overdue: Sign
    escalation: tuple[Sign, ...]
    counters: tuple[Counter, ...]
    words: tuple[tuple[State, str], ...]

    @property
    def label(self) -> str:
        """What a light names as its rule: `xuancheng@1`."""
        return f"{self.id}@{self.version}"

    def band(self, state: State) -> Band | None:
        """The first band of a state."""
        return next((band for band in self.bands if band.state == state), None)


@cache
def rulesets() -> dict[str, RuleSet]:
    """Id → rule set of every file. Raises `ValueError` naming the file that is out of form."""
    folder = resources.files("taizhang.monitoring") / "rulesets"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    found = {}
    for file in files:
        read = parse(file.read_text(encoding="utf-8"), file.name)
        found[read.id] = read
    return found


def ruleset(id: str) -> RuleSet:
    """The rule set with this id. Raises `ValueError` that lists those there are."""
    if id not in rulesets():
        raise ValueError(f"no rule set {id!r}; there are {', '.join(rulesets())}")
    return rulesets()[id]


def parse(text: str, name: str) -> RuleSet:
    """A rule set from TOML, for an office's own file too. Raises `ValueError` with the name of the file."""
    try:
        data = tomllib.loads(text)
        if unknown := set(data) - FIELDS:
            raise ValueError(f"unknown field {', '.join(sorted(unknown))}")
        return RuleSet(
            id=data["id"],
            version=int(data["version"]),
            name=data["name"],
            source=data["source"],
            share=chosen(data["share"], get_args(Method)),
            lag=chosen(data["lag"], get_args(Lag)),
            decimals=data.get("decimals"),
            pace=data.get("pace", True),
            bands=bands(data["bands"], data.get("pace", True)),
            waiting=tuple(
                Waiting(row["months"], sign(row))
                for row in sorted(data.get("waiting", []), key=lambda row: row["months"])
            ),
            near_due=near_due(data.get("near_due")),
            overdue=sign(data["overdue"]),
            escalation=tuple(sign(row) for row in data.get("escalation", [])),
            counters=tuple(
                Counter(chosen(row["colour"], get_args(Colour)), row["count"], row["action"])
                for row in data.get("counters", [])
            ),
            words=tuple((chosen(state, get_args(State)), word) for state, word in data.get("words", {}).items()),
        )
    except KeyError as error:
        raise ValueError(f"{name}: field {error} is missing") from error
    except (ValueError, TypeError) as error:
        raise ValueError(f"{name}: {error}") from error


def bands(rows: list[dict[str, Any]], pace: bool) -> tuple[Band, ...]:
    """The bands, best first; every one but the last has a bound below which the next begins."""
    found = []
    for at, row in enumerate(rows):
        bound = row.get("at_least", row.get("above"))
        if (bound is None) != (at == len(rows) - 1) or ("at_least" in row and "above" in row):
            raise ValueError("bands: all but the last need one of at_least and above")
        state = chosen(row["state"], ("ahead", "on_pace", "behind"))
        found.append(Band(state, sign(row), None if bound is None else str(bound), "at_least" in row))
    for needed in ("on_pace", "behind") if pace else ("on_pace",):
        if not any(band.state == needed for band in found):
            raise ValueError(f"bands: none is {needed}")
    return tuple(found)


def near_due(row: dict[str, Any] | None) -> NearDue | None:
    """The near-due rule, its sign only where the file gives one."""
    if row is None:
        return None
    return NearDue(row["days"], sign(row) if "level" in row else None)


def sign(row: dict[str, Any]) -> Sign:
    """Level and colour of a row."""
    if row["level"] not in range(4):
        raise ValueError(f"level {row['level']} is not 0 to 3")
    return Sign(row["level"], chosen(row["colour"], get_args(Colour)))


def chosen(value: Any, allowed: tuple[Any, ...]) -> Any:
    """The value, if it is allowed."""
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(map(str, allowed))}")
    return value
