"""One form for every character: simplified, half-width. Offsets stay as they are."""

from __future__ import annotations

import re
from functools import cache

from taizhang.language.tables import rows

# Full-width forms stand 0xFEE0 above ASCII. Punctuation that ends a clause keeps its width.
WIDTH = 0xFEE0
KEPT = set("，；：？！（）")
# A full-width comma groups digits only between full-width digits, or before a group with decimals (82，225.00元);
# otherwise it parts two numbers.
GROUPING = re.compile(
    "(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[0-9])(?<![0-9]{4})，(?=[0-9]{3}(?:[,，][0-9]{3}){0,4}\\.[0-9])"
)


@cache
def table() -> dict[int, str]:
    """What each character is folded to. Raises `ValueError` where a row is not one character to one."""
    folded = {code: chr(code - WIDTH) for code in range(0xFF01, 0xFF5F) if chr(code) not in KEPT}
    folded[ord("\u3000")] = folded[ord("\xa0")] = " "
    for written, plain in rows("folding.tsv", 2):
        if len(written) != 1 or len(plain) != 1:
            raise ValueError(f"folding.tsv: {written} to {plain} is not one character to one")
        folded[ord(written)] = plain
    return folded


@cache
def foldable() -> re.Pattern[str]:
    """A character that has another form."""
    return re.compile(f"[{re.escape(''.join(map(chr, table())))}]")


def fold(text: str) -> str:
    """The text in simplified half-width characters, as long as before: ４，５６５萬 → 4,565万."""
    known = table()
    return foldable().sub(lambda char: known[ord(char[0])], GROUPING.sub(",", text))
