"""What a number looks like in a text: the one expression that finds it, and the part that is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from taizhang.language.numerals import BLANK, LATIN, LONGEST, of_role, pattern
from taizhang.language.quantity import Kind

# Fractions of one character and exponents above the line, with the plain digits they stand for.
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))


@dataclass(frozen=True, slots=True)
class Part:
    """One numeral with its unit, before bounds and ranges are looked at. `end` is the end of the unit.

    `power` is that of the characters from 十 up that close the numeral (5百万 → 6), `factor` what one of the unit is
    worth in its base: a range may share both (3到5百万, 五到六成).
    """

    start: int
    number_end: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str
    kind: Kind
    vague: bool
    power: int
    factor: Decimal = Decimal(1)
    currency: str | None = None


@cache
def number() -> re.Pattern[str]:
    """A numeral with what belongs to it: 百分之五, 三又二分之一, 3/5, 1½, 2^5, 3×10⁸, 2e5, 40k, 数以万计."""
    n = pattern()
    over = f"{BLANK}分{BLANK}之{BLANK}"
    letter = f"{BLANK}[{''.join(LATIN)}](?![A-Za-z0-9])"
    # 半 is a half only before the word of a measure: 半年, 半公斤; 半导体 and 半程 are words.
    measures = "[成折年天个小斤吨亩]|升(?![至到为级高])|公[里斤升顷]|加仑"
    return re.compile(
        f"(?P<per>[百佰千]{over})(?P<persign>[负-])?(?P<share>{n})(?P<shareletter>{letter})?"
        f"|(?P<two>[0-9] {{1,4}}[0-9])(?= {{0,4}}折)"
        f"|(?P<half>一半(?!是)|半数|百分百|半(?={BLANK}(?:{measures})))"
        f"|数以(?P<countless>[{of_role('small', 'big')}]{{1,2}})计"
        f"|(?P<vulgarwhole>[0-9]{{0,{LONGEST}}}+)(?P<vulgar>[{VULGAR}])"
        f"|(?P<mixed>[0-9]++) {{1,4}}(?P<mixedtop>[0-9]++)/(?P<mixedbottom>[0-9]++)(?![0-9/])"
        f"|(?P<n>{n})(?:"
        f"{BLANK}又{BLANK}(?P<bottom2>{n}){over}(?P<top2>{n})"
        f"|{over}(?P<topsign>[负-])?(?P<top>{n})"
        f"|/(?P<slash>[0-9]++)(?![0-9/.年月万])"
        f"|(?P<toone>{BLANK}[∶:：比]{BLANK}1(?![0-9.:：∶年月日]))"
        f"|{BLANK}[×xX]{BLANK}10(?:\\^(?P<tens>-?[0-9]{{1,2}})|(?P<raised>[{''.join(RAISED)}]{{1,3}}))(?![0-9])"
        f"|\\^(?P<power>[+-]?[0-9]{{1,2}})(?![0-9])"
        f"|[eE](?P<exponent>[+-]?[0-9]{{1,2}})(?![0-9A-Za-z])"
        f"|(?P<letter>{letter})"
        ")?"
    )
