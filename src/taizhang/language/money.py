"""Money in more than one coin, and signs of currencies: 五元三毛, 两美元又三美分, $30."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from taizhang.language.expression import Part, number
from taizhang.language.numerals import LONGEST, read_numeral
from taizhang.language.units import Unit, currencies, symbols, unit_at

# 分 is also a point of a score, so it is a coin only behind 元 or 角.
CENT = Decimal("0.01")


def with_coins(text: str, part: Part) -> Part:
    """The part with the smaller coins that follow it: 五元三毛 → 5.3 元, 一元二角五分 → 1.25 元."""
    factor = Decimal(1)
    while (coin := coin_at(text, part, factor)) is not None:
        value, factor, end = coin
        part = replace(part, low=part.low + value, end=end)
    return part


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
    if coin.written == "分" and unit == "元":
        return CENT
    return coin.factor if coin.base == unit else None


def with_symbol(text: str, part: Part) -> Part:
    """A bare number behind the sign of a currency as money: $30 → 30 美元."""
    unit = symbols().get(text[part.start - 1 : part.start]) if part.start else None
    if part.unit or unit is None:
        return part
    return replace(part, start=part.start - 1, unit=unit, kind="money", currency=currencies()[unit])
