"""When two records speak of the same thing: by their spans, values and names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

from taizhang.extraction.scoring.gold import Record

UNIT_WORDS = {"个百分点": "百分点", "％": "%", "名": "人"}
# Words that carry nothing in the name of an indicator.
FILLER = re.compile(
    r"[的了将共约近超\s“”\"'（）()、，,：:《》]|实现|完成|达到|达|预计|累计|全市|全省|全区|我市|我省|我区|全年|总额$|总量$"
)
ENOUGH = 0.5
ALIKE = 0.75


def overlap(a: Record, b: Record) -> float:
    """The common part of two spans as a share of the longer."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return float(common / max(a["end"] - a["start"], b["end"] - b["start"])) if common > 0 else 0.0


def pair(gold: list[Record], predicted: list[Record]) -> dict[int, int]:
    """Each gold record with at most one predicted record that overlaps it by half, best overlap first."""
    candidates = [
        (overlap(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if p["start"] < g["end"] and p["end"] > g["start"]
    ]
    pairs: dict[int, int] = {}
    taken = set()
    for share, i, j in sorted(candidates, key=lambda candidate: -candidate[0]):
        if share >= ENOUGH and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def merge(records: list[Record]) -> list[Record]:
    """Records that share a span as one that answers to all their indicators; doubtful if one of them is."""
    joined: dict[tuple[int, int], Record] = {}
    for record in records:
        one = joined.setdefault((record["start"], record["end"]), {**record, "names": []})
        one["names"] += [record.get("indicator") or "", *record.get("also", [])]
        if record.get("sure") == "review":
            one["sure"] = "review"
    for one in joined.values():
        if len(one["names"]) > 1:
            one["names"].append("、".join(one["names"]))
    return list(joined.values())


def same_number(a: Any, b: Any) -> bool:
    """Equal up to the second decimal of a small fraction, else to nine digits."""
    try:
        x, y = float(a), float(b)
    except (TypeError, ValueError):
        return False
    return abs(x - y) <= max(1e-9 * abs(x), 5e-3 if abs(x) % 1 and abs(x) < 100 else 1e-9)


def plain_unit(unit: str | None) -> str:
    """A unit without blanks, in one of its equal forms."""
    bare = re.sub(r"\s", "", unit or "")
    return UNIT_WORDS.get(bare, bare)


def same_value(gold: Record, predicted: Record) -> bool:
    """Same unit and same value, or same ends of a range."""
    if plain_unit(gold["unit"]) != plain_unit(predicted.get("unit")):
        return False
    if "low" in gold:
        return same_number(gold["low"], predicted.get("low")) and same_number(gold["high"], predicted.get("high"))
    return same_number(gold["value"], predicted.get("value"))


@cache
def contrasts() -> tuple[tuple[str, ...], ...]:
    """Rows of words of which one does not stand for another, longest first."""
    text = (resources.files("taizhang.extraction.scoring") / "contrasts.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(sorted(row, key=len, reverse=True)) for row in rows)


def bigrams(name: str) -> set[str]:
    """The pairs of neighbouring characters of a name without filler."""
    bare = FILLER.sub("", name)
    return {bare[at : at + 2] for at in range(len(bare) - 1)} or {bare}


def members(name: str) -> set[str]:
    """The contrasting words in a name; a word inside a longer one of its row does not count."""
    found = set()
    for row in contrasts():
        rest = name
        for word in row:
            if word in rest:
                found.add(word)
                rest = rest.replace(word, "|")
    return found


def same_name(a: str, b: str) -> bool:
    """Whether two names mean the same indicator: alike by three quarters, with the same contrasting words."""
    x, y = bigrams(a), bigrams(b)
    return 2 * len(x & y) / (len(x) + len(y)) >= ALIKE and members(a) == members(b)


def same_indicator(gold: Record, predicted: Record) -> bool:
    """Whether one of the names that each answers to is the same."""
    return any(same_name(a, b) for a in gold["names"] for b in predicted["names"])


def same_target(gold: Record, predicted: Record) -> bool:
    """Same bound, indicator and, where there is one, value."""
    return (
        gold["bound"] == predicted.get("bound")
        and same_indicator(gold, predicted)
        and ("unit" not in gold or same_value(gold, predicted))
    )


def equal(field: str) -> Callable[[Record, Record], bool]:
    """The test that a field is equal, where the gold record has it."""
    return lambda gold, predicted: field not in gold or gold[field] == predicted.get(field)


FIGURE_TESTS: dict[str, Callable[[Record, Record], bool]] = {
    "value": same_value,
    "aspect": equal("aspect"),
    "bound": equal("bound"),
    "mode": equal("mode"),
    "indicator": same_indicator,
    "period": equal("period"),
}
