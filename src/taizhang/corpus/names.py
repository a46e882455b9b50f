"""What a file's name, folder or table row says of place and year: evidence beside the title page, never instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.catalogue import Place, find_place
from taizhang.corpus.sources import Source

YEAR = re.compile(r"(?<!\d)(19[89]\d|20[0-4]\d)(?!\d)")
HAN = re.compile(r"[一-鿿]{2,}")
# Words of file names that are no part of a place.
NOISE = re.compile(r"人民政府|政府工作报告|工作报告|报告全文|全文|年")


@dataclass(frozen=True, slots=True)
class Hint:
    """What was said of a source outside its text."""

    place: Place | None
    year: int | None


def hint(source: Source) -> Hint:
    """Place and year as the table's columns or else the path say: «2020江苏省苏州市.txt» → 苏州市, 2020."""
    said = source.place or source.name.rsplit(".", 1)[0]
    years = YEAR.findall(source.year or source.name)
    return Hint(place=named_place(said), year=int(years[-1]) if years else None)


def named_place(words: str) -> Place | None:
    """The narrowest place that the last run of Chinese characters names, or none."""
    for run in reversed(HAN.findall(NOISE.sub(" ", words))):
        # The longest tail that is a place: 江苏省苏州市 → 苏州市, with 江苏省 as its context.
        for start in range(len(run) - 1):
            place = find_place(run[start:], within=run[:start] or None)
            if place is not None and (start == 0 or find_place(run[:start]) is not None):
                return place
    return None
