"""Numbers that Word counts by itself: the labels of list paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting"}
DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, in which digits, and the text around the number."""

    start: int
    style: str
    text: str


class Numbering:
    """The lists of one document, counted as its paragraphs are read."""

    def __init__(self, root: etree._Element | None, styles: etree._Element | None) -> None:
        self.levels: dict[tuple[str, int], Level] = {}
        self.counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self.of_style: dict[str | None, etree._Element] = {}
        if root is not None:
            self.load(root)
        for style in styles.iterchildren(f"{WORD}style") if styles is not None else ():
            if (numbered := style.find(f"{WORD}pPr/{WORD}numPr")) is not None:
                self.of_style[style.get(f"{WORD}styleId")] = numbered

    def load(self, root: etree._Element) -> None:
        """Take the definitions of word/numbering.xml."""
        abstract = {item.get(f"{WORD}abstractNumId"): item for item in root.iterchildren(f"{WORD}abstractNum")}
        for item in root.iterchildren(f"{WORD}num"):
            target = abstract.get(value(item, "abstractNumId"))
            for level in target.iterchildren(f"{WORD}lvl") if target is not None else ():
                depth, start = level.get(f"{WORD}ilvl", "0"), value(level, "start") or "1"
                if depth.isdigit() and start.isdigit():
                    self.levels[item.get(f"{WORD}numId", ""), int(depth)] = Level(
                        int(start), value(level, "numFmt") or "", value(level, "lvlText") or ""
                    )

    def label(self, paragraph: etree._Element) -> str:
        """The number before a paragraph, empty where it is none of a list or only bulleted."""
        properties = paragraph.find(f"{WORD}pPr")
        if properties is None:
            return ""
        found = properties.find(f"{WORD}numPr")
        if found is None:
            found = self.of_style.get(value(properties, "pStyle"))
        if found is None:
            return ""
        number, depth = value(found, "numId") or "", value(found, "ilvl") or "0"
        level = self.levels.get((number, int(depth))) if depth.isdigit() else None
        if level is None or level.style in ("bullet", "none", ""):
            return ""
        counts = self.counts[number]
        at = int(depth)
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [other for other in counts if other > at]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda match: self.counted(number, int(match[1]) - 1), level.text)

    def counted(self, number: str, depth: int) -> str:
        """The count of a level in its digits."""
        level = self.levels.get((number, depth))
        count = self.counts[number].get(depth, level.start if level else 1)
        return chinese(count) if level and level.style in CHINESE else str(count)


def value(parent: etree._Element, name: str) -> str | None:
    """The value of a child element."""
    child = parent.find(f"{WORD}{name}")
    return None if child is None else child.get(f"{WORD}val")


def chinese(count: int) -> str:
    """A count from 1 to 99 in Chinese: 12 is 十二; others in digits."""
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")
