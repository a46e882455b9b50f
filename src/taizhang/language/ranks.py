"""Ranks and ordinals: 第3位, 前十, 首位; 第二季度."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from taizhang.language.bounds import Bound
from taizhang.language.expression import number
from taizhang.language.numerals import read_numeral
from taizhang.language.quantity import Quantity
from taizhang.language.surroundings import letter

PLACE = re.compile(" ?(?:位次|位|名)")
# What may follow 第三 or 前三 without making it part of a name (第三产业, 前三季度).
FOLLOWERS = "的和及、"


def read_rank(text: str, at: int) -> tuple[Quantity | None, int]:
    """The rank (第3位, 第一, 前十, 首位, 榜首) or ordinal (第二季度) that begins at `at`, and where to go on."""
    if text.startswith(("首位", "榜首"), at):
        return rank(text, at, at + 2, at + 2, Decimal(1), "exact"), at + 2
    if text.startswith("对折", at):
        return half_price(text, at), at + 2
    if text[at] not in "第前":
        return None, at + 1
    begin = at + 2 if text.startswith(" ", at + 1) else at + 1
    match = number().match(text, begin)
    numeral = read_numeral(match["n"]) if match and match["n"] else None
    if match is None or numeral is None or numeral.low != numeral.low.to_integral_value():
        return None, at + 1
    stop = match.end("n")
    place = PLACE.match(text, stop)
    end = place.end() if place else stop
    following = text[end : end + 1]
    if following in {"%", "‰"}:  # 前20% is a share
        return None, at + 1
    ranked = bool(place) or following in FOLLOWERS or not (letter(following) or following.isdigit())
    if text[at] == "第":
        found = rank(text, at, end, stop, numeral.low, "exact")
        return (found if ranked else replace(found, kind="ordinal", unit="")), end
    if ranked or following in ("列", "强"):
        return rank(text, at, end, stop, numeral.low, "max"), end
    return None, at + 1


def rank(text: str, start: int, end: int, stop: int, value: Decimal, bound: Bound) -> Quantity:
    """A rank quantity in 位; `stop` is the end of its numeral."""
    quote = text[start:end]
    chinese = not any(char.isdigit() and char.isascii() for char in quote)
    return Quantity(start, end, quote, "位", "rank", bound, stop, start, end, value=value, chinese=chinese)


def half_price(text: str, at: int) -> Quantity | None:
    """The 对折 of 打对折 as 50 %; elsewhere the word is a fold of paper."""
    if not text.endswith("打", 0, at):
        return None
    return replace(rank(text, at, at + 2, at + 2, Decimal(50), "exact"), kind="percent", unit="%")
