"""The names of listed targets: what stands elided or in short in a list, written out.

Rules by name: *sectors* («一二三产增加值分别增长A、B、C» names three), *short sector* (一产 is 第一产业), *planned as*
(«地区生产总值按增长5%安排»), *framed* («中央提出今年经济增长…»), *growth itself* («经济增长5%» measures 经济增长).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from taizhang.model import Figure

ALL_SECTORS = re.compile(r"^(?:一二三次?产业?|一、二、三次?产业?|三次产业|三产业)(?P<rest>.*)$")
SHORT_SECTOR = re.compile(r"^(?P<which>[一二三])(?:次)?产(?:业)?(?=增加值|$)")
SECTORS = "一二三"
FRAME = re.compile(r"^(?:[^，。]{0,8}(?:提出|建议|确定))?(?:今年|全年|本年|20\d\d年)的?(?=..)")
PLANNED_AS = re.compile(r"按(?:照)?(?P<growth>增长)?(?:左右)?安排$")


def settle_names(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of one list with their names written out, in the same order."""
    met: Counter[str] = Counter()
    for figure in figures:
        shared = ALL_SECTORS.match(figure.indicator)
        if shared:
            yield replace(figure, indicator=f"第{SECTORS[met[figure.indicator] % 3]}产业{shared['rest'] or '增加值'}")
            met[figure.indicator] += 1
        else:
            yield settle(figure)


def settle(figure: Figure) -> Figure:
    """One figure with its name written out."""
    name = FRAME.sub("", figure.indicator)
    planned = PLANNED_AS.search(name)
    if planned:
        aspect = "growth" if planned["growth"] else figure.aspect
        return replace(figure, indicator=name[: planned.start()], aspect=aspect)
    if name == "经济" and figure.aspect == "growth":
        return replace(figure, indicator="经济增长")
    return replace(figure, indicator=SHORT_SECTOR.sub(lambda match: f"第{match['which']}产业", name))
