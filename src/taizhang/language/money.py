"""Money in more than one coin, and weights in more than one measure: 五元三毛, 两美元又三美分, 一块二, 三斤五两."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from taizhang.language.expression import Part, number
from taizhang.language.numberless import word_over
from taizhang.language.numerals import LONGEST, characters, of_role, read_numeral
from taizhang.language.surroundings import closes
from taizhang.language.units import Unit, unit_at

# 分 is also a point of a score, so it is a coin only behind 元 or 角; 两 is a part of 斤 only behind it.
PARTS = {("分", "元"): Decimal("0.01"), ("两", "斤"): Decimal("0.1")}
TENTH = Decimal("0.1")


def with_coins(text: str, part: Part) -> Part:
    """The part with the smaller coins that follow it: 五元三毛 → 5.3 元, 一元二角五分 → 1.25 元, 一块二 → 1.2 元."""
    factor = part.factor
    while (coin := coin_at(text, part, factor)) is not None:
        value, factor, end = coin
        part = replace(part, low=part.low + value, end=end)
    return with_unnamed_coin(text, part, factor)


def coin_at(text: str, part: Part, above: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Value, factor and end of a coin behind the part that is smaller than `above`; none where none follows."""
    at = part.end + 1 if text.startswith(("又", "零"), part.end) else part.end
    match = number().match(text, at)
    if match is None or not match["n"] or match.end() - at > LONGEST:
        return None
    coin, numeral = unit_at(text, match.end()), read_numeral(match["n"])
    factor = coin and factor_in(coin[0], part.unit)
    if not coin or not factor or numeral is None or factor >= above:
        return None
    return numeral.low * factor, factor, coin[1]


def factor_in(coin: Unit, unit: str) -> Decimal | None:
    """What one coin is worth in the unit; none where it is no coin of it."""
    return coin.factor if coin.base == unit else PARTS.get((coin.written, unit))


@cache
def unnamed_coin() -> re.Pattern[str]:
    """The last digit of 一块二 and 三块零四."""
    return re.compile(f"(?P<zero>零)?(?P<digit>[{of_role('digit')}0-9])(?![{''.join(characters())}0-9.])")


def with_unnamed_coin(text: str, part: Part, factor: Decimal) -> Part:
    """The part with a digit that names no coin: a tenth of the coin before it (两毛五), behind 零 a hundredth."""
    rest = unnamed_coin().match(text, part.end) if text[part.end - 1] in "块毛" else None
    digit = read_numeral(rest["digit"]) if rest else None
    if rest is None or digit is None or unit_at(text, rest.end()) or word_over(text, rest.start("digit")):
        return part
    if not closes(text, rest.end()):
        return part
    worth = factor * (TENTH**2 if rest["zero"] else TENTH)
    return replace(part, low=part.low + digit.low * worth, end=rest.end())
