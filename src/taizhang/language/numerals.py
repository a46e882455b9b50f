"""Numerals: what a run of digits and Chinese number characters is worth, exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, localcontext
from functools import cache

from taizhang.language.folding import fold
from taizhang.language.tables import rows

# A longer run is no number that anybody states and is skipped, so no input costs more than its length.
LONGEST = 40
# A number of more digits than Decimal keeps is none: what is reported is exact.
EXACT = Context(prec=28, traps=[Inexact])
# What Latin letters behind a number stand for: 40k, 2.5 M, 30w (w for 万).
LATIN = {"k": 3, "K": 3, "w": 4, "M": 6}
ROLES = {"digit", "small", "big", "tens", "vague", "surplus", "half"}
BLANK = " {0,4}"


@dataclass(frozen=True, slots=True)
class Numeral:
    """The worth of a numeral: `low`, with `high` where it names two neighbours (两三百).

    `vague` tells that more is meant than is said: 十几万, 500多亿, 数百; `low` is then the round number.
    """

    low: Decimal
    high: Decimal | None = None
    vague: bool = False


@cache
def characters() -> dict[str, tuple[str, int]]:
    """Role and value of each number character. Raises `ValueError` for an unknown role."""
    found = {}
    for char, role, value, _ in rows("characters.tsv", 4, required=3):
        if role not in ROLES:
            raise ValueError(f"characters.tsv: {char} has the unknown role {role}")
        found[char] = role, int(value)
    return found


def of_role(*roles: str) -> str:
    """All characters of these roles, as the inside of a character class."""
    return "".join(char for char, (role, _) in characters().items() if role in roles)


@cache
def pattern() -> str:
    """A regular expression for one unsigned numeral in folded text.

    Every repetition is possessive or bounded, so a match costs no more than the length of the run.
    """
    digit, power, more = of_role("digit"), of_role("small", "big"), of_role("surplus", "vague")
    # 百 of 百分点 and 千 of 千瓦 belong to the unit, 千 of 千米 where the number is closed before it (5千米, 二十千米).
    metric = "(?![百千兆] ?(?:分 ?点|[瓦伏克赫帕卡焦]|字节|比特))(?!(?<=[0-9十百])千米)"
    # Behind 万 only a digit or 十 goes on: 1.5万千米 are kilometres.
    scale = f"(?:{metric}(?!(?<=[{of_role('big')}])[百千佰仟])[{power}])"
    point = r"(?:\.[0-9]++(?!\.[0-9]))?"
    # Behind «digit.» stands the next part of a version or a numbered heading, never a decimal.
    grouped = r"[0-9]{1,3}(?:,[0-9]{3}){1,12}+(?![0-9])"
    arabic = rf"(?:(?<=[0-9]\.)[0-9]++|{grouped}{point}|[0-9]++{point}|(?<![0-9.])\.[0-9]++)"
    # 两个亿 is 两亿 in speech; 5个亿元项目 counts projects.
    spoken = "个(?=亿(?!\\w))"
    powers = f"(?:{BLANK}(?:{spoken})?{scale})++"
    # 3万5000 is written like 3万5千.
    rest = r"(?:(?<=万)[1-9][0-9]{1,3}+(?![0-9.,%年月]))?"
    # 3千多万: more than so many thousands before the next power.
    over = f"(?:[{of_role('surplus')}]{powers})?"
    mixed = f"{arabic}(?:{BLANK}[{more}]?{powers}{over}(?:{BLANK}(?:{arabic}|[{digit}]){powers}{over})*+{rest})?"
    plain = f"(?:{scale}|[{digit}{of_role('tens')}]|[{of_role('half', 'vague')}](?={BLANK}{scale})|(?<=[{power}零])几)"
    # 两 goes on only before a power (一万两千), behind 零 or in 一两个; else it is the weight: 二两 is no 22.
    tael = f"(?!(?<![零一])[两俩](?!{BLANK}{scale}))"
    inner = f"(?:{BLANK}(?:[{more}]{BLANK}(?={scale})|{spoken})?{tael}{plain})*+"
    decimal = f"(?:{BLANK}(?![两俩])[{digit}])++"
    chinese = f"{plain}{inner}(?:{BLANK}点{decimal}(?:{powers})?)?"
    return f"(?:{mixed}|{chinese})"


TOKENS = re.compile(r"[0-9.]+|.")


def shift(value: Decimal, exponent: int) -> Decimal:
    """`value` × 10^`exponent`, exactly and without an exponent of its own where it is whole."""
    sign, digits, own = value.as_tuple()
    own = int(own) + exponent
    return Decimal((sign, (*digits, *(0,) * own), 0)) if own >= 0 else Decimal((sign, digits, own))


def whole(tokens: list[str]) -> tuple[Decimal, bool] | None:
    """Worth of digits and powers without a decimal point word, and whether it is vague."""
    known = characters()
    groups: list[Decimal] = []  # finished parts, each ending in a power from 万 up
    section, pending = Decimal(0), None  # below the next 万; the digit that waits for its power
    last_small, previous, zero, vague = 9, "", False, False
    unit = 0  # exponent of the power read last
    for token in tokens:
        role, value = known.get(token, ("arabic", 0))
        if role in {"digit", "arabic", "tens"}:
            if pending is not None and not (previous == "digit" and pending == 0):
                return None
            if role == "tens":
                section, last_small, unit = section + value, 1, 1
            else:
                pending = Decimal(token) if role == "arabic" else Decimal(value)
                zero = zero or (role == "digit" and value == 0)
                if role == "digit" and value:
                    zero = zero and previous == "digit"
        elif role == "half":
            pending = Decimal("0.5")
        elif role in {"vague", "surplus"}:
            vague = True
        elif role == "small":
            if value >= last_small:
                return None
            section += shift(pending or Decimal(1), value)
            pending, last_small, unit, zero = None, value, value, False
        else:
            if previous == "big":
                groups[-1] = shift(groups[-1], value)
            else:
                below = [group for group in groups if group < 10**value]
                amount = sum(below, section + (pending or 0))
                if not amount and groups:
                    return None
                groups = [group for group in groups if group >= 10**value]
                groups.append(shift(amount or Decimal(1), value))
            section, pending, last_small, unit, zero = Decimal(0), None, 9, value, False
        previous = role
    if pending is not None:
        # 四百五 is 450, 一万三 is 13000; 四百零五 is 405.
        section += pending if zero or previous == "arabic" or unit < 2 else shift(pending, unit - 1)
    return sum(groups, section), vague


def read_exact(text: str) -> tuple[Decimal, bool] | None:
    """Worth of one folded numeral without blanks that names no pair of neighbours."""
    before, point, after = text.partition("点")
    tokens = TOKENS.findall(before.replace(",", ""))
    known = characters()
    if point:
        decimals = [char for char in after if known[char][0] == "digit"]
        powers = sum(known[char][1] for char in after[len(decimals) :])
        head = read_whole(tokens)
        if head is None:
            return None
        tail = Decimal("0." + "".join(str(known[char][1]) for char in decimals))
        return shift(head[0] + tail, powers), head[1]
    return read_whole(tokens)


def read_whole(tokens: list[str]) -> tuple[Decimal, bool] | None:
    """Worth of a numeral without decimals: digit by digit (一七二〇) or with powers (一千七百二十)."""
    known = characters()
    if len(tokens) > 1 and all(known.get(token, ("", 0))[0] == "digit" for token in tokens):
        return EXACT.create_decimal("".join(str(known[token][1]) for token in tokens)), False
    return whole(tokens)


def neighbours(text: str) -> tuple[str, str] | None:
    """The two numerals that a pair of neighbouring digits names: 两三百 → 两百, 三百; 三五 → 三, 五."""
    known = characters()
    for at in range(len(text) - 1):
        (a, x), (b, y) = known.get(text[at], ("", 0)), known.get(text[at + 1], ("", 0))
        if a == b == "digit" and x and (y == x + 1 or (x, y) == (3, 5)):
            return text[: at + 1] + text[at + 2 :], text[:at] + text[at + 1 :]
    return None


def read_numeral(text: str) -> Numeral | None:
    """The worth of a folded numeral, or none where the characters make no number (十四五, 万万) that can be kept."""
    text = text.replace(" ", "").replace("个", "")
    if len(text) > LONGEST:
        return None
    try:
        if text.isascii() and text.replace(".", "").isdigit():
            return Numeral(EXACT.create_decimal(text))
        with localcontext(EXACT):
            return read_compact(text)
    except Inexact:
        return None


def read_compact(text: str) -> Numeral | None:
    """The worth of a numeral without blanks that is not all Arabic digits."""
    pair = neighbours(text) if sum(char in characters() for char in text) < 8 else None
    if pair and len(neighbouring(text)) == 2:
        low, high = read_exact(pair[0]), read_exact(pair[1])
        if low and high and low[0] < high[0]:
            return Numeral(low[0], high[0])
    exact = read_exact(text)
    return Numeral(exact[0], vague=exact[1]) if exact else None


def neighbouring(text: str) -> str:
    """The longest run of Chinese digits in the numeral."""
    return max(re.findall(f"[{of_role('digit')}]+", text), key=len, default="")


@cache
def compiled() -> re.Pattern[str]:
    """`pattern()` with sign, compiled."""
    return re.compile(f"(-|负)?{BLANK}({pattern()})")


def parse_number(text: str) -> Decimal:
    """The exact value of a number expression: 一万五千亿, 1.93万亿, 壹百五十二, 负三十二, 十几万 (100000).

    Percentages and fractions have a unit and are read by `taizhang.language.scan`. Raises
    `ValueError` where the whole text is not one number.
    """
    match = compiled().fullmatch(fold(text).strip())
    numeral = read_numeral(match[2]) if match else None
    if match is None or numeral is None or numeral.high is not None:
        raise ValueError(f"{text!r} is not one number")
    return -numeral.low if match[1] else numeral.low
