"""A value that a person enters for a goal: 97, 2.3万个, 1125亿元, in the goal's own unit or with it."""

from __future__ import annotations

from decimal import Decimal

from taizhang.language import quantities

# Units whose amounts are reported in 万 or 亿: a number alone could be read in either.
MONEY = ("元", "美元", "欧元", "日元", "港元", "英镑")


def entered_value(words: str, unit: str | None) -> Decimal | None:
    """The value that `words` state, in the base `unit` of the goal (none where it has none); none for no words.

    Raises `ValueError` where the words are not one number, are in another unit, or are money without its unit.
    """
    typed = words.strip()
    if not typed:
        return None
    sign, bare = (-1, typed[1:]) if typed[:1] in "-−－" else (1, typed)
    found = quantities(bare)
    if len(found) != 1 or found[0].value is None or (found[0].start, found[0].end) != (0, len(bare)):
        raise ValueError(f"a number is needed, such as 97 or 2.3万, not {typed!r}")
    one = found[0]
    assert one.value is not None
    if one.unit and unit is not None and one.unit != unit:
        raise ValueError(f"{typed!r} is in {one.unit}, the goal in {unit or 'no unit'}")
    if unit in MONEY and not one.unit:
        raise ValueError(f"{typed!r} is money without its unit; write for instance {typed}亿{unit}")
    return sign * one.value
