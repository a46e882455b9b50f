"""The `taizhang` command and the verbs it gathers; each verb is loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# Verb → module of this folder that holds a function of that name (or, with verbs of its own, `app`).
VERBS = {
    "read": "read",
    "serve": "serve",
    "compare": "compare",
    "series": "series",
    "demo": "serve",
    "benchmark": "benchmark",
    "indicators": "indicators",
    "gaps": "gaps",
    "audit": "audit",
    "account": "account",
    "backup": "backup",
    "restore": "backup",
    "corpus": "corpus",
}


class Verbs(TyperGroup):
    """The verbs by name: reading a report need not wait for the database and the web server."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs in the order of the help page."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a verb, or none for a word that is no verb."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"taizhang.cli.{VERBS[cmd_name]}")
        verb = getattr(module, "app", None)
        if verb is None:
            verb = typer.Typer(add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False)
            verb.command()(getattr(module, cmd_name))
        command = typer.main.get_command(verb)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=Verbs,
    help="Taizhang 台账: a living ledger of Chinese government work reports.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


@app.callback()
def about() -> None:
    """Each verb has its own --help with an example."""


def main() -> None:
    """Entry point of the console script."""
    app()
