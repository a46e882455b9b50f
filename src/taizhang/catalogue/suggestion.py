"""Which departments a task may go to: a suggestion with its reasons, for a person to accept or not.

The score of a department is the sum of three parts, each of which stands in the reason:

- *duty words* of the task's sentence, each once, by weight; a word inside a longer one does not count, and words
  behind the first two clauses count less, because sentences close with effects (推动…, 促进…);
- duty words of the headings above it, at a fraction;
- *earlier decisions* of the office on sentences that share enough characters with this one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from taizhang.catalogue.organizations import Office, duties, organization_by_name, organizations
from taizhang.model import Level

CLAUSE = re.compile(r"[，；。：！？]")
MAIN_CLAUSES = 2
LATER = 0.6
HEADINGS = (0.35, 0.15)  # the innermost heading, then those above it
ALIKE = 0.35  # share of character pairs from which two sentences are alike
NEIGHBOURS = 3
DECIDED = {"lead": 12.0, "support": 8.0}
ENOUGH = 3.0  # a lower score suggests nobody
SUPPORTING = 0.4  # share of the lead's score from which a department may support
MOST_SUPPORT = 4
CLOSE = 0.85


@dataclass(frozen=True, slots=True)
class Decision:
    """What the office decided on a task before: the names of the units that lead and support it."""

    sentence: str
    lead: tuple[str, ...]
    support: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit that may lead or support a task. `close` tells that another unit is nearly as likely to lead."""

    name: str
    role: Literal["lead", "support"]
    score: float
    reason: str
    close: bool = False


@cache
def duty_words() -> re.Pattern[str]:
    """All duty words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(duties(), key=len, reverse=True))))


def suggest(
    sentence: str,
    path: Sequence[str] = (),
    history: Iterable[Decision] = (),
    level: Level = "city",
    adcode: str | None = None,
) -> tuple[Suggestion, ...]:
    """The unit that may lead the task, then those that may support it, with reasons; empty where nothing speaks.

    `path` holds the headings above the task, outermost first; `history` what the office decided on other tasks;
    `adcode` is the place code of the government (自治区教育厅 in 15, 市教育局 in 31).
    The data hold no ministries, so at the nation's level only the history speaks.
    """
    office = Office(level, adcode or "")
    scores: defaultdict[str, float] = defaultdict(float)
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for name, points, why in (
        *from_duties(sentence, office),
        *from_headings(path, office),
        *from_history(sentence, history, office),
    ):
        scores[name] += points
        reasons[name].append(why)
    ranked = sorted((name for name in scores if scores[name] >= ENOUGH), key=lambda name: -scores[name])
    if not ranked:
        return ()
    best = scores[ranked[0]]
    chosen = [ranked[0], *(name for name in ranked[1:] if scores[name] >= SUPPORTING * best)][: MOST_SUPPORT + 1]
    close = len(ranked) > 1 and scores[ranked[1]] >= CLOSE * best
    return tuple(
        Suggestion(
            name,
            "support" if at else "lead",
            round(scores[name], 2),
            "；".join(reasons[name]),
            close and not at,
        )
        for at, name in enumerate(chosen)
    )


Part = tuple[str, float, str]  # name of a unit, points, why


def from_duties(sentence: str, office: Office) -> list[Part]:
    """What the sentence's own words say."""
    found: list[Part] = []
    seen: set[str] = set()
    clauses = [clause for clause in CLAUSE.split(sentence) if clause]
    for at, clause in enumerate(clauses):
        share = 1.0 if at < MAIN_CLAUSES else LATER
        for word in dict.fromkeys(duty_words().findall(clause)):
            if word not in seen:
                seen.add(word)
                found += parts(word, share, office, "职责词")
    return found


def from_headings(path: Sequence[str], office: Office) -> list[Part]:
    """What the headings above it say, the innermost most."""
    found: list[Part] = []
    for at, heading in enumerate(reversed(path)):
        share = HEADINGS[min(at, len(HEADINGS) - 1)]
        for word in dict.fromkeys(duty_words().findall(heading)):
            found += parts(word, share, office, "标题")
    return found


def parts(word: str, share: float, office: Office, label: str) -> list[Part]:
    """The points of one word for each department that it speaks for."""
    if office.level == "nation":
        return []
    return [
        (
            office.name_of(organizations()[duty.organization]),
            duty.weight * share,
            f"{label}「{word}」{duty.weight * share:g}分",
        )
        for duty in duties()[word]
    ]


def from_history(sentence: str, history: Iterable[Decision], office: Office) -> list[Part]:
    """What the office decided on the sentences most like this one."""
    own = pairs(sentence)
    alike = sorted(
        ((likeness(own, pairs(earlier.sentence)), earlier) for earlier in history), key=lambda item: -item[0]
    )
    found: list[Part] = []
    for share, earlier in alike[:NEIGHBOURS]:
        if share < ALIKE:
            break
        for role, verb, units in (("lead", "牵头", earlier.lead), ("support", "配合", earlier.support)):
            for unit in units:
                points = DECIDED[role] * share
                why = f"曾{verb}相近任务「{earlier.sentence[:20]}」（相似{share:.0%}）{points:.1f}分"
                found.append((known_as(unit, office), points, why))
    return found


def known_as(unit: str, office: Office) -> str:
    """The name under which a unit's points are summed; a unit that the data does not hold keeps its own."""
    organization = organization_by_name(unit)
    return office.name_of(organization) if organization else unit


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters, marks, blanks and digits left out."""
    plain = re.sub(r"[\W\d]", "", text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs that both have (Dice): 0 for nothing in common, 1 for the same words."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
