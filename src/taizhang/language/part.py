"""One numeral in each of its forms, with its unit: 5万人, 百分之五, 三分之一, 3×10⁸, 数以万计."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

from taizhang.language.expression import RAISED, Part, number
from taizhang.language.measured import with_unit
from taizhang.language.numerals import LATIN, LONGEST, Numeral, read_numeral, shift
from taizhang.language.quantity import Kind
from taizhang.language.units import unit_at

# The base of a power (2^5) above which the result is no number that a text means.
LARGEST_BASE = 10**6
# Words for a share, in %.
SHARES = {"一半": 50, "半数": 50, "百分百": 100}


def read_part(text: str, at: int) -> tuple[Part | None, int]:
    """The numeral with its unit at `at`, and where to go on if there is none."""
    match = number().match(text, at)
    if match is None:
        return None, at + 1
    if match.end() - at > LONGEST * 4:
        return None, match.end()
    if match["n"]:
        return read_plain(text, match)
    if match["per"]:
        return read_share(match)
    if match["mixed"]:
        ratio = divided(Decimal(match["mixedtop"]), Decimal(match["mixedbottom"]))
        return bare(match, "fraction", ratio and ratio + Decimal(match["mixed"]))
    if match["half"] in SHARES:
        share = Decimal(SHARES[match["half"]])
        return Part(at, match.end(), match.end(), share, None, "%", "percent", False, 0), match.end()
    if match["countless"]:
        least = read_numeral(match["countless"])
        part, end = bare(match, "number", least.low if least else None)
        return part and replace(part, vague=True), end
    if match["vulgar"]:
        top, bottom = unicodedata.normalize("NFKD", match["vulgar"]).split("\u2044")
        value = Decimal(match["vulgarwhole"] or 0) + Decimal(top) / Decimal(bottom)
        return with_unit(text, at, match.end(), Numeral(value), match["vulgarwhole"] + top)
    digits = match["two"].replace(" ", "") if match["two"] else "0.5"
    return with_unit(text, at, match.end(), Numeral(Decimal(digits)), match.group())


def read_plain(text: str, match: re.Match[str]) -> tuple[Part | None, int]:
    """A numeral that opens the expression, with what turns it into a fraction, a power or thousands."""
    numeral = read_numeral(match["n"])
    if numeral is None:
        return None, match.end("n")
    if match["n"].endswith("一两") and match.end() == match.end("n") and unit_at(text, match.end()) is None:
        return read_weight(text, match)
    if match["top"] or match["slash"] or match["bottom2"]:
        return bare(match, "fraction", fraction(match, numeral.low))
    if match["toone"]:
        part, end = bare(match, "ratio", numeral.low)
        return part and replace(part, unit="无"), end
    if match["power"]:
        small = 0 < abs(numeral.low) <= LARGEST_BASE
        return bare(match, "number", (numeral.low ** int(match["power"])).normalize() if small else None)
    if match["exponent"]:
        return bare(match, "number", shift(numeral.low, int(match["exponent"])))
    exponent = times_ten(match)
    if not exponent:
        return with_unit(text, match.start(), match.end(), numeral, match["n"])
    high = None if numeral.high is None else shift(numeral.high, exponent)
    numeral = replace(numeral, low=shift(numeral.low, exponent), high=high)
    part, end = with_unit(text, match.start(), match.end(), numeral, match["n"])
    return part and replace(part, power=part.power + exponent), end


def read_weight(text: str, match: re.Match[str]) -> tuple[Part | None, int]:
    """一两 and 十一两 as a weight; before another unit they are one or two (一两个)."""
    written = match["n"][:-1]
    numeral, end = read_numeral(written), match.end() - 1
    return with_unit(text, match.start(), end, numeral, written) if numeral else (None, end)


def times_ten(match: re.Match[str]) -> int:
    """The power of ten that stands behind a numeral as a letter or in scientific notation: 40k → 3, 3×10⁸ → 8."""
    if match["letter"]:
        return LATIN[match["letter"].strip()]
    return int(match["tens"] or "".join(RAISED[char] for char in match["raised"] or "") or 0)


def bare(match: re.Match[str], kind: Kind, value: Decimal | None) -> tuple[Part | None, int]:
    """The whole match as a number without unit; none where it has no value."""
    end = match.end()
    return None if value is None else Part(match.start(), end, end, value, None, "", kind, False, 0), end


def divided(top: Decimal, bottom: Decimal) -> Decimal | None:
    """A ratio to 28 digits, or none for a zero divisor."""
    return top / bottom if bottom else None


def fraction(match: re.Match[str], first: Decimal) -> Decimal | None:
    """The ratio of 三分之一, 三又二分之一 or 3/5, whose first numeral is given; none where it is no ratio."""
    if match["slash"]:
        return divided(first, Decimal(match["slash"])) if first == first.to_integral_value() else None
    top = read_numeral(match["top2"] or match["top"])
    bottom = read_numeral(match["bottom2"]) if match["bottom2"] else Numeral(first)
    ratio = divided(top.low, bottom.low) if top and bottom else None
    if ratio is None:
        return None
    return first + ratio if match["bottom2"] else -ratio if match["topsign"] else ratio


def read_share(match: re.Match[str]) -> tuple[Part | None, int]:
    """百分之五 and 千分之五."""
    numeral, end = read_numeral(match["share"]), match.end()
    if numeral is None:
        return None, end
    exponent = LATIN[match["shareletter"].strip()] if match["shareletter"] else 0
    low = shift(numeral.low, exponent)
    high = None if numeral.high is None else shift(numeral.high, exponent)
    if match["persign"]:
        low, high = (-low, None) if high is None else (-high, -low)
    unit = "‰" if match["per"][0] == "千" else "%"
    return Part(match.start(), end, end, low, high, unit, "percent", numeral.vague, 0), end
