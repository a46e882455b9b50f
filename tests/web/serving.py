"""The application on a real port of this machine, for a real browser."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from taizhang.corpus.opened import OpenPanel
from taizhang.ledger import Ledger
from taizhang.web import create_app


@contextmanager
def served(ledger: Ledger | None, panel: OpenPanel | None = None) -> Iterator[str]:
    """The address at which the pages over a ledger, a panel or both answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = uvicorn.Server(uvicorn.Config(create_app(ledger, panel), port=port, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not running.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(10)
