"""`taizhang compare`: two reports of one place, and what became of the promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

import taizhang
from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.cli.read import grid
from taizhang.exchange import (
    ATTAINMENT_COLUMNS,
    attainment_document,
    attainment_record,
    attainment_rows,
    attainment_title,
    attainment_workbook,
    change_rows,
    comparison_document,
    comparison_page,
    comparison_record,
    comparison_title,
    comparison_workbook,
    entered_outcome,
    read_observations,
    result_rows,
    verdict_counts,
)
from taizhang.exchange.verdict_words import VERDICTS
from taizhang.fulfilment import attainments
from taizhang.model import Comparison, Observation, Reading


def compare(
    earlier: Annotated[Path, typer.Argument(help="The report whose promises are looked up.")],
    later: Annotated[Path | None, typer.Argument(help="The report of the year after, which answers for them.")] = None,
    observations: Annotated[
        Path | None, typer.Option(help="Judge the listed targets by a table (CSV, Excel) of what statistics measured.")
    ] = None,
    outcome: Annotated[
        list[str] | None,
        typer.Option(help="Judge a listed target by an outcome entered here: INDICATOR=VALUE@SOURCE; repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    xlsx: Annotated[Path | None, typer.Option(help="Write the table of promises and results to Excel.")] = None,
    docx: Annotated[Path | None, typer.Option(help="Write the table for the congress (对照表) to Word.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write one page with both texts side by side.")] = None,
) -> None:
    """Compare two years: every promise of the first report, what the second says of it, and the verdict.

    Example: taizhang compare examples/suzhou/report.md examples/suzhou/report-2021.md --docx 对照表.docx

    Example: taizhang compare examples/suzhou/report.md --observations examples/suzhou/outcomes-2020.csv

    Example: taizhang compare examples/suzhou/report.md --outcome 地区生产总值=增长3.4%@统计公报
    """
    if (later is None) == (observations is None and not outcome):
        fail(
            "name either the report of the year after, or what was measured: a table (--observations) or single "
            "values (--outcome)"
        )
    with naming_failures(earlier):
        first = taizhang.read(earlier)
    if later is None:
        if html:
            fail("--html shows two reports side by side; with what was measured use --xlsx or --docx")
        judge_targets(earlier, first, measured(first, observations, outcome or []), as_json, xlsx, docx)
        return
    with naming_failures(later):
        last = taizhang.read(later)
    with naming_failures(f"{earlier} and {later}"):
        comparison = taizhang.compare(first, last)
    write_files(comparison, xlsx, docx, html)
    if as_json:
        write_text(json.dumps(comparison_record(comparison), ensure_ascii=False) + "\n")
        return
    console = Console()
    console.print(counts_table(comparison))
    console.print(results_table(comparison))
    console.print(changes_table(comparison))
    say_written(console, xlsx, docx, html)


def measured(reading: Reading, observations: Path | None, outcomes: list[str]) -> list[Observation]:
    """What was measured: the rows of the table, and the values entered by hand, which count first."""
    found = []
    for words in outcomes:
        with naming_failures(words):
            found.append(entered_outcome(words, reading.report.year or 0))
    if observations:
        with naming_failures(observations):
            found += read_observations(observations)
    return found


def judge_targets(
    file: Path, reading: Reading, seen: list[Observation], as_json: bool, xlsx: Path | None, docx: Path | None
) -> None:
    """Judge the listed targets by what was measured."""
    with naming_failures(file):
        found = attainments(reading, seen)
    if xlsx:
        with naming_failures(xlsx):
            attainment_workbook(reading.report, found).save(xlsx)
    if docx:
        with naming_failures(docx):
            attainment_document(reading.report, found).save(str(docx))
    if as_json:
        write_text(json.dumps({"targets": [attainment_record(one) for one in found]}, ensure_ascii=False) + "\n")
        return
    console = Console()
    made = grid(attainment_title(reading.report), *(column.heading for column in ATTAINMENT_COLUMNS))
    for number, row in enumerate(attainment_rows(found), 1):
        made.add_row(*(str(column.of(number, row)) for column in ATTAINMENT_COLUMNS))
    console.print(made)
    say_written(console, xlsx, docx)


def say_written(console: Console, *files: Path | None) -> None:
    """Name the files that were written."""
    for written in filter(None, files):
        console.print(f"Written: {written}")


def write_files(comparison: Comparison, xlsx: Path | None, docx: Path | None, html: Path | None) -> None:
    """Write the files that were asked for."""
    if xlsx:
        with naming_failures(xlsx):
            comparison_workbook(comparison).save(xlsx)
    if docx:
        with naming_failures(docx):
            comparison_document(comparison).save(str(docx))
    if html:
        with naming_failures(html):
            html.write_text(comparison_page(comparison), encoding="utf-8")


def counts_table(comparison: Comparison) -> Table:
    """Verdicts counted by area."""
    made = grid(comparison_title(comparison), "领域", *VERDICTS.values())
    for area, counts in verdict_counts(comparison).items():
        made.add_row(area, *(str(number) if number else "" for number in counts.values()))
    return made


def results_table(comparison: Comparison) -> Table:
    """Every promise that the next report speaks of, and the listed targets in any case."""
    made = grid("承诺与结果", "上年承诺", "完成情况", "是否完成", "说明")
    for row, one in zip(result_rows(comparison), comparison.fulfilments, strict=True):
        if one.outcome or one.promise.kind == "headline":
            made.add_row(row.promise, row.result, row.verdict, row.why)
    return made


def changes_table(comparison: Comparison) -> Table:
    """Promises changed, repeated, dropped or new."""
    made = grid("承诺的变化", "变化", "指标或事项", "上年", "今年")
    for row in change_rows(comparison):
        made.add_row(row.area, row.indicator, row.before, row.after)
    return made
