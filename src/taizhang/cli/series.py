"""`taizhang series`: target and outcome of one indicator over the reports of a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import taizhang
from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.cli.read import grid
from taizhang.exchange.series_chart import series_chart
from taizhang.exchange.series_rows import SERIES_HEADINGS, series_record, series_rows
from taizhang.fulfilment import series as series_of
from taizhang.model import Aspect

ASPECTS: dict[str, Aspect] = {"growth": "growth", "value": "value", "change": "change"}


def series(
    indicator: Annotated[str, typer.Argument(help="A name or code of the catalogue: 地区生产总值, gdp.")],
    files: Annotated[list[Path], typer.Argument(help="The reports of one place, in any order.")],
    aspect: Annotated[str, typer.Option(help="growth, value or change.")] = "growth",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list and nothing else.")] = False,
    svg: Annotated[Path | None, typer.Option(help="Write the chart: targets as bands, outcomes as points.")] = None,
) -> None:
    """Show target and outcome of an indicator year by year, with what later reports revised.

    Example: taizhang series 地区生产总值 examples/suzhou/report.md examples/suzhou/report-2021.md --svg gdp.svg
    """
    if aspect not in ASPECTS:
        fail(f"--aspect {aspect}: choose one of {', '.join(ASPECTS)}")
    readings = []
    for file in files:
        with naming_failures(file):
            readings.append(taizhang.read(file))
    with naming_failures(indicator):
        years = series_of(readings, indicator, ASPECTS[aspect])
    if svg:
        with naming_failures(svg):
            svg.write_text(series_chart(indicator, years), encoding="utf-8")
    if as_json:
        write_text(json.dumps(series_record(years), ensure_ascii=False) + "\n")
        return
    made = grid(indicator, *SERIES_HEADINGS)
    for row in series_rows(years):
        made.add_row(*row)
    console = Console()
    console.print(made)
    if svg:
        console.print(f"Written: {svg}")
