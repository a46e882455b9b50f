"""Word-list shares: how much of a report, or of a part of it, speaks of a subject."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

# With the longest ending of a column a name stays within the 32 characters of Stata.
NAME = re.compile(r"[a-z][a-z0-9_]{0,16}")
VERSION = re.compile(r"^#.*\bversion:?\s*([\w.-]*\w)", re.IGNORECASE | re.MULTILINE)
SPOKEN = re.compile(r"\w")
ROWS = 50_000


@dataclass(frozen=True, slots=True)
class WordList:
    """A named list of words; longer words count before shorter ones, so an overlap counts once.

    `version` is what a comment line of its file says (`# Version 1`), else the first digits of the words' hash.
    """

    name: str
    words: tuple[str, ...]
    version: str = ""

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
        raise ValueError(
            f"word list {name!r}: name the file with up to 17 small letters, digits and _, such as green.txt"
        )
    words = sorted({word for line in text.splitlines() if (word := line.strip()) and not word.startswith("#")})
    if not words:
        raise ValueError(f"word list {name!r}: no words in it")
    said = VERSION.search(text)
    return WordList(name, tuple(words), said[1] if said else hashlib.sha256("\n".join(words).encode()).hexdigest()[:12])


# Characters that count: everything but white space.
LENGTH = "length(regexp_replace(text, '\\s', '', 'g'))"


def shares(panel: DuckDBPyConnection, lists: tuple[WordList, ...], by_section: bool = False) -> pd.DataFrame:
    """How much of each report, or of each part of it, holds words of each list, in three variants.

    Columns: report, (kind,) characters, sentences, words, and for each list `NAME_characters` (characters inside its
    words), `NAME_sentences` (sentences with one), `NAME_words` (occurrences), and their quotients `NAME_share`,
    `NAME_sentence_share`, `NAME_word_share`. Numerators and denominators both come out, so that any other definition
    can be made of them. `words` are those of the segmenter jieba.
    """
    keys = ["report", "kind"] if by_section else ["report"]
    columns = [f"cast(sum({LENGTH}) as bigint) as characters", "count(*) as sentences"]
    values: list[str] = []
    for entry in lists:
        found = "regexp_extract_all(text, ?)"
        columns += [
            f"cast(sum(length(array_to_string({found}, ''))) as bigint) as {entry.name}_characters",
            f"count(*) filter (len({found}) > 0) as {entry.name}_sentences",
            f"cast(sum(len({found})) as bigint) as {entry.name}_words",
        ]
        values += [entry.pattern()] * 3
    named = ", ".join(keys)
    totals = f"select {named}, {', '.join(columns)} from sentences group by {named} order by {named}"
    frame = panel.execute(totals, values).df()
    counted = words_in(panel, keys)
    places = frame[keys].itertuples(index=False, name=None)
    frame.insert(len(keys) + 2, "words", [counted[place] for place in places])
    for entry in lists:
        for variant, over in VARIANTS.items():
            part, whole = frame[f"{entry.name}_{over}"], frame[over]
            frame[f"{entry.name}_{variant}"] = part / whole.where(whole > 0)
    return frame


# Ending of a quotient's column → what is counted.
VARIANTS = {"share": "characters", "sentence_share": "sentences", "word_share": "words"}


def words_in(panel: DuckDBPyConnection, keys: list[str]) -> Mapping[tuple[str, ...], int]:
    """How many words each report or part has; marks and blanks are none."""
    import rjieba

    counted: Counter[tuple[str, ...]] = Counter()
    reader = panel.sql(f"select {', '.join(keys)}, text from sentences").to_arrow_reader(ROWS)
    for batch in reader:
        held = batch.to_pydict()
        for *place, text in zip(*(held[key] for key in keys), held["text"], strict=True):
            counted[tuple(place)] += sum(1 for word in rjieba.cut(text) if SPOKEN.search(word))
    return counted


def share_labels(lists: tuple[WordList, ...]) -> dict[str, str]:
    """Labels of the columns of `shares`."""
    labels = {
        "report": "Key of the report",
        "kind": "Part of the report",
        "characters": "Characters, blanks left out",
        "sentences": "Sentences",
        "words": f"Words by the segmenter jieba (rjieba {version('rjieba')})",
    }
    for entry in lists:
        about = f"{entry.name} (version {entry.version})"
        labels |= {
            f"{entry.name}_characters": f"Characters inside words of {about}",
            f"{entry.name}_sentences": f"Sentences with a word of {about}",
            f"{entry.name}_words": f"Occurrences of words of {about}",
            f"{entry.name}_share": f"Share of characters, {about}",
            f"{entry.name}_sentence_share": f"Share of sentences, {about}",
            f"{entry.name}_word_share": f"Share of words, {about}",
        }
    return labels
