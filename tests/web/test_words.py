"""The file of words has one row for each key."""

from collections import Counter
from pathlib import Path

from taizhang.web import words


def test_no_key_is_given_twice() -> None:
    rows = (Path(words.__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()
    keys = Counter(row.split("\t")[0] for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []
