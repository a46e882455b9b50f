"""What stands beside a numeral: whether it is part of a word, and whether a noun follows its unit."""

from __future__ import annotations

from taizhang.language.bounds import bound_after
from taizhang.language.numerals import characters


def letter(char: str) -> bool:
    """Whether a neighbour makes a single number character part of a word; signs and digits do not."""
    return char.isalpha() and char not in {"负"}


def closes(text: str, end: int) -> bool:
    """Whether no noun follows: the clause ends, or a number, a bound or a range goes on (三块以上, 两块到三块)."""
    following = text[end : end + 1]
    return (
        not letter(following) or following in characters() or following in {"到", "至"} or bool(bound_after(text, end))
    )
