"""Values as papers write them: 1930000000000 元 is 1.93万亿元, 3 位 is 第3位."""

from __future__ import annotations

from decimal import Decimal

SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
UNSCALED = {"%", "百分点", "位", "番", "倍", "无"}


def digits(value: Decimal) -> str:
    """A number without exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal, unit: str | None) -> str:
    """A value in its unit as people read it, exactly: 1930000000000 元 → 1.93万亿元."""
    unit = unit or ""
    shown = "" if unit == "无" else "个百分点" if unit == "百分点" else unit
    if unit == "位":
        return f"第{digits(value)}位"
    if unit not in UNSCALED:
        for scale, word in SCALES:
            if abs(value) >= scale and (scale < 10**12 or unit == "元"):
                return f"{digits(value / scale)}{word}{shown}"
    return f"{digits(value)}{shown}"


def span_of_values(low: Decimal, high: Decimal, unit: str | None) -> str:
    """A range: 4.5—5%."""
    first, last = amount(low, unit), amount(high, unit)
    tail = last.lstrip("-0123456789.")
    return f"{first.removesuffix(tail)}—{last}" if tail else f"{first}—{last}"
