"""`taizhang serve` and `taizhang demo`: a ledger and its pages."""

from __future__ import annotations

import socket
import tempfile
import threading
import webbrowser
from contextlib import ExitStack
from datetime import datetime
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
import uvicorn
from fastapi import FastAPI

import taizhang
from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.exchange import carry_out, read_work_log
from taizhang.ledger import Ledger
from taizhang.web import create_app

if TYPE_CHECKING:
    from taizhang.corpus.opened import OpenPanel

EXAMPLE = ("examples", "suzhou")
LOOPBACK = "127.0.0.1"


def example_file(name: str) -> Path:
    """A file of the example: inside an installed package, else in the project's own folder."""
    installed = Path(str(files("taizhang").joinpath(*EXAMPLE, name)))
    return installed if installed.exists() else Path(taizhang.__file__).parents[2].joinpath(*EXAMPLE, name)


def demo(
    file: Annotated[Path | None, typer.Argument(help="A report; without one, Suzhou 2020.")] = None,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8017,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the example city, or any report, as a ledger in the browser; nothing is kept afterwards.

    The example stands on 30 September 2020, with nine months of work made up for it; another report on today.

    Example: taizhang demo report.txt --port 8017
    """
    path = file or example_file("report.md")
    with naming_failures(path):
        reading = taizhang.read(path)
    with tempfile.TemporaryDirectory(prefix="taizhang-demo-") as folder, Ledger(Path(folder) / "demo.db") as ledger:
        with naming_failures(path):
            if file is None:
                ledger.clock = lambda: datetime(2020, 1, 10, 10, tzinfo=ledger.zone)
            ledger.import_reading(reading, path.name, original=path.read_bytes())
            if file is None:
                carry_out(ledger, read_work_log(example_file("work-2020.csv")))
        run(create_app(ledger), LOOPBACK, port, browser)


def serve(
    place: Annotated[
        str | None, typer.Argument(metavar="LEDGER", help="The ledger: a file, made if missing, or postgresql://…")
    ] = None,
    ledger: Annotated[str | None, typer.Option(help="The ledger, as an option.")] = None,
    panel: Annotated[Path | None, typer.Option(help="A panel of reports, to compare places with.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on; others than this machine need accounts.")] = LOOPBACK,
    port: Annotated[int, typer.Option(help="Port.")] = 8017,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = False,
) -> None:
    """Serve a ledger and its pages, on this machine or (with --host) to an office.

    Example: taizhang serve city.db --panel panel --port 8017
    """
    if (place is None) == (ledger is None):
        fail("name one ledger: taizhang serve city.db, or taizhang serve --ledger postgresql://…")
    named = place or ledger or ""
    with ExitStack() as held:
        reports = held.enter_context(open_panel(panel)) if panel else None
        with naming_failures(named):
            opened = held.enter_context(Ledger(named))
        if not is_loopback(host) and not opened.people.all():
            fail(
                f"{named} has no accounts, so whoever reaches {host} could change it. "
                f"Make one first: taizhang account {named} NAME"
            )
        run(create_app(opened, reports), host, port, browser)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def open_panel(folder: Path) -> OpenPanel:
    """The panel in a folder, its derived tables made where they are missing."""
    try:
        from taizhang.corpus import PanelError
        from taizhang.corpus.opened import OpenPanel
    except ImportError:
        fail("a panel needs DuckDB and Parquet. Install them with: pip install 'taizhang[corpus]'")
    with naming_failures(folder):
        try:
            return OpenPanel(folder)
        except PanelError as error:
            fail(str(error))


def run(app: FastAPI, host: str, port: int, browser: bool) -> None:
    """Serve until interrupted; says the address, and opens the browser where there is one."""
    require_free(host, port)
    address = f"http://{host}:{port}/"
    write_text(f"Taizhang is at {address} (Ctrl+C ends it)\n")
    if browser:
        threading.Timer(1.0, webbrowser.open, (address,)).start()
    uvicorn.run(app, host=host, port=port, log_level="warning")


def require_free(host: str, port: int) -> None:
    """Leave with a message where another program has the port."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            fail(f"port {port} on {host}: {error.strerror}. Try --port {port + 1 if port < 65535 else 8017}.")
