"""Administrative places by name and by GB/T 2260 code, with names that are no longer in force."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources

from taizhang.model import Level

NATION = "100000"
CODE = re.compile(r"\d{6}")
# What a full name ends in, longest first; a short name leaves it off: 苏州市 → 苏州, 内蒙古自治区 → 内蒙古.
SUFFIXES = (
    "维吾尔自治区",
    "特别行政区",
    "回族自治区",
    "壮族自治区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "新区",
    "省",
    "市",
    "盟",
    "州",
    "县",
    "区",
    "旗",
)
# The peoples whose names stand between a place's own name and 自治州, 自治县 or 自治旗.
PEOPLES = re.compile(
    "(?:(?:蒙古|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔"
    "|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|各)族|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)+(?=自治[州县旗])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A province, city or county; `until` is the last year of a name that is no longer in force."""

    code: str
    name: str
    level: Level
    until: int | None = None

    @property
    def parent(self) -> str | None:
        """The code of the place above: the province of a city, the nation of a province, none above the nation."""
        if self.level == "nation":
            return None
        if self.level == "province":
            return NATION
        city = self.code[:4] + "00"
        return city if self.level == "county" and city in by_code() else self.code[:2] + "0000"


def level_of(code: str) -> Level:
    """The level that a code stands for."""
    if code == NATION:
        return "nation"
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


@cache
def places() -> tuple[Place, ...]:
    """Every place, names in force first. Raises `ValueError` for a line that is out of form."""
    text = (resources.files("taizhang.catalogue") / "places.tsv").read_text(encoding="utf-8")
    found = []
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        code, name, *until = line.split("\t")
        if not CODE.fullmatch(code) or not name or len(until) > 1:
            raise ValueError(f"places.tsv: {line!r}")
        found.append(Place(code, name, level_of(code), int(until[0]) if until else None))
    return tuple(sorted(found, key=lambda place: (place.until is not None, -(place.until or 0), place.code)))


@cache
def by_code() -> dict[str, Place]:
    """Code → place, the name in force where one is."""
    found: dict[str, Place] = {}
    for place in places():
        found.setdefault(place.code, place)
    return found


def short_name(name: str) -> str:
    """A name as people say it: 苏州市 → 苏州, 恩施土家族苗族自治州 → 恩施; two characters stay at least."""
    plain = PEOPLES.sub("", name)
    for suffix in SUFFIXES:
        rest = plain.removesuffix(suffix)
        if rest != plain and len(rest) >= 2:
            return rest
    return name


@cache
def by_name() -> dict[str, tuple[Place, ...]]:
    """Full and short name → places that bear it: wider places first, names in force before former ones."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    ranks = {"nation": 0, "province": 1, "city": 2, "county": 3}
    for place in sorted(places(), key=lambda place: (place.until is not None, ranks[place.level])):
        found[place.name].append(place)
        if (short := short_name(place.name)) != place.name:
            found[short].append(place)
    return {name: tuple(bearers) for name, bearers in found.items()}


def place_by_code(code: str) -> Place | None:
    """The place with this code, its name in force where one is."""
    return by_code().get(code)


def find_place(name: str, within: str | None = None) -> Place | None:
    """The place that bears `name`, full or short, or none.

    `within` is the code or name of a place above it and settles names that several counties share; a name that
    several places of one level bear is not settled without it. Names in force win over former ones.
    """
    bearers = by_name().get(name.strip(), ())
    if within is not None:
        above = within if CODE.fullmatch(within) else getattr(find_place(within), "code", None)
        if above is not None and above != NATION:
            stem = above.rstrip("0") if above.endswith("0000") else above[:4]
            bearers = tuple(place for place in bearers if place.code.startswith(stem[:4]) and place.code != above)
    if not bearers:
        return None
    first = bearers[0]
    rivals = [
        other for other in bearers if other.level == first.level and (other.until is None) == (first.until is None)
    ]
    # A former name may have had several codes; the last of them counts.
    if first.until is not None:
        return max(rivals, key=lambda place: place.until or 0)
    return first if len({other.code for other in rivals}) == 1 else None
