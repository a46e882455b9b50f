"""Which task of a new reading is which task of the old: alignment by the sequence of sentences.

A pure function over texts. Four passes, each over what the ones before left: the same sentence in the same order;
the same sentence moved; a changed sentence between the same neighbours; a sentence changed and moved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

# Two sentences are the same promise reworded when they share this much; one that also moved must share more.
CHANGED, MOVED_AND_CHANGED = 0.5, 0.7
# A sentence nearly all of which lies in another one is a part of it; shorter ones say too little to tell.
PART, SHORTEST_PART = 0.85, 6
SPACE = re.compile(r"\s+")


def align(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Index in `new` for each index in `old` whose sentence stands on; indexes left out have vanished."""
    before, after = [SPACE.sub("", text) for text in old], [SPACE.sub("", text) for text in new]
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        pairs.update((block.a + step, block.b + step) for step in range(block.size))
    anchors = dict(pairs)
    pair_moved(before, after, pairs)
    pair_changed(before, after, pairs, anchors)
    pair_rest(before, after, pairs)
    return dict(sorted(pairs.items()))


def free(count: int, taken: Sequence[int] | set[int]) -> list[int]:
    """Indexes below `count` that are not taken."""
    held = set(taken)
    return [index for index in range(count) if index not in held]


def pair_moved(before: Sequence[str], after: Sequence[str], pairs: dict[int, int]) -> None:
    """The same sentence elsewhere; of several alike the first goes to the first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index in free(len(after), set(pairs.values())):
        places[after[index]].append(index)
    for index in free(len(before), set(pairs)):
        if places[before[index]]:
            pairs[index] = places[before[index]].pop(0)


def pair_changed(before: Sequence[str], after: Sequence[str], pairs: dict[int, int], anchors: dict[int, int]) -> None:
    """A changed sentence that stands between the same unmoved neighbours (`anchors`), most alike first."""
    rest = set(free(len(after), set(pairs.values())))
    candidates = []
    for index in free(len(before), set(pairs)):
        left = next((anchors[other] for other in range(index - 1, -1, -1) if other in anchors), -1)
        right = next((anchors[other] for other in range(index + 1, len(before)) if other in anchors), len(after))
        for other in range(left + 1, right):
            if other in rest:
                candidates.append((alike(before[index], after[other]), index, other))
    take(candidates, CHANGED, pairs)


def pair_rest(before: Sequence[str], after: Sequence[str], pairs: dict[int, int]) -> None:
    """What both moved and changed, where it is still plainly the same."""
    rest = free(len(after), set(pairs.values()))
    take(
        [
            (alike(before[index], after[other]), index, other)
            for index in free(len(before), set(pairs))
            for other in rest
        ],
        MOVED_AND_CHANGED,
        pairs,
    )


def take(candidates: list[tuple[float, int, int]], enough: float, pairs: dict[int, int]) -> None:
    """Pair the most alike first, each sentence once."""
    taken = set(pairs.values())
    for share, index, other in sorted(candidates, key=lambda candidate: (-candidate[0], candidate[1], candidate[2])):
        if share >= enough and index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)


def alike(a: str, b: str) -> float:
    """Dice coefficient over pairs of neighbouring characters, 0 to 1."""
    left, right = (Counter(pairwise(text)) for text in (a, b))
    whole = left.total() + right.total()
    return 2 * (left & right).total() / whole if whole else float(a == b)


def moved(pairs: Mapping[int, int]) -> int:
    """How many sentences must move to get the new order out of the old: all but the longest rising run."""
    ends: list[int] = []
    for _, other in sorted(pairs.items()):
        at = bisect_left(ends, other)
        ends[at : at + 1] = [other]
    return len(pairs) - len(ends)


def parts(old: Sequence[str], new: Sequence[str], pairs: Mapping[int, int]) -> list[tuple[int, int]]:
    """(new, old) for sentences that a text divides or joins otherwise than before.

    A new sentence that is a part of a changed or vanished old one, or one that swallowed a vanished old one.
    """
    kept = {index for index, other in pairs.items() if SPACE.sub("", old[index]) == SPACE.sub("", new[other])}
    held = set(pairs.values())
    before, after = ([Counter(pairwise(SPACE.sub("", text))) for text in texts] for texts in (old, new))
    return [
        (other, index)
        for index in range(len(old))
        if index not in kept
        for other in range(len(new))
        if (other not in held and within(after[other], before[index]))
        or (index not in pairs and within(before[index], after[other]))
    ]


def within(part: Counter[tuple[str, str]], whole: Counter[tuple[str, str]]) -> bool:
    """Whether nearly all of `part` lies in the longer `whole`."""
    return SHORTEST_PART <= part.total() < whole.total() and (part & whole).total() >= PART * part.total()
