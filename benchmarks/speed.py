"""Characters a second on one core, and peak memory: whole reports by Taizhang, quantities by its peers."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.environments import PEERS, AbsentPeerError, run, run_peer

PROJECT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One program: its speed in characters per processor second and peak memory in MB, or why it did not run."""

    name: str
    note: str
    speed: float | None
    megabytes: float | None
    reason: str = ""


def texts() -> list[Path]:
    """The reports of the reference folder, none where it is absent."""
    home = Path(os.environ.get("TAIZHANG_REFERENCE", PROJECT.parent / "shared")) / "reports"
    return sorted(home.glob("*.txt"))


def row(name: str, note: str, printed: str) -> Row:
    """A row from what a run printed."""
    told = json.loads(printed)
    return Row(name, note, told["characters"] / told["seconds"], told["megabytes"])


def measure() -> list[Row]:
    """Taizhang first, then each peer, all in this run. Empty where there are no reports."""
    paths = texts()
    if not paths:
        return []
    own = run([sys.executable, "-m", "benchmarks.reading", *map(str, paths)])
    rows = [row("Taizhang", f"everything: title page, sections and all records of {len(paths)} reports", own)]
    for peer in PEERS:
        try:
            rows.append(row(peer.name, peer.note, run_peer(peer, paths)))
        except AbsentPeerError as reason:
            rows.append(Row(peer.name, peer.note, None, None, str(reason)))
    return rows


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table, with how many times faster the first row is."""
    lines = ["| program | what it does | characters/s/core | Taizhang is | peak memory |", "|---|---|---:|---:|---:|"]
    own = rows[0].speed
    for one in rows:
        if one.speed is None or one.megabytes is None or own is None:
            lines.append(f"| {one.name} | {one.note} | skipped: {one.reason} | | |")
        else:
            ratio = "" if one is rows[0] else f"{own / one.speed:.1f} × as fast"
            lines.append(f"| {one.name} | {one.note} | {one.speed:,.0f} | {ratio} | {one.megabytes:.0f} MB |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    rows = measure()
    print(table(rows) if rows else "speed skipped: no reports (set TAIZHANG_REFERENCE)")


if __name__ == "__main__":
    main()
