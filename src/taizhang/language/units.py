"""Units: what may stand behind a number, and the base unit it is reported in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, get_args

from taizhang.language.tables import rows

UnitKind = Literal[
    "count",
    "money",
    "percent",
    "point",
    "discount",
    "multiple",
    "length",
    "area",
    "volume",
    "mass",
    "energy",
    "information",
    "time",
    "other",
]
# 个 百 分 点 may be written with blanks; the table holds the plain form.
SPACED_POINT = re.compile("个? {0,4}百 {0,4}分 {0,4}点")
# What may follow a unit to divide it: /人, /百亿元, 每立方米, and a second divisor: 元/人·月.
DIVISOR = re.compile("(?:/|每)((?:[百千万亿]{0,2}))")
JOINT = re.compile("[·•/.]")
# Characters before a number in which «每人每月» may stand.
DIVISOR_REACH = 16


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: one of it is `factor` of `base`. It is none before a `barred` character."""

    written: str
    base: str
    factor: Decimal
    kind: UnitKind
    barred: str


@cache
def units() -> dict[str, Unit]:
    """All units by their written form, codes of currencies included. Raises `ValueError` for a bad factor or kind."""
    found = {}
    for written, base, factor, kind, barred, _ in rows("units.tsv", 6, required=4):
        if kind not in get_args(UnitKind) or not re.fullmatch(r"[0-9]+(\.[0-9]+)?", factor):
            raise ValueError(f"units.tsv: {written} has kind {kind}, factor {factor}")
        found[written] = Unit(written, base, Decimal(factor), kind, barred)  # type: ignore[arg-type]
    money = {unit.base for unit in found.values() if unit.kind == "money"}
    codes = {code: base for base, code, *_ in rows("currencies.tsv", 4, required=3) if base in money}
    return found | {code: Unit(code, base, Decimal(1), "money", "") for code, base in codes.items()}


@cache
def currencies() -> dict[str, str]:
    """ISO 4217 code of each base unit of money that has one."""
    known = {unit.base for unit in units().values() if unit.kind == "money"}
    found = {unit: code for unit, code, *_ in rows("currencies.tsv", 4, required=3)}
    if not set(found) <= known:
        raise ValueError(f"currencies.tsv: no unit of money: {', '.join(sorted(set(found) - known))}")
    return found


@cache
def symbols() -> dict[str, str]:
    """Base unit of each sign, name or code of a currency that stands before the number: $ → 美元, 港币 → 港元."""
    listed = rows("currencies.tsv", 4, required=3)
    return {sign: unit for unit, code, _, signs in listed for sign in [code, *signs.split()]}


@cache
def longest() -> int:
    """Length of the longest written unit."""
    return max(map(len, units()))


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at `at` in folded text, and where it ends."""
    known = units()
    spaced = SPACED_POINT.match(text, at)
    if spaced:
        return known["个百分点"], spaced.end()
    window = text[at : at + longest()]
    for length in range(len(window), 0, -1):
        unit = known.get(window[:length])
        if unit and not runs_on(text, at + length, unit.barred):
            return unit, at + length
    return None


def runs_on(text: str, end: int, barred: str) -> bool:
    """Whether the word goes on behind `end`: Latin letters (no GB in 5GBps), or a character that bars the unit.

    Where that character begins a noun of its own, the unit stands: 12个人才驿站.
    """
    around = text[end - 1 : end + 1]
    if len(around) < 2:
        return False
    if around[1] in barred:
        return text[end : end + 2] not in releases()
    return around.isascii() and around.isalpha()


@cache
def releases() -> frozenset[str]:
    """The nouns behind which a unit is no part of a longer word."""
    return frozenset(word for (word,) in rows("unit_releases.tsv", 1))


def divisor_at(text: str, at: int) -> tuple[str, int] | None:
    """What divides the unit that ends at `at`: «/百亿元» → 百亿元, «/人·月» → 人·月, and where it ends."""
    head = DIVISOR.match(text, at)
    if not head:
        return None
    power, found = head[1], unit_at(text, head.end())
    metric = unit_at(text, head.start(1)) if power else None
    if metric and (not found or metric[1] >= found[1]):  # the 千 of 千瓦时 is no number
        power, found = "", metric
    if not found:
        return None
    name, end = power + found[0].base, found[1]
    joint = JOINT.match(text, end)
    second = unit_at(text, joint.end()) if joint else None
    return (f"{name}·{second[0].base}", second[1]) if second else (name, end)


@cache
def leading_divisors() -> re.Pattern[str]:
    """«每万人», «每人每月», «每立方米达到» right before a number."""
    one = "|".join(re.escape(word) for word in sorted(units(), key=len, reverse=True))
    verb = "(?:平均)?(?:不?[超低]过?于?|达到?|约为?|为|近|高达|增加?至|提高[到至])?"
    return re.compile(f"每([百千万亿]{{0,2}}(?:{one}))(?:每({one}))?({verb})")


def divisor_before(text: str, at: int) -> str | None:
    """What divides the quantity that begins at `at`: «每人每月» → 人·月; none where nothing does.

    A time alone divides only right before the number (每月995元); 每年超过90万人 is a count of people.
    """
    end = at - 1 if text[at - 1 : at] == " " else at
    opened = text.find("每", max(0, end - DIVISOR_REACH), end)
    found = leading_divisors().fullmatch(text, opened, end) if opened >= 0 else None
    if found is None:
        return None
    first, second, verb = found.groups()
    alone = units().get(first)
    if verb and not second and alone is not None and alone.kind == "time":
        return None
    return f"{first}·{second}" if second else first
