"""A server on a free port and a real browser; without chromium the tests that need it skip."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from taizhang.ledger import Ledger
from taizhang.web import create_app
from tests.readings import small_reading
from tests.web.serving import served

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
NOW = datetime(2020, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def empty_ledger(folder: Path) -> Ledger:
    return Ledger(folder / "ledger.db", clock=lambda: NOW)


def small_ledger(folder: Path) -> Ledger:
    ledger = empty_ledger(folder)
    ledger.import_reading(small_reading(), "suzhou.md", "测试")
    ledger.edit_task(2, {"lead": ["市交通运输局"]}, "测试")
    return ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with small_ledger(tmp_path) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return TestClient(create_app(ledger))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    with empty_ledger(tmp_path) as opened:
        yield TestClient(create_app(opened))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with small_ledger(tmp_path_factory.mktemp("server")) as opened, served(opened) as address:
        yield address


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
