"""`taizhang corpus`: a folder of reports to tables, the place-year panel, SQL and search."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from taizhang.cli.failure import fail, naming_failures, write_text

if TYPE_CHECKING:
    from taizhang.corpus import Coverage, Engine, Summary

app = typer.Typer(help="Many reports at once (needs the extra taizhang\\[corpus]).", no_args_is_help=True)

PanelFolder = Annotated[Path, typer.Argument(help="The panel that `corpus build` made.")]


@app.callback()
def needs_extra() -> None:
    """Many reports at once."""
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError:
        fail("this command needs DuckDB and Parquet. Install them with: pip install 'taizhang[corpus]'")


@app.command()
def build(
    folder: Annotated[Path, typer.Argument(help="Folder of reports: files, zips, CSV or JSONL with a text column.")],
    out: Annotated[Path, typer.Option("--out", help="Folder of the panel, made or brought up to date.")],
    workers: Annotated[int, typer.Option("--workers", min=0, help="Processes; 0 for all cores.")] = 0,
    cluster: Annotated[str | None, typer.Option("--cluster", help="An existing Dask cluster: tcp://host:8786.")] = None,
) -> None:
    """Read a folder into tables. Example: taizhang corpus build reports --out panel"""
    from taizhang.corpus import PanelError, WorkerLostError, connect, coverage
    from taizhang.corpus import build as build_panel

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with naming_failures(folder), Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("buckets", total=None)
        try:
            summary = build_panel(
                folder, out, chosen(workers, cluster), lambda done, of: progress.update(bar, completed=done, total=of)
            )
        except (PanelError, WorkerLostError) as error:
            fail(str(error))
    show_summary(summary, coverage(connect(out)), out)


def chosen(workers: int, cluster: str | None) -> Engine:
    """The engine that the options ask for."""
    from taizhang.corpus import Cluster, Cores, InProcess

    if cluster:
        return Cluster(cluster)
    count = workers or os.cpu_count() or 1
    return InProcess() if count == 1 else Cores(count)


def show_summary(summary: Summary, covered: Coverage, out: Path) -> None:
    """What was read, what it covers, what went wrong."""
    console = Console()
    console.print(
        f"{summary.documents} documents ({summary.duplicates} the same bytes as another), {covered.reports} reports of "
        f"{covered.places} places, {covered.figures} figures. Read {summary.read} of {summary.buckets} buckets, "
        f"{summary.kept} unchanged."
    )
    levels = ("nation", "province", "city", "county", "?")
    table = Table("year", *levels, title="Reports by year and level")
    for year, counts in covered.by_year.items():
        table.add_row(str(year), *(str(counts.get(level, "")) for level in levels))
    console.print(table)
    if covered.missing:
        named = ", ".join(f"{place} {year}" for place, year in covered.missing[:20])
        console.print(f"No report between first and last year: {named}{' …' if len(covered.missing) > 20 else ''}")
    for kind, count in covered.problems.items():
        console.print(f"{kind}: {count} (see the table problems)")
    for error in summary.unlisted:
        console.print(f"not listed: {error}", markup=False)
    console.print(f"Next: taizhang corpus panel {out} --out panel.csv")


@app.command()
def panel(
    folder: PanelFolder,
    out: Annotated[Path, typer.Option("--out", help="File: .csv, .parquet, .dta (Stata) or .xlsx.")],
    codes: Annotated[str, typer.Option("--codes", help="Catalogue codes with commas; see taizhang indicators.")] = "",
    lists: Annotated[
        list[Path] | None, typer.Option("--list", help="A word list, one word a line; repeatable.")
    ] = None,
) -> None:
    """Make the place-year table. Example: taizhang corpus panel panel --out targets.dta --codes gdp,cpi"""
    from taizhang.corpus import DEFAULT_CODES, connect, shares, supplied, word_list, write_panel
    from taizhang.corpus import panel as make_panel

    with naming_failures(out):
        connection = connect(folder)
        frame = make_panel(connection, [code.strip() for code in codes.split(",") if code.strip()] or DEFAULT_CODES)
        words = tuple(word_list(path) for path in lists or ()) or supplied()
        measured = shares(connection, words).drop(columns=["characters"])
        frame = frame.merge(measured, how="left", on="report")
        codebook = write_panel(frame, out)
    Console().print(f"{len(frame)} rows in {out}; what its columns mean: {codebook}")


@app.command()
def sql(
    folder: PanelFolder,
    query: Annotated[str, typer.Argument(help="SQL over reports, figures, targets, tasks, sentences …")],
) -> None:
    """Ask in SQL, answer as CSV. Example: taizhang corpus sql panel "select place, year, figures from reports" """
    import duckdb

    from taizhang.corpus import connect

    with naming_failures(folder):
        try:
            answer = connect(folder).execute(query).df()
        except duckdb.Error as error:
            fail(str(error))
    write_text(answer.to_csv(index=False))


@app.command()
def search(
    folder: PanelFolder,
    word: Annotated[str, typer.Argument(help="A word of two characters or more.")],
) -> None:
    """The first 50 sentences with a word. Example: taizhang corpus search panel 专精特新"""
    from taizhang.corpus import connect
    from taizhang.corpus import search as find

    with naming_failures(folder):
        names = dict(connect(folder).execute("select report, concat(place, ' ', year) from all_reports").fetchall())
        hits = list(find(folder, word))
    table = Table("report", "sentence", show_lines=True)
    for hit in hits:
        table.add_row(names.get(hit.report, hit.report), hit.text.replace(word, f"[bold]{word}[/bold]"))
    Console().print(table if hits else f"no sentence with {word}")


@app.command()
def serve(
    folder: PanelFolder,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8017,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Compare places and years in the browser. Example: taizhang corpus serve panel --port 8017"""
    from taizhang.cli.serve import LOOPBACK, open_panel, run
    from taizhang.web import create_app

    with open_panel(folder) as panel:
        run(create_app(None, panel), LOOPBACK, port, browser)
