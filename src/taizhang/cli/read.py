"""`taizhang read`: a report to tables, JSON or files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

import taizhang


def read(
    file: Annotated[Path, typer.Argument(help="The report.", exists=True, dir_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Read a report. Example: taizhang read report.txt --json"""
    reading = taizhang.read(file)
    if as_json:
        typer.echo(json.dumps(reading.to_dict(), ensure_ascii=False))
        return
    typer.echo(f"{reading.report.title}: {len(reading.figures)} figures, {len(reading.tasks)} tasks")
