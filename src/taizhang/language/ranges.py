"""Ranges: 4.5%—5%, 5至10万人, 百分之三到五, 二到三元, 20和30岁之间."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from taizhang.language.expression import Part, number
from taizhang.language.measured import power_of
from taizhang.language.numberless import word_over
from taizhang.language.numerals import BLANK, characters, read_numeral, shift
from taizhang.language.part import read_part

# What joins the ends; 和 and 与 do only before 之间. 含 in brackets closes the interval and changes no value.
JOIN = re.compile(f"(?:[（(]含[）)])?{BLANK}(?P<dash>[—–―─~〜-]{{1,2}}|至|到|和|与){BLANK}")
WORDS = {"至", "到"}
PAIRING = {"和", "与"}
# Between bare numbers a hyphen or a dash may stand in a date or a code: 2026-02-02, 010-6403.
PLAIN = {*WORDS, *PAIRING, "~", "〜"}
YEAR = re.compile("[12][0-9]{3}")


def range_end(text: str, first: Part) -> Part | None:
    """The upper end of the range that `first` opens, `low` and `high` set; none where it opens none."""
    join = JOIN.match(text, first.end)
    if join is None or first.high is not None or first.kind == "date":
        return None
    dash = join["dash"]
    if dash in WORDS and text[first.start - 1 : first.start] in {"从", "由", "自"}:
        return None
    last = upper_end(text, join.end(), first)
    if last is None or last.high is not None or (dash in PAIRING and not text.startswith("之间", last.end)):
        return None
    if not last.unit and not bare_range(text, first, last, dash):
        return None
    low = low_end(text, first, last) if first.unit in {"", last.unit} else None
    return None if low is None else replace(last, high=last.low, low=low)


def upper_end(text: str, at: int, first: Part) -> Part | None:
    """The number that closes the range, in the unit that stood before the first where it has none: 百分之三到五."""
    last, _ = read_part(text, at)
    if last is None and first.unit in {"%", "‰"} and first.number_end == first.end and not word_over(text, at):
        last = numeral_alone(text, at)
    shared = first.unit in {"%", "‰"} or (first.kind == "money" and first.number_end == first.end)
    if last is None or last.unit or not shared:
        return last
    return replace(last, unit=first.unit, kind=first.kind, currency=first.currency)


def numeral_alone(text: str, at: int) -> Part | None:
    """The numeral at `at` even where it may be part of a word, without its unit."""
    match = number().match(text, at)
    numeral = read_numeral(match["n"]) if match and match["n"] and match.end() == match.end("n") else None
    if match is None or numeral is None or numeral.high is not None:
        return None
    return Part(at, match.end(), match.end(), numeral.low, None, "", "number", numeral.vague, power_of(match["n"]))


def opening(text: str, at: int, end: int) -> Part | None:
    """The numeral up to `end` that does not stand alone but may open a range: 二到三元, 五到六成."""
    return numeral_alone(text, at) if JOIN.match(text, end) else None


def bare_range(text: str, first: Part, last: Part, dash: str) -> bool:
    """Whether two numbers without unit make a range: 一千到一千五百, 3-5万; 2020至2025 are years."""
    years = all(YEAR.fullmatch(text, part.start, part.end) for part in (first, last))
    return first.kind == last.kind == "number" and not years and (dash in PLAIN or last.power > 0)


def low_end(text: str, first: Part, last: Part) -> Decimal | None:
    """What the first number is worth: it shares power and unit of the last where that keeps it the smaller.

    5至10万 is 5万 to 10万, 三到五百万 is 三百万 to 五百万, 三千到五千万 is 三千万 to 五千万, 五到六成 is 50 to 60 %;
    8500到3万 shares nothing.
    """
    if first.unit:
        return first.low if first.low < last.low else None
    big = big_power(text[last.start : last.number_end])
    single = text[last.start].isdigit() or (last.low / last.factor).adjusted() == last.power
    exponents = [last.power] * (single and not first.power) + [big] * (first.power < 4) + [0]
    worths = (shift(first.low * last.factor, exponent) for exponent in exponents)
    return next((worth for worth in worths if worth < last.low), None)


def big_power(written: str) -> int:
    """The exponent of the powers from 万 up that close a numeral: 五千万 → 4, 1.9万亿 → 12."""
    closing = re.search("[万亿兆]*$", written.replace(" ", ""))
    return sum(characters()[char][1] for char in closing[0]) if closing else 0
