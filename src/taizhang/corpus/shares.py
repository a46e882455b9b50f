"""Word-list shares: how much of a report, or of a part of it, speaks of a subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class WordList:
    """A named list of words; longer words count before shorter ones, so an overlap counts once."""

    name: str
    words: tuple[str, ...]

    def pattern(self) -> str:
        """The words as one regular expression in RE2's dialect, longest first."""
        return "|".join(re.escape(word) for word in sorted(self.words, key=lambda word: (-len(word), word)))


def supplied() -> tuple[WordList, ...]:
    """The lists that come with the package."""
    folder = resources.files("taizhang.corpus") / "wordlists"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name)
    return tuple(parsed(entry.name.removesuffix(".txt"), entry.read_text(encoding="utf-8")) for entry in files)


def word_list(path: Path) -> WordList:
    """The list in a text file: one word a line, `#` begins a comment line; named like the file.

    Raises `ValueError` for a name that cannot be a column or a list without words, `OSError` for no file.
    """
    return parsed(path.stem, path.read_text(encoding="utf-8-sig"))


def parsed(name: str, text: str) -> WordList:
    """A list from its text."""
    if not NAME.fullmatch(name):
        raise ValueError(f"word list {name!r}: name the file with small letters, digits and _, such as green.txt")
    words = {line.strip() for line in text.splitlines()}
    words = {word for word in words if word and not word.startswith("#")}
    if not words:
        raise ValueError(f"word list {name!r}: no words in it")
    return WordList(name, tuple(sorted(words)))


# Characters that count: everything but white space.
LENGTH = "length(regexp_replace(text, '\\s', '', 'g'))"


def shares(panel: DuckDBPyConnection, lists: tuple[WordList, ...], by_section: bool = False) -> pd.DataFrame:
    """Characters and sentences that hold words of each list, for each report or each part of it.

    Columns: report, (kind,) characters, sentences, and for each list `NAME_characters` (characters inside its
    words), `NAME_sentences` (sentences with one), `NAME_words` (occurrences) and `NAME_share`, the first over all
    characters. Numerator and denominator both come out, so that any other definition can be made of them.
    """
    keys = "report, kind" if by_section else "report"
    columns = [f"sum({LENGTH}) as characters", "count(*) as sentences"]
    values: list[str] = []
    for entry in lists:
        found = "regexp_extract_all(text, ?)"
        columns += [
            f"sum(length(array_to_string({found}, ''))) as {entry.name}_characters",
            f"sum(cast(len({found}) > 0 as integer)) as {entry.name}_sentences",
            f"sum(len({found})) as {entry.name}_words",
        ]
        values += [entry.pattern()] * 3
    totals = f"select {keys}, {', '.join(columns)} from sentences group by {keys}"
    quotients = "".join(f", {entry.name}_characters / nullif(characters, 0) as {entry.name}_share" for entry in lists)
    return panel.execute(f"select *{quotients} from ({totals}) order by {keys}", values).df()
