"""`taizhang gaps`: targets of one year from level to level, with the gap in points and how firmly they are worded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

import taizhang
from taizhang.catalogue import find_place
from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.exchange.division_table import read_division
from taizhang.exchange.gap_rows import demands_of_division, firmness_words, gap_record
from taizhang.fulfilment.handed_down import Demand, Gap, demands_of
from taizhang.fulfilment.handed_down import gaps as gaps_of


def gaps(
    reports: Annotated[list[Path] | None, typer.Argument(help="Reports of several levels for one year.")] = None,
    division: Annotated[Path | None, typer.Option(help="A table of targets by district (.xlsx or .csv).")] = None,
    place: Annotated[str | None, typer.Option(help="Whose table it is, such as 苏州市.")] = None,
    year: Annotated[int | None, typer.Option(help="The table's year; else that of the reports.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list and nothing else.")] = False,
) -> None:
    """Compare the targets of nation, province, city and districts for one year.

    Example: taizhang gaps province.txt city.txt --division districts.xlsx --place 苏州市
    """
    found: list[Demand] = []
    for path in reports or []:
        with naming_failures(path):
            found += demands_of(taizhang.read(path))
    if division is not None:
        found += from_table(division, place, year or next((demand.year for demand in found), None))
    if not found:
        fail("nothing to compare. Name reports of several levels, or a table with --division and --place.")
    compared = gaps_of(found)
    if as_json:
        write_text(json.dumps([gap_record(gap) for gap in compared], ensure_ascii=False) + "\n")
        return
    Console().print(grid(compared))


def from_table(path: Path, place: str | None, year: int | None) -> tuple[Demand, ...]:
    """The demands of a division table."""
    if place is None:
        fail("--division needs --place: whose targets are split, such as --place 苏州市")
    known = find_place(place)
    if known is None:
        fail(f"--place {place}: no such province, city or county. Give its full name.")
    with naming_failures(path):
        return demands_of_division(read_division(path), known.name, known.level, year)


def grid(compared: tuple[Gap, ...]) -> Table:
    """A row per gap."""
    made = Table(title=f"层层加码 · {len(compared)}", title_justify="left")
    for column in ("指标", "上级", "上级目标", "本级", "本级目标", "高出（百分点）"):
        made.add_column(column, overflow="fold", no_wrap=column in ("上级", "本级"))
    for gap in compared:
        points = "–" if gap.points is None else f"{gap.points:+f}"
        made.add_row(gap.own.indicator, gap.above.place, side(gap.above), gap.own.place, side(gap.own), points)
    return made


def side(demand: Demand) -> str:
    """What one level demands, with how firmly it says so."""
    return f"{demand.words} {firmness_words(demand)}".strip()
