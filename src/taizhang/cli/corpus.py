"""`taizhang corpus`: a folder of reports to tables, the place-year panel, SQL and search."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from taizhang.cli.failure import fail, naming_failures, write_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from taizhang.corpus import Coverage, Engine, Summary, WordList

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
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", help="An existing Dask cluster: tcp://host:8786, or the scheduler's file."),
    ] = None,
) -> None:
    """Read a folder into tables. Example: taizhang corpus build reports --out panel"""
    from taizhang.corpus import PanelError, WorkerLostError, coverage
    from taizhang.corpus import build as build_panel

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with naming_failures(folder), Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("documents", total=None)
        try:
            summary = build_panel(
                folder, out, chosen(workers, cluster), lambda done, of: progress.update(bar, completed=done, total=of)
            )
        except (PanelError, WorkerLostError) as error:
            fail(str(error))
    with opened(out) as connection:
        covered = coverage(connection)
    show_summary(summary, covered, out)


def chosen(workers: int, cluster: str | None) -> Engine:
    """The engine that the options ask for."""
    from taizhang.corpus import Cluster, Cores, InProcess

    if cluster:
        return Cluster(cluster)
    count = workers or os.cpu_count() or 1
    return InProcess() if count == 1 else Cores(count)


def show_summary(summary: Summary, covered: Coverage, out: Path) -> None:
    """What was read, what it covers by year and by place, what went wrong."""
    console = Console()
    console.print(
        f"{summary.documents} documents ({summary.duplicates} the same bytes as another), {covered.reports} reports of "
        f"{covered.places} places, {covered.figures} figures. Read {summary.read} documents, {summary.kept} unchanged."
    )
    levels = ("nation", "province", "city", "county", "?")
    years = Table("year", *levels, title="Reports by year and level")
    for year, counts in covered.by_year.items():
        years.add_row(str(year), *(str(counts.get(level, "")) for level in levels))
    regions = Table("region", "places", "reports", "years", "missing", title="Reports by nation and province")
    for one in covered.regions:
        span = f"{one.first}-{one.last}"
        regions.add_row(one.name, str(one.places), str(one.reports), span, str(one.missing or ""))
    console.print(years)
    console.print(regions)
    if covered.missing:
        named = ", ".join(f"{place} {year}" for place, year in covered.missing[:20])
        console.print(f"No report between first and last year: {named}{' …' if len(covered.missing) > 20 else ''}")
    for kind, count in covered.problems.items():
        console.print(f"{kind}: {count} (see the table problems)")
    for ending, count in sorted(summary.passed.items()):
        console.print(
            f"passed over, no report: {count} files {ending or 'without ending'}", markup=False, soft_wrap=True
        )
    for error in summary.unlisted:
        console.print(f"not listed: {error}", markup=False, soft_wrap=True)
    console.print(
        f"Next: taizhang corpus panel {out} --out panel.csv, or taizhang corpus serve {out}",
        markup=False,
        soft_wrap=True,
    )


CODES = typer.Option("--codes", help="Catalogue codes with commas; see taizhang indicators.")
LISTS = typer.Option("--list", help="A word list, one word a line; repeatable.")


@app.command()
def panel(
    folder: PanelFolder,
    out: Annotated[Path, typer.Option("--out", help="File: .csv, .parquet, .dta (Stata) or .xlsx.")],
    codes: Annotated[str, CODES] = "",
    lists: Annotated[list[Path] | None, LISTS] = None,
    with_shares: Annotated[bool, typer.Option("--shares/--no-shares", help="Word shares read every sentence.")] = True,
) -> None:
    """Make the place-year table. Example: taizhang corpus panel panel --out targets.dta --codes gdp,cpi"""
    from taizhang.corpus import LABELS, share_labels, shares, write_panel
    from taizhang.corpus import panel as make_panel

    with opened(folder) as connection, naming_failures(out):
        words = lists_of(lists)
        frame = make_panel(connection, codes_of(codes))
        if with_shares:
            measured = shares(connection, words).drop(columns=["characters"])
            frame = frame.merge(measured, how="left", on="report")
        codebook = write_panel(frame, out, share_labels(words) | LABELS)
    Console().print(f"{len(frame)} rows in {out}; what its columns mean: {codebook}", markup=False, soft_wrap=True)


@app.command(name="shares")
def shares_of(
    folder: PanelFolder,
    out: Annotated[Path, typer.Option("--out", help="File: .csv, .parquet, .dta (Stata) or .xlsx.")],
    lists: Annotated[list[Path] | None, LISTS] = None,
    by_section: Annotated[bool, typer.Option("--by-section", help="A row for each part of a report.")] = False,
) -> None:
    """Word-list shares of every report. Example: taizhang corpus shares panel --out green.csv --list green.txt"""
    from taizhang.corpus import share_labels, shares, write_panel

    with opened(folder) as connection, naming_failures(out):
        words = lists_of(lists)
        frame = shares(connection, words, by_section)
        named = connection.execute("select report, adcode, place, level, year from reports").df()
        frame = named.merge(frame, how="right", on="report")
        codebook = write_panel(frame, out, share_labels(words) | {"place": "Place", "year": "Year of the report"})
    Console().print(f"{len(frame)} rows in {out}; what its columns mean: {codebook}", markup=False, soft_wrap=True)


@app.command()
def package(
    folder: PanelFolder,
    out: Annotated[Path, typer.Option("--out", help="Folder of the data package.")],
    codes: Annotated[str, CODES] = "",
    lists: Annotated[list[Path] | None, LISTS] = None,
    licence: Annotated[str, typer.Option(help="CC-BY-4.0, CC0-1.0 or ODC-BY-1.0.")] = "CC-BY-4.0",
) -> None:
    """Write a Frictionless data package to publish. Example: taizhang corpus package panel --out targets-package"""
    from taizhang.corpus import write_package

    with opened(folder) as connection, naming_failures(out):
        descriptor = write_package(connection, out, codes_of(codes), lists_of(lists), licence)
    Console().print(f"Written: {descriptor} and the tables beside it in {out / 'data'}", markup=False, soft_wrap=True)


@app.command()
def wording(
    folder: PanelFolder,
    code: Annotated[str, typer.Option(help="A catalogue code; without one, all indicators.")] = "",
    level: Annotated[str, typer.Option(help="nation, province, city or county; without one, all.")] = "",
) -> None:
    """With which words targets are stated, by year, as CSV. Example: taizhang corpus wording panel --code gdp"""
    from taizhang.corpus import wordings

    with opened(folder) as connection, naming_failures(folder):
        frame = wordings(connection, code or None, level or None)
    write_text(frame.to_csv(index=False))


@contextmanager
def opened(folder: Path) -> Iterator[DuckDBPyConnection]:
    """The panel in DuckDB; leaves with a message where there is none."""
    from taizhang.corpus import PanelError, connect

    try:
        connection = connect(folder)
    except PanelError as error:
        fail(str(error))
    with connection:
        yield connection


def codes_of(words: str) -> list[str]:
    """The codes in an option, or the default ones."""
    from taizhang.corpus import DEFAULT_CODES

    return [code.strip() for code in words.split(",") if code.strip()] or list(DEFAULT_CODES)


def lists_of(paths: list[Path] | None) -> tuple[WordList, ...]:
    """The word lists in files, or the supplied ones."""
    from taizhang.corpus import supplied, word_list

    return tuple(word_list(path) for path in paths or ()) or supplied()


@app.command()
def sql(
    folder: PanelFolder,
    query: Annotated[str, typer.Argument(help="SQL over reports, figures, targets, tasks, sentences …")],
) -> None:
    """Ask in SQL, answer as CSV. Example: taizhang corpus sql panel "select place, year, figures from reports" """
    import duckdb

    with opened(folder) as connection:
        try:
            answer = connection.execute(query).df()
        except duckdb.Error as error:
            fail(str(error))
    write_text(answer.to_csv(index=False))


@app.command()
def search(
    folder: PanelFolder,
    words: Annotated[str, typer.Argument(help="Words of two characters or more; with blanks, all in one sentence.")],
) -> None:
    """The first 50 sentences with a word. Example: taizhang corpus search panel 专精特新"""
    from taizhang.corpus import search as find

    with opened(folder) as connection, naming_failures(folder):
        hits = list(find(folder, words))
        asked = [hit.report for hit in hits]
        named = "select report, concat(place, ' ', year) from all_reports where report in (select unnest($1))"
        names = dict(connection.execute(named, [asked]).fetchall())
    table = Table("report", "sentence", show_lines=True)
    for hit in hits:
        sentence = Text(hit.text)
        sentence.highlight_words(words.split(), "bold")
        table.add_row(names.get(hit.report, hit.report), sentence)
    Console().print(table if hits else f"no sentence with {words}")


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
