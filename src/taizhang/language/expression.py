"""What a number looks like in a text: the one expression that finds it, and the part that is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from taizhang.language.numerals import BLANK, pattern
from taizhang.language.quantity import Kind


@dataclass(frozen=True, slots=True)
class Part:
    """One numeral with its unit, before bounds and ranges are looked at. `end` is the end of the unit."""

    start: int
    number_end: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str
    kind: Kind
    vague: bool
    power: int
    currency: str | None = None


@cache
def number() -> re.Pattern[str]:
    """A numeral with what belongs to it: 百分之五, 三又二分之一, 3/5, 2^5, 2e5, 40k."""
    n = pattern()
    over = f"{BLANK}分{BLANK}之{BLANK}"
    return re.compile(
        f"(?P<per>[百佰千]{over})(?P<persign>[负-])?(?P<share>{n})(?P<shareletter>{BLANK}[kKM](?![A-Za-z]))?"
        f"|(?P<two>[0-9] {{1,4}}[0-9])(?= {{0,4}}折)"
        f"|(?P<half>一半(?!是)|半(?={BLANK}[成折年天个小]))"
        f"|(?P<mixed>[0-9]++) {{1,4}}(?P<mixedtop>[0-9]++)/(?P<mixedbottom>[0-9]++)(?![0-9/])"
        f"|(?P<n>{n})(?:"
        f"{BLANK}又{BLANK}(?P<bottom2>{n}){over}(?P<top2>{n})"
        f"|{over}(?P<topsign>[负-])?(?P<top>{n})"
        f"|/(?P<slash>[0-9]++)(?![0-9/.年月])"
        f"|(?P<toone>{BLANK}[∶:：]{BLANK}1(?![0-9.:：∶]))"
        f"|\\^(?P<power>[+-]?[0-9]{{1,2}})(?![0-9])"
        f"|[eE](?P<exponent>[+-]?[0-9]{{1,2}})(?![0-9A-Za-z])"
        f"|(?P<letter>{BLANK}[kKM](?![A-Za-z]))"
        ")?"
    )
