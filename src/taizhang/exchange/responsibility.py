"""Who answers for a task, in the four notations of offices: own columns, first-listed, ★, and the closing bracket.

The bracket is the notation of the State Council's division of work: «（发展改革委牵头，财政部、商务部分别负责，9月底前
完成）». Sources: the notices listed in docs/ledger.md under responsibility.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

STAR = "★"
SEPARATORS = re.compile(r"[、，,；;\n\r\t/]+|\s{2,}")
BRACKET = re.compile(r"[（(]([^（）()]*(?:牵头|负责|配合|责任)[^（）()]*)[）)][。；]?\s*$")
ROLE = re.compile(r"(?P<units>.+?)(?P<role>牵头|分别负责|按职责分工负责|负责|配合|参与)(?:[，,；;、]|$)")
EVERYBODY = re.compile(r"各(?:地|区|县|市|县区|市区|区县|县市区|镇|街道|乡镇|板块|部门|有关部门)(?:政府|党委)?")
OPEN = re.compile(r"等(?:有关|相关)?(?:部门|单位)?$")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """`lead` leads, `support` supports; with `each` every unit leads its own part.

    `everybody` holds words such as 各区, which name all lower places; `open_list` tells that 等 leaves the list
    open.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()
    each: bool = False
    open_list: bool = False


def names(cell: str) -> tuple[list[str], list[str], bool]:
    """The units that a cell lists, the words for everybody among them, and whether 等 leaves the list open."""
    units: list[str] = []
    everybody: list[str] = []
    left_open = False
    for piece in SEPARATORS.split(cell):
        word = piece.strip()
        if OPEN.search(word):
            left_open, word = True, OPEN.sub("", word)
        if word and EVERYBODY.fullmatch(word):
            everybody.append(word)
        elif word:
            units.append(word)
    return units, everybody, left_open


def unit_names(cell: str) -> list[str]:
    """Every unit that a field lists, words for everybody (各区) among them, in order and each once."""
    words = (OPEN.sub("", piece.replace(STAR, "").strip()) for piece in SEPARATORS.split(cell))
    return list(dict.fromkeys(word for word in words if word))


def from_cells(lead: str, support: str, units: str) -> Responsibility:
    """The responsibility that the columns 牵头单位, 配合单位 and 责任单位 give together.

    In 责任单位 alone a ★ marks the lead; without one the first-listed unit leads.
    """
    leads, lead_all, lead_open = names(lead.replace(STAR, ""))
    supports, support_all, support_open = names(support.replace(STAR, ""))
    listed, listed_all, listed_open = names(units)
    starred = [unit.replace(STAR, "").strip() for unit in listed if STAR in unit]
    plain = [unit for unit in listed if STAR not in unit]
    if not leads:
        leads, plain = (starred, plain) if starred else (plain[:1], plain[1:])
    else:
        plain = starred + plain
    return Responsibility(
        lead=tuple(dict.fromkeys(leads)),
        support=tuple(unit for unit in dict.fromkeys(supports + plain) if unit not in leads),
        everybody=tuple(dict.fromkeys(lead_all + support_all + listed_all)),
        open_list=lead_open or support_open or listed_open,
    )


def from_bracket(task: str) -> tuple[str, Responsibility | None, str]:
    """The task without its closing bracket, the responsibility in it (or none) and the bracket's words."""
    found = BRACKET.search(task)
    if not found:
        return task, None, ""
    lead: list[str] = []
    support: list[str] = []
    everybody: list[str] = []
    each = left_open = False
    for match in ROLE.finditer(found.group(1)):
        units, all_places, opened = names(match["units"])
        everybody += all_places
        left_open = left_open or opened
        if match["role"] == "牵头":
            lead += units
        elif match["role"] in ("分别负责", "按职责分工负责", "负责") and not lead:
            each = match["role"] != "负责"
            lead += units
        else:
            support += units
    if not lead and not support and not everybody:
        return task, None, ""
    responsibility = Responsibility(tuple(lead), tuple(support), tuple(everybody), each, left_open)
    return task[: found.start()].rstrip(), responsibility, found.group(1)
