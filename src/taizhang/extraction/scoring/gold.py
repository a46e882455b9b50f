"""A gold folder: what people annotated in one report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = dict[str, Any]
ENDS = "。！？；"


class GoldError(ValueError):
    """A gold folder that cannot be used: which file, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotation of one report, and the text it points into.

    `figures`, `targets` (those without a number), `milestones` and `tasks` are records as the
    annotation guide defines them; `spans` are the sentences by their numbers (paragraph.sentence).
    """

    name: str
    text: str
    text_path: Path
    figures: list[Record]
    targets: list[Record]
    milestones: list[Record]
    tasks: list[Record]
    meta: Record
    spans: dict[str, tuple[int, int]]


def numbered_sentences(text: str) -> Iterator[tuple[str, int, int]]:
    """Number, start and end of each sentence of each non-empty line: 8.2 is the second of paragraph 8."""
    offset = paragraph = 0
    for line in text.split("\n"):
        if line.strip():
            paragraph += 1
            start = sentence = 0
            for at, char in enumerate(line):
                if char in ENDS or at == len(line) - 1:
                    if line[start : at + 1].strip():
                        sentence += 1
                        yield f"{paragraph}.{sentence}", offset + start, offset + at + 1
                    start = at + 1
        offset += len(line) + 1


def load_records(path: Path, text: str) -> list[Record]:
    """The JSON lines of a file, none where it is absent. Raises `GoldError` for a line out of form."""
    if not path.exists():
        return []
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            quote = text[record["start"] : record["end"]]
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}, line {number}: no record with start and end ({error})") from error
        if record.get("quote", quote) != quote:
            raise GoldError(
                f"{path}, line {number}: the text has «{quote}» where the record quotes «{record['quote']}»"
            )
        records.append(record)
    return records


def text_of(folder: Path, reports: list[Path]) -> Path:
    """The source text of a gold folder: NAME.txt in one of `reports`, or in `reports/` beside or above it."""
    places = [*reports, folder.parent / "reports", folder.parent.parent / "reports"]
    for place in places:
        path = place / f"{folder.name}.txt"
        if path.exists():
            return path
    raise GoldError(
        f"{folder}: no text {folder.name}.txt in {', '.join(map(str, places))}; name its folder with --reports"
    )


def load_gold(folder: Path, reports: list[Path] | None = None) -> Gold:
    """The gold folder with its text. Raises `GoldError` naming what is missing or out of form."""
    folder = folder.resolve()
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder")
    for name in ("figures.jsonl", "meta.json"):
        if not (folder / name).exists():
            raise GoldError(f"{folder}: no gold folder, {name} is missing")
    path = text_of(folder, reports or [])
    text = path.read_text(encoding="utf-8")
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{folder / 'meta.json'}: {error}") from error
    figures, targets, milestones, tasks = (
        load_records(folder / f"{name}.jsonl", text) for name in ("figures", "headline", "milestones", "tasks")
    )
    spans = {number: (start, end) for number, start, end in numbered_sentences(text)}
    return Gold(folder.name, text, path, figures, targets, milestones, tasks, meta, spans)
