"""From the words of a report to a code of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from taizhang.catalogue.indicator_units import fits
from taizhang.catalogue.indicators import ANY, by_code, indicators
from taizhang.catalogue.places import by_name
from taizhang.language.folding import fold, table
from taizhang.language.predicates import delivering, longest_prefix
from taizhang.model import Aspect

REMARK = re.compile(r"[（(][^（()）]*[)）]")
# A number per head is another indicator than the number itself, whatever words stand between.
PER_HEAD = ("每", "人均", "千人", "万人", "户均", "百户")
Names = dict[str, tuple[str, ...]]

JOINTS = ("、", "和", "及", "与", "或")
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
def names() -> tuple[Names, Names, Names]:
    """Names → codes: those that must be whole, those that may end a name, those that may stand inside one.

    A name has two codes where two indicators that differ in their units share it: 老旧小区 in 个 and in 户.
    """
    whole: Names = {}
    ending: Names = {}
    inside: Names = {}
    for row in indicators():
        for name in row.names:
            bare = plain(name.strip(ANY))
            among = [whole]
            if name.startswith(ANY):
                among.append(inside if name.endswith(ANY) else ending)
            for known in among:
                if row.code not in known.get(bare, ()):
                    known[bare] = (*known.get(bare, ()), row.code)
    return whole, ending, inside


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

    def suiting(known: tuple[str, ...]) -> str | None:
        return next((code for code in known if fits(codes[code].units, unit, aspect)), None)

    for form in forms(name):
        if (known := whole.get(form)) and (code := suiting(known)):
            return code
    bare = REMARK.sub("", plain(name))
    if bare.startswith(PER_HEAD):
        return None
    joint: str | None = None
    for form in stripped(bare):
        for start in range(len(form) - 1):
            known = ending.get(form[start:])
            code = suiting(known) if known else None
            if code and not form.endswith(JOINTS, 0, start) and joint in (None, code):
                return code
            if code and joint is None:
                # 绿色工厂、绿色矿山 counts two things, of which the ending names one; 供水、供热管网 are both 管网.
                if indicator_code(form[:start].rstrip("".join(JOINTS)), unit, aspect) not in (None, code):
                    return None
                joint = code
    if joint:
        return None
    held = {word: code for word in inside if word in bare and (code := suiting(inside[word]))}
    return held[max(held, key=len)] if held else None
