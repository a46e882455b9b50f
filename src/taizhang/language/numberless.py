"""Words that hold a number character and state no number: 统一, 进一步, 十四五."""

from __future__ import annotations

from functools import cache

from taizhang.language.numerals import characters
from taizhang.language.tables import rows


@cache
def numberless() -> dict[str, list[tuple[int, str, str]]]:
    """Words that state no number, by two characters of them: the number character and the one behind it.

    Where the number character closes the word, the one before it leads. The offset is that of the
    number character; the last are the characters before the word that undo it.
    """
    known = characters()
    found: dict[str, list[tuple[int, str, str]]] = {}
    for word, opened in rows("numberless.tsv", 2, required=1):
        inside = [at for at, char in enumerate(word) if char in known or char == "第"]
        if not inside or len(word) < 2:
            raise ValueError(f"numberless.tsv: {word} is no word with a number character")
        for at in inside:
            pair = word[at : at + 2] if at + 1 < len(word) else word[at - 1 : at + 1]
            found.setdefault(pair, []).append((at, word, opened))
    return found


def word_over(text: str, at: int) -> tuple[int, int] | None:
    """The span of the longest word without number that covers `at`, if one does."""
    known = numberless()
    spans = [
        (at - before, at - before + len(word))
        for pair in (text[at : at + 2], text[at - 1 : at + 1] if at else "")
        for before, word, opened in known.get(pair, ())
        if before <= at
        and text.startswith(word, at - before)
        and text[at] == word[before]
        and not (opened and before < at and text[at - before - 1] in opened)
    ]
    return max(spans, key=lambda span: span[1]) if spans else None
