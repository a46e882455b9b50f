"""The folder of a panel: where each file lies, and how it is written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from taizhang.corpus.bucket import BucketTables
from taizhang.corpus.tables import FILES

FORMAT = {"format": "taizhang panel", "version": 2}


class PanelError(Exception):
    """A folder that is no panel, or one without reports; the message says what to do."""


def open_folder(panel: Path) -> Path:
    """The panel's folder, made where it does not exist.

    Raises `PanelError` for a folder with other things in it or a panel of another format.
    """
    marker = panel / "panel.json"
    if marker.exists():
        check(panel)
    elif panel.exists() and any(panel.iterdir()):
        raise PanelError(f"{panel}: this folder holds other files; name a new one or a panel")
    for name in (*FILES, "buckets", "derived"):
        (panel / name).mkdir(parents=True, exist_ok=True)
    if not marker.exists():
        write(marker, json.dumps(FORMAT).encode())
    return panel


def check(panel: Path) -> None:
    """Raise `PanelError` where `panel` is no panel, or one of another version."""
    try:
        said = json.loads((panel / "panel.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PanelError(
            f"{panel}: no panel here; make one with: taizhang corpus build FOLDER --out {panel}"
        ) from error
    if said != FORMAT:
        raise PanelError(f"{panel}: a panel of another version of taizhang; build it anew in an empty folder")


def part(panel: Path, table: str, bucket: str) -> Path:
    """The file of one table, or of the search index, that a bucket fills."""
    return panel / table / f"{bucket}.{FILES[table]}"


def stamp(panel: Path, bucket: str) -> Path:
    """The file that holds the signature of a finished bucket; it is written last."""
    return panel / "buckets" / bucket


def stands(panel: Path, bucket: str, signature: str) -> bool:
    """Whether the bucket was read before, from the same documents by the same reader."""
    try:
        return stamp(panel, bucket).read_text() == signature
    except FileNotFoundError:
        return False


def put(panel: Path, tables: BucketTables) -> None:
    """Place a bucket's files; a break in the middle leaves it to be read again, never half a bucket taken for whole."""
    with suppress(FileNotFoundError):
        stamp(panel, tables.name).unlink()
    for table, data in tables.files.items():
        write(part(panel, table, tables.name), data)
    write(stamp(panel, tables.name), tables.signature.encode())


def remove_others(panel: Path, buckets: set[str]) -> bool:
    """Take away the buckets that the folder no longer fills, and what a broken write left; whether any was there."""
    gone = sorted({path.stem for table in FILES for path in (panel / table).iterdir()} - buckets)
    for bucket in gone:
        stamp(panel, bucket).unlink(missing_ok=True)
        for table in FILES:
            part(panel, table, bucket).unlink(missing_ok=True)
    for broken in panel.rglob(".part-*"):
        broken.unlink()
    return bool(gone)


def write(path: Path, data: bytes) -> None:
    """Write a whole file or none."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
