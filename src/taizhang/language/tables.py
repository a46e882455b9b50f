"""The data files of this room: tab-separated rows, `#` opens a comment line."""

from __future__ import annotations

from importlib import resources


def rows(name: str, columns: int, required: int | None = None) -> list[tuple[str, ...]]:
    """The rows of a data file, padded to `columns`; the first `required` (default all) must be there.

    Raises `ValueError` naming file and line for a row with too few or too many columns, an empty
    required column, or a first column that stood before.
    """
    required = columns if required is None else required
    text = (resources.files("taizhang.language") / name).read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not required <= len(cells) <= columns or not all(cells[:required]):
            raise ValueError(f"{name}, line {number}: needs {required} to {columns} filled columns: {line!r}")
        if cells[0] in found:
            raise ValueError(f"{name}, line {number}: {cells[0]} stands twice")
        found[cells[0]] = (*cells, *[""] * (columns - len(cells)))
    return list(found.values())
