"""Which place a report is of: the names in its title, session, office and opening words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from taizhang.model import Level

PROVINCES = {
    "北京市": "110000",
    "天津市": "120000",
    "河北省": "130000",
    "山西省": "140000",
    "内蒙古自治区": "150000",
    "辽宁省": "210000",
    "吉林省": "220000",
    "黑龙江省": "230000",
    "上海市": "310000",
    "江苏省": "320000",
    "浙江省": "330000",
    "安徽省": "340000",
    "福建省": "350000",
    "江西省": "360000",
    "山东省": "370000",
    "河南省": "410000",
    "湖北省": "420000",
    "湖南省": "430000",
    "广东省": "440000",
    "广西壮族自治区": "450000",
    "海南省": "460000",
    "重庆市": "500000",
    "四川省": "510000",
    "贵州省": "520000",
    "云南省": "530000",
    "西藏自治区": "540000",
    "陕西省": "610000",
    "甘肃省": "620000",
    "青海省": "630000",
    "宁夏回族自治区": "640000",
    "新疆维吾尔自治区": "650000",
}
NAMES = re.compile("|".join(PROVINCES))
NATION_WORDS = re.compile(r"国务院|全国人民代表大会|全国人大")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of GB/T 2260: official name, six-digit code, level."""

    name: str
    adcode: str
    level: Level


NATION = Place("中国", "100000", "nation")


def place_of(text: str) -> Place | None:
    """The place that a short text of the title page names, the narrowest one; none where it names none."""
    if NATION_WORDS.search(text):
        return NATION
    names = NAMES.findall(text)
    return Place(names[-1], PROVINCES[names[-1]], "province") if names else None


def place_in_body(text: str) -> Place | None:
    """The place that a whole report speaks of as its own: the one named by far most often."""
    counts = Counter(NAMES.findall(text)).most_common(2)
    if not counts or (len(counts) == 2 and counts[1][1] * 2 > counts[0][1]):
        return None
    name = counts[0][0]
    return Place(name, PROVINCES[name], "province")
