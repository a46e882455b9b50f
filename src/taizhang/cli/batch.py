"""`taizhang read FOLDER --out DIR`: many reports, one JSON file each, and a summary."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from taizhang.extraction import extract
from taizhang.reading import Archive, UnreadableDocument, read_apart

SUMMARY = "summary.csv"
COLUMNS = ("file", "outcome", "place", "year", "figures", "targets", "milestones", "tasks", "message")


@dataclass(frozen=True, slots=True)
class Item:
    """A file to read: its name below the folder or archive, and where its bytes are."""

    name: str
    path: Path
    archive: Archive | None = None

    def data(self) -> bytes:
        """The bytes. Raises `OSError` or `UnreadableDocument`."""
        return self.archive.read(self.name) if self.archive else self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `counts` are those of the tables where it was read."""

    item: Item
    outcome: str
    place: str | None = None
    year: int | None = None
    counts: tuple[int, ...] = ()
    message: str = ""

    def row(self) -> list[object]:
        """A row of the summary."""
        return [self.item.name, self.outcome, self.place, self.year, *(self.counts or ("",) * 4), self.message]


def items(source: Path, out: Path) -> Iterator[Item]:
    """The files of a folder (without hidden ones and those in `out`) or of an archive, by name."""
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            relative = path.relative_to(source)
            hidden = any(part.startswith((".", "~$")) for part in relative.parts)
            if path.is_file() and not hidden and out.resolve() not in path.resolve().parents:
                yield Item(relative.as_posix(), path)
        return
    archive = Archive(source.read_bytes(), source.name)
    for name in archive.reports():
        yield Item(name, source, archive)


def read_many(source: Path, out: Path, console: Console) -> int:
    """Read every report of a folder or archive into `out`, a JSON file for each and summary.csv.

    A file whose result is there already and whose bytes did not change is not read again, so an
    interrupted run goes on where it stopped. A file that cannot be read stops nothing. Returns the
    number of files that failed.
    """
    out.mkdir(parents=True, exist_ok=True)
    outcomes = []
    with Progress(console=console, transient=True) as progress:
        found = list(items(source, out))
        task = progress.add_task("", total=len(found))
        for item in found:
            progress.update(task, description=item.name[-40:])
            outcomes.append(read_one(item, out))
            progress.advance(task)
    write_summary(outcomes, out / SUMMARY)
    console.print(summary_table(outcomes))
    console.print(f"Written: {out}")
    return sum(outcome.outcome == "failed" for outcome in outcomes)


def read_one(item: Item, out: Path) -> Outcome:
    """Read one file and write its JSON; every failure becomes an outcome."""
    try:
        data = item.data()
        target = out / f"{safe_name(item.name)}.json"
        known = known_result(target, hashlib.sha256(data).hexdigest())
        if known is not None:
            return outcome_of(item, "unchanged", known)
        result = extract(read_apart(data, PurePosixPath(item.name).name)).to_dict()
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".part")
        partial.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
        partial.replace(target)
        return outcome_of(item, "read", result)
    except (UnreadableDocument, OSError) as error:
        return Outcome(item, "failed", message=str(error))
    except Exception as error:  # one file that trips a rule must not stop the others
        return Outcome(item, "failed", message=f"{item.name}: {type(error).__name__}: {error}")


def safe_name(name: str) -> str:
    """A name from an archive that stays below the output folder."""
    return "/".join(part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", "."))


def known_result(target: Path, sha256: str) -> dict[str, object] | None:
    """The result of an earlier run for the same bytes, none where there is no such."""
    try:
        known: dict[str, dict[str, object]] = json.loads(target.read_text(encoding="utf-8"))
        return dict(known) if known["report"]["sha256"] == sha256 else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def outcome_of(item: Item, outcome: str, result: dict[str, object]) -> Outcome:
    """What the JSON of a reading says in the summary."""
    report = result["report"]
    assert isinstance(report, dict)
    counts = tuple(len(rows) if isinstance(rows := result[name], list) else 0 for name in COLUMNS[4:8])
    return Outcome(item, outcome, report.get("place"), report.get("year"), counts, "；".join(report.get("doubts", [])))


def write_summary(outcomes: list[Outcome], path: Path) -> None:
    """The summary as CSV with a mark that Excel needs to see UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(outcome.row() for outcome in outcomes)


def summary_table(outcomes: list[Outcome]) -> Table:
    """How many files were read, and the reason for each that failed."""
    counts = {kind: sum(outcome.outcome == kind for outcome in outcomes) for kind in ("read", "unchanged", "failed")}
    made = Table(
        title=", ".join(f"{count} {kind}" for kind, count in counts.items()), title_justify="left", show_header=False
    )
    for outcome in outcomes:
        if outcome.outcome == "failed":
            made.add_row(outcome.item.name, outcome.message)
    return made
