"""`taizhang serve` and `taizhang demo`: a ledger and its pages."""

from __future__ import annotations

import socket
import tempfile
import threading
import webbrowser
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

import taizhang
from taizhang.cli.failure import fail, naming_failures, write_text
from taizhang.ledger import Ledger
from taizhang.web import create_app

EXAMPLE = ("examples", "suzhou", "report.md")
LOOPBACK = "127.0.0.1"


def example_report() -> Path:
    """The example report: inside an installed package, else in the project's own folder."""
    installed = Path(str(files("taizhang").joinpath(*EXAMPLE)))
    return installed if installed.exists() else Path(taizhang.__file__).parents[2].joinpath(*EXAMPLE)


def demo(
    file: Annotated[Path | None, typer.Argument(help="A report; without one, Suzhou 2020.")] = None,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8017,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the example city, or any report, as a ledger in the browser; nothing is kept afterwards.

    Example: taizhang demo report.txt --port 8017
    """
    path = file or example_report()
    with naming_failures(path):
        reading = taizhang.read(path)
    with tempfile.TemporaryDirectory(prefix="taizhang-demo-") as folder, Ledger(Path(folder) / "demo.db") as ledger:
        with naming_failures(path):
            ledger.import_reading(reading, path.name)
        run(ledger, LOOPBACK, port, browser)


def serve(
    ledger: Annotated[str, typer.Argument(help="The ledger: a file, made if missing, or postgresql://…")],
    port: Annotated[int, typer.Option(help="Port.")] = 8017,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = False,
) -> None:
    """Serve a ledger and its pages on this machine.

    Example: taizhang serve city.db --port 8017
    """
    with naming_failures(ledger):
        opened = Ledger(ledger)
    with opened:
        run(opened, LOOPBACK, port, browser)


def run(ledger: Ledger, host: str, port: int, browser: bool) -> None:
    """Serve until interrupted; says the address, and opens the browser where there is one."""
    require_free(host, port)
    address = f"http://{host}:{port}/"
    write_text(f"Taizhang is at {address} (Ctrl+C ends it)\n")
    if browser:
        threading.Timer(1.0, webbrowser.open, (address,)).start()
    uvicorn.run(create_app(ledger), host=host, port=port, log_level="warning")


def require_free(host: str, port: int) -> None:
    """Leave with a message where another program has the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            fail(f"port {port} on {host}: {error.strerror}. Try --port {port + 1 if port < 65535 else 8017}.")
