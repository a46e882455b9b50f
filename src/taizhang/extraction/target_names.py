"""The names of listed targets: what stands elided or in short in a list, written out.

Rules for figures by name: *sectors* («一二三产增加值分别增长A、B、C» names three), *short sector* (一产 is 第一产业),
*planned as* («地区生产总值按增长5%安排»), *framed* («中央提出今年经济增长…»), *growth itself* («经济增长5%»).
Rules for conditions in words: *joint* («能源、碳排放等指标达到要求» sets two), *shared tail* («城镇和农村居民收入»),
*shared head* («事故起数和死亡人数»),
*inside* («完成国家下达的节能任务» names 节能), *noun alone* (居民收入增长 → 居民收入).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from taizhang.model import Aspect, Figure

ALL_SECTORS = re.compile(r"^(?:一二三次?产业?|一、二、三次?产业?|三次产业|三产业)(?P<rest>.*)$")
SHORT_SECTOR = re.compile(r"^(?P<which>[一二三])(?:次)?产(?:业)?(?=增加值|$)")
SECTORS = "一二三"
FRAME = re.compile(r"^(?:[^，。]{0,8}(?:提出|建议|确定))?(?:今年|全年|本年|20\d\d年)的?(?=..)")
PLANNED_AS = re.compile(r"按(?:照)?(?P<growth>增长)?(?:左右)?安排$")
NOUN_TAIL = re.compile(r"(?:等)?(?:主要)?(?:约束性)?(?:指标|目标)?(?:等)?$")
GROWTH_TAIL = re.compile(r"(?<=..)(?:实际)?(?:增长|增速|增幅|涨幅)$")
FALL_TAIL = re.compile(r"(?<=....)(?:下降|降低|削减|减少)(?:率)?$")
LIGHT_HEAD = re.compile(r"^(?:各项|其中|同时|以及|并|力争|努力|确保|实现|保持|继续|争取)+")
SET_BY_OTHERS = re.compile(
    r"^.*?(?:完成|达到|实现|控制在|符合)(?:经?(?:国家|中央|省|市|上级|自治区|区|州|上)[里级委]?)?[^的]{0,12}?(?:的|(?=[^的]*$))"
)
ASSIGNMENT_TAIL = re.compile(r"(?:目标)?(?:任务|目标|指标|要求|标准)$")
JOINT = re.compile(r"[、及]|(?<!研究)[与和]")
COUNTED, CASUALTIES = "起数", ("死亡人数", "伤亡人数", "受伤人数")
SHARED_HEAD = ("城镇", "农村", "城乡", "进口", "出口", "第一产业", "第二产业", "第三产业", "存款", "贷款")


def settle_names(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of one list with their names written out, in the same order; what is settled is doubted no more."""
    met: Counter[str] = Counter()
    for figure in figures:
        shared = ALL_SECTORS.match(figure.indicator)
        if shared:
            name, aspect = f"第{SECTORS[met[figure.indicator] % 3]}产业{shared['rest'] or '增加值'}", figure.aspect
            met[figure.indicator] += 1
        else:
            name, aspect = settled(figure)
        if (name, aspect) == (figure.indicator, figure.aspect):
            yield figure
        else:
            yield replace(figure, indicator=name, aspect=aspect, sure="certain", reason=None)


def settled(figure: Figure) -> tuple[str, Aspect]:
    """The name of one figure written out, and its aspect."""
    name = FRAME.sub("", figure.indicator)
    planned = PLANNED_AS.search(name)
    if planned:
        return name[: planned.start()], "growth" if planned["growth"] else figure.aspect
    if name == "经济" and figure.aspect == "growth":
        return "经济增长", figure.aspect
    return SHORT_SECTOR.sub(lambda match: f"第{match['which']}产业", name), figure.aspect


def indicators(subject: str, phrase: str) -> list[str]:
    """The single indicators that the words before a condition name, or those inside «完成下达的 … 任务»."""
    words = subject or ASSIGNMENT_TAIL.sub("", SET_BY_OTHERS.sub("", phrase))
    if not subject and words == phrase:
        return []
    words = LIGHT_HEAD.sub("", words)
    words = NOUN_TAIL.sub("", words) or words
    parts = [part for part in JOINT.split(words) if part]
    last = parts[-1] if parts else ""
    tail = next((last[len(head) :] for head in SHARED_HEAD if last.startswith(head)), last)
    whole = [part + tail if part in SHARED_HEAD else part for part in parts]
    if whole and whole[0].endswith(COUNTED):
        whole = [whole[0].removesuffix(COUNTED) + part if part in CASUALTIES else part for part in whole]
    return [FALL_TAIL.sub("", GROWTH_TAIL.sub("", part)) for part in whole]
