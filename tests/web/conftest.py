"""A server on a free port and a real browser; without chromium the tests that need it skip."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from taizhang.web import Shelf, create_app
from tests.readings import small_reading

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TODAY = date(2020, 7, 1)


def small_shelf() -> Shelf:
    shelf = Shelf()
    shelf.add(small_reading())
    return shelf


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(small_shelf(), today=lambda: TODAY))


@pytest.fixture
def empty() -> TestClient:
    return TestClient(create_app(Shelf(), today=lambda: TODAY))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = uvicorn.Server(
        uvicorn.Config(create_app(small_shelf(), today=lambda: TODAY), port=port, log_level="error")
    )
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not running.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("no chromium installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        yield launched
        launched.close()


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": request.param, "height": 844})
    yield opened
    opened.close()
