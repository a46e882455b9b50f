"""Reports multiplied: the reference reports under other places and years, with edited numbers.

Each report keeps its body; title page, years and numbers are its own. The same number of reports gives the same
files, and files that are there already are left alone, so that making them can be broken off.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

from taizhang.catalogue import Place, place_by_code, places
from taizhang.reading import half_width

YEARS = range(2026, 1996, -1)
SALUTATION = re.compile(r"各位(?:代表|委员)|我代表")
YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20[0-4])\d(?=\s*年)")
NUMBER = re.compile(r"(?<![\d.])(\d+)(\.\d+)?(?![\d年月日届次])")
TITLE = """{place}人民政府工作报告
——{year}年1月15日在{place}人民代表大会会议上
{place}人民政府

"""
LEVELS = ("nation", "province", "city", "county")


def make(count: int, folder: Path, reports: list[Path]) -> None:
    """Write `count` reports below `folder`, the widest places first."""
    bodies = [(body_of(path.read_text(encoding="utf-8")), year_of(path)) for path in reports]
    for number, (place, year) in enumerate(place_years()):
        if number == count:
            return
        path = folder / str(year) / f"{year}{long_name(place)}.txt"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_text(edited(*bodies[number % len(bodies)], place, year), encoding="utf-8")
            os.replace(part, path)
    raise SystemExit(f"there are only {number + 1} places and years")


def place_years() -> Iterator[tuple[Place, int]]:
    """Every place of today in every year, the nation and provinces first."""
    standing = [place for place in places() if place.until is None]
    for level in LEVELS:
        for place in standing:
            if place.level == level:
                for year in YEARS:
                    yield place, year


def long_name(place: Place) -> str:
    """The name with the places above it, the nation left off: 江苏省苏州市姑苏区."""
    above = place_by_code(place.parent) if place.parent else None
    return (long_name(above) if above and above.level != "nation" else "") + place.name


def body_of(text: str) -> str:
    """The report from its salutation on, in half width."""
    text = half_width(text)
    found = SALUTATION.search(text)
    return text[found.start() :] if found and found.start() < len(text) / 2 else text


def year_of(path: Path) -> int:
    """The year in the name of a reference report: beijing-2026.txt."""
    return int(path.stem.rsplit("-", 1)[1])


def edited(body: str, own_year: int, place: Place, year: int) -> str:
    """The body as another place's in another year: years moved, the last digit of every number drawn anew."""
    draw = random.Random(f"{place.code} {year}")
    moved = YEAR.sub(lambda found: str(int(found[0]) + year - own_year), body)
    numbered = NUMBER.sub(lambda found: redrawn(found[0], draw), moved)
    title = "国务院政府工作报告\n——{year}年3月5日在全国人民代表大会会议上\n" if place.level == "nation" else TITLE
    return title.format(place=place.name, year=year) + numbered


def redrawn(number: str, draw: random.Random) -> str:
    """The number with another last digit; small whole numbers and years stay."""
    if "." not in number and len(number) in (1, 4):
        return number
    return number[:-1] + str(draw.randrange(1, 10))
