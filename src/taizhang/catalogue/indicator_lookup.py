"""From the words of a report to a code of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from taizhang.catalogue.indicators import ANY, Indicator, by_code, indicators
from taizhang.catalogue.places import by_name
from taizhang.language.folding import fold, table
from taizhang.language.predicates import delivering, longest_prefix
from taizhang.model import Aspect

REMARK = re.compile(r"[（(][^（()）]*[)）]")
# Units that count or weigh the same kind of thing, so that an indicator in one may be stated in another.
FAMILIES = (
    frozenset({"元", "美元", "港元", "欧元"}),
    frozenset({"人", "名", "位"}),
    frozenset({"个", "家", "所", "座", "处", "项", "件", "条"}),
    frozenset({"吨", "公斤", "千克", "斤"}),
    frozenset({"亩", "公顷", "平方公里", "平方米"}),
    frozenset({"公里", "千米", "米"}),
)
RATES = frozenset({"%", "‰", "倍", "番"})
# A number per head is another indicator than the number itself, whatever words stand between.
PER_HEAD = ("每", "人均", "千人", "万人", "户均", "百户")
LONGEST_PLACE = 11
SHORTEST = 2


@cache
def words(side: str) -> tuple[str, ...]:
    """The words of `indicator_words.tsv` on one side (head, tail or mark), the longest first."""
    text = (resources.files("taizhang.catalogue") / "indicator_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    for row in rows:
        if len(row) != 2 or row[1] not in ("head", "tail", "mark"):
            raise ValueError(f"indicator_words.tsv: {row}")
    return tuple(sorted((word for word, place in rows if place == side), key=len, reverse=True))


@cache
def folding() -> dict[int, int | str | None]:
    """What each character of a name becomes; marks are left out."""
    return {**table(), **{ord(mark): None for mark in words("mark")}}


def plain(name: str) -> str:
    """A name in half-width simplified characters without blanks and quotation marks."""
    return name.translate(folding())


@cache
def names() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names → code: those that must be whole, those that may end a name, those that may stand inside one."""
    whole: dict[str, str] = {}
    ending: dict[str, str] = {}
    inside: dict[str, str] = {}
    for row in indicators():
        for name in row.names:
            bare = plain(name.strip(ANY))
            whole.setdefault(bare, row.code)
            if name.startswith(ANY):
                (inside if name.endswith(ANY) else ending)[bare] = row.code
    return whole, ending, inside


def fits(indicator: Indicator, unit: str | None, aspect: Aspect | None) -> bool:
    """Whether a figure in this unit and aspect can be one of the indicator."""
    if unit is None or not indicator.units or aspect == "rank" or unit in indicator.units:
        return True
    if aspect == "growth":
        return unit in RATES
    if aspect == "change" and unit == "百分点":
        return "%" in indicator.units
    return any(unit in family and not family.isdisjoint(indicator.units) for family in FAMILIES)


def without_head(name: str) -> str:
    """The name without one word or place before it, or the name itself."""
    if name.startswith(words("head")):
        word = next(word for word in words("head") if name.startswith(word))
        return name[len(word) :] if len(name) - len(word) >= SHORTEST else name
    places = by_name()
    for size in range(min(LONGEST_PLACE, len(name) - SHORTEST), 1, -1):
        if name[:size] in places:
            return name[size:]
    return name


def without_tail(name: str) -> str:
    """The name without one word after it, or the name itself."""
    if name.endswith(words("tail")):
        word = next(word for word in words("tail") if name.endswith(word))
        return name[: -len(word)] if len(name) - len(word) >= SHORTEST else name
    return name


def stripped(name: str) -> Iterator[str]:
    """The name, then without words after it, one by one."""
    yield name
    while (shorter := without_tail(name)) != name:
        name = shorter
        yield name


def forms(name: str) -> Iterator[str]:
    """The name as it stands, then without remarks, words around it and a delivering verb, the fullest first."""
    name = plain(name)
    yield from stripped(name)
    if (bare := REMARK.sub("", name)) != name:
        name = bare
        yield from stripped(name)
    while (shorter := without_head(name)) != name:
        name = shorter
        yield from stripped(name)
    if verb := longest_prefix(name, delivering(), 6):
        yield from stripped(name[len(verb) :])


@lru_cache(maxsize=65536)
def indicator_code(name: str, unit: str | None = None, aspect: Aspect | None = None) -> str | None:
    """The catalogue's code for an indicator in a report's words, or none.

    A name counts when it is one of the catalogue's as a whole, with words around it that say only whose or when
    (全省, 预计, 增速), or behind a delivering verb (新增); then when it ends in, or holds, a name that allows it.
    `unit` and `aspect`, where given, must suit the indicator: a share is not its amount.
    """
    whole, ending, inside = names()
    codes = by_code()
    unit = unit and fold(unit)

    def suits(code: str | None) -> bool:
        return code is not None and fits(codes[code], unit, aspect)

    for form in forms(name):
        if suits(code := whole.get(form)):
            return code
    bare = REMARK.sub("", plain(name))
    if bare.startswith(PER_HEAD):
        return None
    for form in stripped(bare):
        for start in range(len(form) - 1):
            if suits(code := ending.get(form[start:])):
                return code
    held = [word for word in inside if word in bare and suits(inside[word])]
    return inside[max(held, key=len)] if held else None
