"""`taizhang benchmark`: how well reports that people annotated are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

import taizhang
from taizhang.cli.failure import naming_failures, write_text
from taizhang.extraction.scoring import Error, Scores, load_gold, score_reading


def benchmark(
    folders: Annotated[list[Path], typer.Argument(metavar="GOLD_DIR...", help="Gold folders, one report each.")],
    reports: Annotated[
        list[Path] | None, typer.Option(help="Folder of the source texts, if not `reports` beside the gold.")
    ] = None,
    errors: Annotated[int, typer.Option(help="Show the N worst errors with context.", min=0)] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Score the reader against annotated reports: each field, all together, and how doubt meets error.

    Example: taizhang benchmark gold/suzhou-2020 gold/hubei-2026 --errors 20
    """
    by_report: dict[str, Scores] = {}
    for folder in folders:
        with naming_failures(folder):
            gold = load_gold(folder, reports)
            by_report[gold.name] = score_reading(gold, taizhang.read(gold.text_path).to_dict())
    pooled = Scores()
    for scores in by_report.values():
        pooled.merge(scores)
    worst = sorted(pooled.errors, key=weight)[:errors]
    if as_json:
        write_text(json.dumps(as_object(pooled, by_report, worst), ensure_ascii=False) + "\n")
        return
    console = Console()
    console.print(score_table(pooled, by_report))
    console.print(doubt_line(pooled))
    if worst:
        console.print(error_table(worst))


def weight(error: Error) -> tuple[int, int]:
    """The worst first: invented and missed figures, then those with the most wrong fields, then the other records."""
    if error.kind in {"invented", "missed"}:
        return 0, 0
    if error.kind in {"headline", "milestones", "tasks"}:
        return 2, 0
    return 1, -error.kind.count(",")


def as_object(pooled: Scores, by_report: dict[str, Scores], worst: list[Error]) -> dict[str, Any]:
    """What --json prints: pooled scores, scores by report, doubt and errors."""
    return {
        "scores": pooled.rates(),
        "reports": {name: scores.rates() for name, scores in by_report.items()},
        "doubt": pooled.doubt.shares(),
        "errors": [
            {
                "report": error.report,
                "kind": error.kind,
                "context": error.context,
                "gold": error.gold,
                "predicted": error.predicted,
            }
            for error in worst
        ],
    }


def score_table(pooled: Scores, by_report: dict[str, Scores]) -> Table:
    """A row per measure, a column per report and one for all."""
    made = Table(title="F1 by measure", title_justify="left")
    made.add_column("measure", no_wrap=True)
    several = len(by_report) > 1
    for name in [*by_report, *(["all"] if several else [])]:
        made.add_column(name, justify="right")
    columns = [scores.rates() for scores in by_report.values()] + ([pooled.rates()] if several else [])
    for measure in pooled.rates():
        made.add_row(measure, *(f"{rates[measure]:.4f}" if measure in rates else "–" for rates in columns))
    return made


def doubt_line(pooled: Scores) -> str:
    """How many of the wrong figures are marked for review, and how many are marked at all."""
    doubt, shares = pooled.doubt, pooled.doubt.shares()
    return (
        f"marked for review: {doubt.marked} of {doubt.figures} figures ({shares['marked']:.1%}); "
        f"they hold {doubt.caught} of {doubt.wrong} wrong or invented ones ({shares['caught']:.1%})"
    )


def error_table(worst: list[Error]) -> Table:
    """The errors with their surroundings, gold beside reading."""
    made = Table(title="errors", title_justify="left")
    for column in ("report", "wrong", "context", "gold", "read"):
        made.add_column(column, overflow="fold")
    for error in worst:
        made.add_row(error.report, error.kind, error.context, fields(error, error.gold), fields(error, error.predicted))
    return made


def fields(error: Error, record: dict[str, Any] | None) -> str:
    """What of a record the error is about: the failed fields, or the record's own words."""
    if record is None:
        return "–"
    wanted = [name for name in error.kind.split(",") if name in record] or ["quote", "indicator", "title"]
    if "value" in error.kind.split(","):
        wanted += ["low", "high", "unit"]
    return " ".join(str(record[name]) for name in wanted if record.get(name) not in (None, ""))
