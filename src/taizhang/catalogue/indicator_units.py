"""Which units an indicator may be stated in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from taizhang.model import Aspect

RATES = frozenset({"%", "‰", "倍", "番"})
# Units that count or weigh the same kind of thing, so that an indicator in one may be stated in another.
FAMILIES = (
    frozenset({"元", "美元", "港元", "欧元"}),
    frozenset({"人", "名", "位"}),
    frozenset({"个", "家", "所", "座", "处"}),
    frozenset({"个", "项", "件", "条"}),
    frozenset({"场", "场次"}),
    frozenset({"套", "间"}),
    frozenset({"列", "班", "班次"}),
    frozenset({"标箱", "标准箱", "箱"}),
    frozenset({"支", "只"}),
    frozenset({"千瓦时", "度"}),
    frozenset({"立方米", "方"}),
    frozenset({"吨", "公斤", "千克", "斤"}),
    frozenset({"亩", "公顷", "平方公里", "平方米"}),
    frozenset({"公里", "千米", "米"}),
)


@cache
def parts(unit: str) -> frozenset[str]:
    """The unit, and each of the two that 套（户） names."""
    return frozenset({unit, *unit.replace("）", "").replace(")", "").replace("(", "（").split("（")})


@cache
def kin(unit: str) -> frozenset[str]:
    """The unit and those that measure the same kind of thing."""
    return parts(unit).union(*(family for family in FAMILIES if not family.isdisjoint(parts(unit))))


def share_a_kind(units: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a figure in one of the units may be one in the others; no unit stands for any."""
    if not units or not others:
        return True
    return any(suits(unit, others) for unit in units) or any(suits(unit, units) for unit in others)


def suits(unit: str, units: Sequence[str]) -> bool:
    """Whether the unit is one of `units`, or measures the same kind of thing as the first, the usual one.

    So 项 个 holds no 家, though 个 alone would.
    """
    return not parts(unit).isdisjoint(units) or units[0] in kin(unit)


def fits(units: tuple[str, ...], unit: str | None, aspect: Aspect | None) -> bool:
    """Whether a figure in this unit and aspect can be one of an indicator in `units`."""
    if unit is None or not units or aspect == "rank":
        return True
    if aspect == "growth":
        return unit in RATES
    if aspect == "change" and unit == "百分点":
        return "%" in units
    return suits(unit, units)
