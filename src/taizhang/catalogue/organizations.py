"""Who answers for tasks: the departments of a city or province and the words that speak for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources

from taizhang.model import Level

HEAVIEST = 8
NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Organization:
    """A department as cities and as provinces call it; `aliases` are other names in use."""

    code: str
    city: str
    province: str
    aliases: tuple[str, ...]


# The first two digits of a place code (GB/T 2260).
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
AUTONOMOUS = frozenset({"15", "45", "54", "64", "65"})


@dataclass(frozen=True, slots=True)
class Office:
    """The government whose departments are named: its level, and its place code where it is known."""

    level: Level = "city"
    adcode: str = ""

    def name_of(self, organization: Organization) -> str:
        """A department's name there: 市教育局, 省教育厅, 自治区教育厅, 县教育局, 区教育局."""
        city, province = organization.city, organization.province
        region = self.adcode[:2]
        if self.level == "province" and region not in MUNICIPALITIES:
            return "自治区" + province[1:] if region in AUTONOMOUS and province.startswith("省") else province
        if self.level == "county" and city.startswith("市"):
            return self.county_word() + city[1:]
        return city

    def county_word(self) -> str:
        """What stands before a department of the county level: 区 to code 20, 市 from 81 on, else 县."""
        number = int(self.adcode[4:6]) if self.adcode[4:6].isdecimal() else 21
        return "区" if number <= 20 else "市" if number > 80 else "县"


@dataclass(frozen=True, slots=True)
class Duty:
    """A word of a task that speaks for a department; `weight` 8 settles it almost alone, 1 is a hint."""

    organization: str
    word: str
    weight: int


def read_rows(file: str, columns: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    """Line numbers and cells of a data file of this room, below the line that names its columns."""
    lines = (resources.files("taizhang.catalogue") / file).read_text(encoding="utf-8").splitlines()
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows or tuple(rows[0][1]) != columns:
        raise ValueError(f"{file}: the first line must name the columns {', '.join(columns)}")
    for number, cells in rows[1:]:
        if len(cells) != len(columns):
            raise ValueError(f"{file}, line {number}: {len(cells)} columns in place of {len(columns)}")
    return rows[1:]


@cache
def organizations() -> dict[str, Organization]:
    """Code → department. Raises `ValueError` for a code or a name that stands twice."""
    found: dict[str, Organization] = {}
    for number, (code, city, province, aliases) in read_rows(
        "organizations.tsv", ("code", "city", "province", "aliases")
    ):
        if code in found or not (code and city and province):
            raise ValueError(f"organizations.tsv, line {number}: {code} stands twice or has no name")
        found[code] = Organization(code, city, province, tuple(aliases.split()))
    return found


@cache
def duties() -> dict[str, tuple[Duty, ...]]:
    """Word → the departments that it speaks for, none for a phrase that only hides the words inside it.

    Raises `ValueError` for a row that is out of form.
    """
    found: defaultdict[str, list[Duty]] = defaultdict(list)
    for number, (organization, word, weight) in read_rows("duties.tsv", ("organization", "word", "weight")):
        if organization == NOBODY:
            found[word] = []
            continue
        if organization not in organizations() or not word or not weight.isdecimal():
            raise ValueError(f"duties.tsv, line {number}: unknown department {organization}, or no word or weight")
        if not 1 <= int(weight) <= HEAVIEST or any(duty.organization == organization for duty in found[word]):
            raise ValueError(
                f"duties.tsv, line {number}: weight {weight} is not 1 to {HEAVIEST}, or {word} stands twice"
            )
        found[word].append(Duty(organization, word, int(weight)))
    return {word: tuple(rows) for word, rows in found.items()}


def organization_by_name(name: str) -> Organization | None:
    """The department with this name, as city, province or alias, with or without 市, 省, 县, 区 before it."""
    return by_name().get(without_level(name.strip()))


def without_level(name: str) -> str:
    """A department's name without the word for its level before it."""
    name = name.removeprefix("自治")
    return name[1:] if name[:1] in ("省", "市", "县", "区", "州") else name


@cache
def by_name() -> dict[str, Organization]:
    """Every name without its level → department; the first to bear it keeps it."""
    found: dict[str, Organization] = {}
    for row in organizations().values():
        for name in (row.city, row.province, *row.aliases):
            found.setdefault(without_level(name), row)
    return found
