"""Ranks and ordinals: 第3位, 前十, 首位; 第二季度."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from taizhang.language.bounds import Bound
from taizhang.language.expression import number
from taizhang.language.numerals import read_numeral
from taizhang.language.part import letter
from taizhang.language.quantity import Quantity


def read_rank(text: str, at: int) -> tuple[Quantity | None, int]:
    """第3位, 第一, 前十, 首位, 榜首; 第二季度 is an ordinal; 打对折 is half the price."""
    if text.startswith(("首位", "榜首"), at):
        return rank(text, at, at + 2, at + 2, Decimal(1), "exact", True), at + 2
    if text.startswith("对折", at):
        half = Decimal(50) if text[at - 1 : at] == "打" else None
        found = half and replace(rank(text, at, at + 2, at + 2, half, "exact", True), kind="percent", unit="%")
        return found or None, at + 2
    if text[at] not in "第前":
        return None, at + 1
    begin = at + 1
    while text[begin : begin + 1] == " " and begin - at < 4:
        begin += 1
    match = number().match(text, begin)
    numeral = read_numeral(match["n"]) if match and match["n"] else None
    if match is None or numeral is None or numeral.low != numeral.low.to_integral_value():
        return None, at + 1
    stop = match.end("n")
    place = re.compile(" ?(?:位次|位|名)").match(text, stop)
    end = place.end() if place else stop
    ranked = (
        bool(place)
        or not (letter(text[end : end + 1]) or text[end : end + 1].isdigit())
        or text[end : end + 1] in "的和及、"
    )
    chinese = not text[begin].isdigit()
    if text[at] == "前":
        if not place and not ranked and not text.startswith(("列", "强"), end):
            return None, at + 1
        return rank(text, at, end, stop, numeral.low, "max", chinese), end
    found = rank(text, at, end, stop, numeral.low, "exact", chinese)
    return (found if ranked else replace(found, kind="ordinal", unit="")), end


def rank(text: str, start: int, end: int, stop: int, value: Decimal, bound: Bound, chinese: bool) -> Quantity:
    """A rank quantity in 位."""
    return Quantity(start, end, text[start:end], "位", "rank", bound, stop, start, end, value=value, chinese=chinese)
