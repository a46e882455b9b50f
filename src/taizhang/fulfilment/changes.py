"""How the promises of one report stand in the promises of the next: changed, resized, repeated, dropped, added."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from taizhang.fulfilment.promises import Pledge
from taizhang.fulfilment.terms import Rarity, grams, likeness
from taizhang.model import Change, ChangeKind, Condition, Promise

SAME_TARGET = 0.6
SAME_TASK = 0.7
CANDIDATES = 5


def target_changes(rarity: Rarity, before: Sequence[Promise], after: Sequence[Promise]) -> Iterator[Change]:
    """Every listed target of both reports: kept as it was, changed, left out, or new."""
    left = list(after)
    for old in before:
        same = max(left, key=lambda one: alike(rarity, old, one), default=None)
        if same is None or alike(rarity, old, same) < SAME_TARGET:
            yield Change("dropped", old.indicator, before=old)
            continue
        left.remove(same)
        yield Change(kind_of(old.condition, same.condition), old.indicator, old, same)
    for new in left:
        yield Change("added", new.indicator, after=new)


def alike(rarity: Rarity, one: Promise, other: Promise) -> float:
    """Likeness of two targets: the same catalogue code is the same target."""
    if one.code and other.code:
        return 1.0 if one.code == other.code else 0.0
    return likeness(rarity, one.indicator, other.indicator)


def kind_of(old: Condition | None, new: Condition | None) -> ChangeKind:
    """What became of a condition: the same, a higher or lower number, or other words."""
    if old is None or new is None or old == new:
        return "repeated"
    first, last = middle(old), middle(new)
    if first is None or last is None or old.unit != new.unit:
        return "reworded"
    if first == last:
        return "reworded" if old.bound != new.bound else "repeated"
    return "raised" if last > first else "lowered"


def middle(condition: Condition) -> float | None:
    """The number of a condition; of a range its middle."""
    if condition.value is not None:
        return float(condition.value)
    if condition.low is not None and condition.high is not None:
        return float(condition.low + condition.high) / 2
    return None


def task_changes(
    rarity: Rarity, before: Sequence[Pledge], after: Sequence[Pledge], silent: set[int]
) -> Iterator[Change]:
    """Quantities and acts that the next report promises again, in the same size or another; and those of which
    it neither reports nor promises anything (`silent` holds the starts of promises without outcome).
    """
    index: dict[str, list[int]] = defaultdict(list)
    for at, pledge in enumerate(after):
        for gram in grams(pledge.core):
            index[gram].append(at)
    for old in before:
        shared = Counter(at for gram in grams(old.core) for at in index.get(gram, ()))
        near = [after[at] for at, _ in shared.most_common(CANDIDATES)]
        fits = [one for one in near if one.promise.kind == old.promise.kind and comparable(old, one)]
        same = max(fits, key=lambda one: likeness(rarity, old.core, one.core), default=None)
        if same and likeness(rarity, old.core, same.core) >= SAME_TASK:
            resized = old.promise.condition != same.promise.condition
            yield Change("resized" if resized else "repeated", old.promise.indicator, old.promise, same.promise)
        elif old.promise.start in silent:
            yield Change("dropped", old.promise.indicator, before=old.promise)


def comparable(one: Pledge, other: Pledge) -> bool:
    """Whether two quantities count the same unit; acts always are."""
    if one.figure is None or other.figure is None:
        return one.figure is other.figure
    return one.figure.unit == other.figure.unit and one.figure.aspect == other.figure.aspect
