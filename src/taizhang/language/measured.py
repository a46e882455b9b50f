"""A numeral with its unit and what still belongs to it: 5万人, 八五折, 三成半, 五元三毛, 两个半小时, 元/人·月."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from taizhang.language.bounds import bound_before
from taizhang.language.expression import Part
from taizhang.language.money import with_coins
from taizhang.language.numberless import word_over
from taizhang.language.numerals import BLANK, Numeral, characters, of_role
from taizhang.language.quantity import Kind
from taizhang.language.surroundings import closes, letter
from taizhang.language.units import Unit, currencies, divisor_at, unit_at, units

# Four digits before 年 outside of these name no year: 长达2600年.
FIRST_YEAR, LAST_YEAR = 1000, 2199
MOST_BLANKS = 4
# Powers that are numbers by themselves.
TEN = {"十", "拾"}
KINDS: dict[str, Kind] = {
    "count": "count",
    "money": "money",
    "percent": "percent",
    "discount": "percent",
    "point": "point",
    "multiple": "multiple",
}


def with_unit(text: str, start: int, end: int, numeral: Numeral, written: str) -> tuple[Part | None, int]:
    """The numeral with the unit behind it, if the two make a quantity; `end` is the end of the numeral."""
    at = end
    while text[at : at + 1] == " " and at - end < MOST_BLANKS:
        at += 1
    surplus = text.startswith(("多", "余", "来"), at)
    vague = numeral.vague or surplus
    found = unit_at(text, at + 1 if surplus else at)
    chinese = not any(char.isascii() and char.isdigit() for char in written)
    if chinese and found and found[0].written == "大":
        found = None
    power = power_of(written)
    if found is None:
        if chinese and not stands_alone(text, start, end, written):
            return None, end
        return Part(start, end, end, numeral.low, numeral.high, "", "number", vague, power), end
    unit, unit_end = found
    unit, unit_end, numeral = settled(text, unit, unit_end, numeral)
    if chinese and not surplus and not counts(text, start, written):
        return None, end
    if written == "一" and one_by_one(text, start, unit_end):
        return None, unit_end
    kind, code = kind_of(unit, numeral.low, written), currencies().get(unit.base)
    stated = Part(start, end, unit_end, numeral.low, numeral.high, unit.base, kind, vague, power, currency=code)
    part = in_base(stated, unit, written)
    if part is None:
        return None, end
    part = continued(text, part, unit)
    return part, part.end


def settled(text: str, unit: Unit, end: int, numeral: Numeral) -> tuple[Unit, int, Numeral]:
    """The unit where the words behind it tell which: 三块 is money before no noun, 两个半小时 counts hours."""
    following = text[end : end + 1]
    if unit.written == "块" and closes(text, end):
        return units()["块钱"], end, numeral
    if unit.written != "个" or following != "半":
        return unit, end, numeral
    more = replace(numeral, low=numeral.low + Decimal("0.5"))
    halved = unit_at(text, end + 1)
    if halved:
        return units().get(f"个{halved[0].written}", halved[0]), halved[1], more
    return (unit, end, numeral) if letter(text[end + 1 : end + 2]) else (unit, end + 1, more)


def one_by_one(text: str, start: int, end: int) -> bool:
    """Whether 一 and its measure say each and every: 一项项成果, 一件一件抓."""
    each = text[start:end]
    again = text.startswith(each[1:], end) and len(each) == 2
    return again or text.startswith(each, end) or (start >= len(each) and text.endswith(each, 0, start))


def kind_of(unit: Unit, value: Decimal, written: str) -> Kind:
    """The kind of a quantity in this unit: 2019年 and 3月 are dates, 5年 is a time."""
    if unit.kind != "time":
        return KINDS.get(unit.kind, "measure")
    if unit.written in {"月", "日", "世纪", "年代"}:
        return "date"
    if unit.written in {"年", "年度"} and len(written) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return "date"
    return "time"


def in_base(part: Part, unit: Unit, written: str) -> Part | None:
    """The part in the base unit. 八折 and 75折 are percentages; 十折 is none."""
    factor = unit.factor
    if unit.kind == "discount":
        if written == "半":
            return replace(part, low=Decimal(50))
        if part.low == 10:
            return None
        factor = Decimal(1) if part.low > 10 else factor
    if factor == 1:
        return part
    high = None if part.high is None else part.high * factor
    return replace(part, low=part.low * factor, high=high, factor=factor)


def continued(text: str, part: Part, unit: Unit) -> Part:
    """What still belongs to the quantity behind its unit: 三成半, 七成六, 五元三毛, 一年半, 元/人·月."""
    if part.high is None and half_follows(text, part, unit):
        return replace(part, low=part.low + unit.factor / 2, end=part.end + 1)
    if unit.written == "成":
        tenth = tenths().match(text, part.end)
        if tenth and unit_at(text, tenth.end()) is None:
            return replace(part, low=part.low + characters()[tenth[1]][1], end=tenth.end())
    if part.high is None and (unit.kind == "money" or unit.base == "斤"):
        part = with_coins(text, part)
    if unit.kind == "time" and text.startswith("每", part.end):  # 连续两年每年增产
        return part
    divisor = divisor_at(text, part.end)
    return replace(part, unit=f"{part.unit}/{divisor[0]}", end=divisor[1]) if divisor else part


def half_follows(text: str, part: Part, unit: Unit) -> bool:
    """Whether 半 adds half a unit (一年半, 三斤半) and opens no word (2024年半导体产业)."""
    if unit.kind in {"count", "money", "point"} or part.kind == "date" or not text.startswith("半", part.end):
        return False
    return word_over(text, part.end) is None


@cache
def tenths() -> re.Pattern[str]:
    """The digit of 七成六."""
    return re.compile(f"{BLANK}([{of_role('digit')}])(?![{''.join(characters())}0-9成])")


def power_of(written: str) -> int:
    """The exponent of the powers from 万 up that close a numeral: 5万 → 4, 1.9万亿 → 12; 3 → 0."""
    exponent = 0
    for char in reversed(written.replace(" ", "")):
        role, value = characters().get(char, ("", 0))
        if role not in {"big", "small"}:
            break
        exponent += value
    return exponent


def stands_alone(text: str, start: int, end: int, written: str) -> bool:
    """Whether a Chinese numeral without unit is a number and no part of a word."""
    roles = [characters()[char][0] for char in written if char in characters()]
    if not any(role in {"digit", "tens", "half", "vague"} for role in roles) and not TEN & set(written):
        return len(roles) > 1 and bound_before(text, start, True) is not None
    if len(roles) > 1:
        return True
    return not (letter(text[start - 1 : start]) or letter(text[end : end + 1]))


def counts(text: str, start: int, written: str) -> bool:
    """Whether a Chinese numeral before a unit states a number: 百 alone does so only in 上百家, 近百家, 百余家."""
    roles = [characters()[char][0] for char in written if char in characters()]
    if len(roles) == 1 and roles[0] in {"small", "big"} and written not in TEN:
        return bound_before(text, start, True) is not None
    return True
