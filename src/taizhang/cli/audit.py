"""`taizhang audit`: is the ledger what its events made of it?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.ledger import Ledger
from taizhang.ledger import audit as audit_of


def audit(
    ledger: Annotated[str, typer.Argument(help="The ledger: a file, or postgresql://…")],
    head: Annotated[
        Path | None, typer.Option(help="A head that was exported earlier: was anything cut off since?")
    ] = None,
    export: Annotated[Path | None, typer.Option(help="Write the present head to this file, if all is whole.")] = None,
) -> None:
    """Verify the chain of events, and replay it against the tables. Exit code 1 where something is found.

    Example: taizhang audit city.db --head city.head.json
    """
    known = None if head is None else exported_head(head)
    with existing(ledger) as opened:
        result = audit_of(opened, known)
    for finding in result.findings:
        write_text(f"✗ {finding.message}\n")
    if not result.whole:
        fail(f"{ledger}: {len(result.findings)} findings; the chain is whole up to event {result.number}")
    write_text(f"✓ {result.number} events, {result.rows} rows\nhead {result.number} {result.hash}\n")
    if export is not None:
        with naming_failures(export):
            export.write_text(json.dumps({"number": result.number, "hash": result.hash}) + "\n", encoding="utf-8")


def existing(ledger: str) -> Ledger:
    """Open a ledger that is there; a missing file is not made."""
    if "://" not in ledger and not Path(ledger).is_file():
        fail(f"{ledger}: no such ledger. Check the path.")
    with naming_failures(ledger):
        return Ledger(ledger)


def exported_head(path: Path) -> tuple[int, str]:
    """Number and hash in a head file, or as they stand on a paper: `12 ab34…`."""
    with naming_failures(path):
        words = path.read_text(encoding="utf-8").strip()
        try:
            if words.startswith("{"):
                found = json.loads(words)
                return int(found["number"]), str(found["hash"])
            number, last = words.split()[-2:]
            return int(number), last
        except (KeyError, ValueError, TypeError) as error:
            raise ValueError(f'{path}: no exported head; it holds {{"number": …, "hash": "…"}}') from error
