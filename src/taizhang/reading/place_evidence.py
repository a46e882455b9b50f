"""Which place a report is of: the names in its title, session, office and opening words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from taizhang.catalogue.places import NATION, Place, by_name, place_by_code, short_name
from taizhang.model import Level

NATION_WORDS = re.compile(r"国务院|全国人民代表大会|全国人大")
LONGEST = 15  # characters of the longest name of a place
OWN = re.compile(r"(?:代表|我)(省|自治区|州|盟|市|县|区|旗)(?:人民政府|委|政府)?")
OWN_LEVELS: dict[str, tuple[Level, ...]] = {
    "省": ("province",),
    "自治区": ("province",),
    "州": ("city",),
    "盟": ("city",),
    "市": ("city", "province", "county"),
    "县": ("county",),
    "区": ("county", "province"),
    "旗": ("county",),
}
MENTIONS = 3  # a body names its own place at least so often


def places_named(text: str) -> list[tuple[Place, ...]]:
    """The full names of places in a short text, in order, each with all places that bear it."""
    found = []
    at = 0
    while at < len(text):
        for length in range(min(LONGEST, len(text) - at), 1, -1):
            name = text[at : at + length]
            bearers = tuple(place for place in by_name().get(name, ()) if place.name == name)
            if bearers:
                found.append(bearers)
                at += length - 1
                break
        at += 1
    return found


def place_of(text: str, body: str) -> tuple[Place | None, bool]:
    """The narrowest place that a text of the title page names, and whether its name alone settles it.

    A name that several places bear is settled by the wider place named before it («苏州市吴江区»),
    else by the wider place that `body` names most.
    """
    if NATION_WORDS.search(text):
        return place_by_code(NATION), True
    named = places_named(text)
    if not named:
        return None, True
    current = [place for place in named[-1] if place.until is None] or list(named[-1])
    above = {place.code for bearers in named[:-1] for place in bearers}
    within = [place for place in current if above & set(wider(place))]
    if len({place.code for place in within or current}) == 1:
        return (within or current)[0], True
    return max(within or current, key=lambda place: mentions(place, body)), False


def wider(place: Place) -> list[str]:
    """The codes of the places above one, the nation left out."""
    codes = []
    code = place.parent
    while code is not None and code != NATION:
        codes.append(code)
        above = place_by_code(code)
        code = above.parent if above else None
    return codes


def mentions(place: Place, body: str) -> int:
    """How often a text names the places above one."""
    return sum(body.count(short_name(above.name)) for code in wider(place) if (above := place_by_code(code)))


def place_in_body(body: str) -> Place | None:
    """The place that a whole report speaks of as its own: of its own level, named by far most often."""
    levels = own_levels(body)
    if not levels:
        return None
    pattern, by_short = names_of(levels)
    counts = Counter(pattern.findall(body)).most_common(2)
    if not counts or counts[0][1] < MENTIONS or (len(counts) == 2 and counts[1][1] * 2 > counts[0][1]):
        return None
    return by_short[counts[0][0]]


def own_levels(body: str) -> tuple[Level, ...]:
    """The levels that a report may be of by the word it uses for itself: 我省, 代表市人民政府."""
    own = Counter(match[1] for match in OWN.finditer(body)).most_common(1)
    return OWN_LEVELS[own[0][0]] if own else ()


@cache
def names_of(levels: tuple[Level, ...]) -> tuple[re.Pattern[str], dict[str, Place]]:
    """The short names of the places of some levels that no other place of them bears."""
    by_short: dict[str, Place] = {}
    shared = set()
    for bearers in by_name().values():
        for place in bearers:
            short = short_name(place.name)
            here = place.level in levels and place.until is None
            if here and by_short.setdefault(short, place).code != place.code:
                shared.add(short)
    for short in shared:
        del by_short[short]
    return re.compile("|".join(sorted(map(re.escape, by_short), key=len, reverse=True))), by_short
