"""`taizhang backup` and `taizhang restore`: a copy of the ledger while it is in use, and a ledger out of a copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from taizhang.cli.audit import existing
from taizhang.cli.failure import naming_failures, write_text
from taizhang.ledger import backup as backup_of
from taizhang.ledger import restore as restore_of


def backup(
    ledger: Annotated[str, typer.Argument(help="The ledger: a file, or postgresql://…")],
    file: Annotated[Path, typer.Argument(help="The backup to write; must not exist.")],
    portable: Annotated[
        bool, typer.Option("--portable", help="One file that restores into SQLite or PostgreSQL.")
    ] = False,
) -> None:
    """Back a ledger up, also while it is being served.

    Example: taizhang backup city.db city-2020-06-30.db
    """
    with existing(ledger) as opened, naming_failures(file):
        number, last = backup_of(opened, file, portable)
    write_text(f"✓ {file}\nhead {number} {last}\n")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup of either kind.", exists=True, dir_okay=False)],
    ledger: Annotated[str, typer.Argument(help="A new file, or an empty database postgresql://…")],
) -> None:
    """Restore a backup into a new ledger, and audit it.

    Example: taizhang restore city-2020-06-30.db city.db
    """
    with naming_failures(file):
        number, last = restore_of(file, ledger)
    write_text(f"✓ {ledger}: restored and audited\nhead {number} {last}\n")
