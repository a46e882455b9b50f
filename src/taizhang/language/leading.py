"""Words and signs before a number that tell its unit: $30, HK$ 13.5, 人民币500, 港币两千元, 摄氏37度."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from taizhang.language.expression import Part
from taizhang.language.units import currencies, symbols

# Words before 度 that name its scale, with or without 温度 between them.
SCALES = {"摄氏": "摄氏度", "华氏": "华氏度"}


def with_leading(text: str, part: Part, floor: int) -> Part:
    """The part in the unit that the word before it names; nothing before `floor` belongs to it."""
    if part.unit == "度":
        head = text[max(floor, part.start - 4) : part.start].removesuffix("温度")
        return replace(part, unit=SCALES.get(head[-2:], part.unit))
    found = sign_before(text, part.start, floor) if part.unit in {"", "元"} else None
    if found is None or part.kind not in {"number", "money"}:
        return part
    start, unit = found
    start = part.start if part.unit else start
    return replace(part, start=start, unit=unit, kind="money", currency=currencies()[unit])


@cache
def longest() -> int:
    """Length of the longest sign or name."""
    return max(map(len, symbols()))


@cache
def last_characters() -> set[str]:
    """The characters that end a sign or name: before most numbers stands none of them."""
    return {sign[-1] for sign in symbols()}


def sign_before(text: str, at: int, floor: int) -> tuple[int, str] | None:
    """Where the sign or name of a currency right before `at` begins, and its unit; one blank may part them."""
    end = at - 1 if text[at - 1 : at] == " " else at
    if text[end - 1 : end] not in last_characters():
        return None
    for begin in range(max(floor, end - longest()), end):
        unit = symbols().get(text[begin:end])
        if unit and not (latin(text[begin]) and latin(text[begin - 1 : begin])):
            return begin, unit
    return None


def latin(char: str) -> bool:
    """Whether a character is a Latin letter, of which a name may go on: no HKD in XHKD."""
    return char.isascii() and char.isalpha()
