"""The `taizhang` command and the verbs it gathers."""

from __future__ import annotations

import typer

from taizhang.cli.account import account
from taizhang.cli.audit import audit
from taizhang.cli.backup import backup, restore
from taizhang.cli.benchmark import benchmark
from taizhang.cli.compare import compare
from taizhang.cli.corpus import app as corpus
from taizhang.cli.gaps import gaps
from taizhang.cli.indicators import indicators
from taizhang.cli.read import read
from taizhang.cli.series import series
from taizhang.cli.serve import demo, serve

app = typer.Typer(
    help="Taizhang 台账: a living ledger of Chinese government work reports.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.command()(read)
app.command()(serve)
app.command()(compare)
app.command()(series)
app.command()(demo)
app.command()(benchmark)
app.command()(indicators)
app.command()(gaps)
app.command()(audit)
app.command()(account)
app.command()(backup)
app.command()(restore)
app.add_typer(corpus, name="corpus")


@app.callback()
def about() -> None:
    """Each verb has its own --help with an example."""


def main() -> None:
    """Entry point of the console script."""
    app()
