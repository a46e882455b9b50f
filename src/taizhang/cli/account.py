"""`taizhang account`: open an account, or set its password, where nobody can log in yet or any more."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from taizhang.cli.audit import existing
from taizhang.cli.failure import naming_failures, write_text


def account(
    ledger: Annotated[str, typer.Argument(help="The ledger: a file, or postgresql://…")],
    name: Annotated[str, typer.Argument(help="The name to log in with.")],
    role: Annotated[
        Literal["administrator", "office", "reporter", "leader"], typer.Option(help="What the account may do.")
    ] = "administrator",
    unit: Annotated[str | None, typer.Option(help="The unit that a reporter reports for.")] = None,
) -> None:
    """Open an account, or set the password of the one with this name; the password is asked for.

    Example: taizhang account city.db 王芳 --role administrator
    """
    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    actor = getpass.getuser()
    with existing(ledger) as opened, naming_failures(ledger):
        known = next((user for user in opened.people.all() if user.name == name), None)
        if known is None:
            opened.people.add(name, password, role, actor, unit)
        else:
            opened.people.set_password(known.id, password, actor)
    write_text(f"✓ {name}: {'the account is open' if known is None else 'the password is set'}\n")
