"""The office's year by the keyboard alone: assign on the desk, report as a unit, look at a past day's lights."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from taizhang.ledger import Ledger
from tests.web.conftest import small_ledger
from tests.web.serving import served

MOST_STEPS = 80


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(MOST_STEPS):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()


def assign_a_suggestion(page: Page, server: str) -> None:
    page.goto(f"{server}/tasks/suggestions")
    tick = page.get_by_role("checkbox").first
    reach(page, tick)
    if not tick.is_checked():
        page.keyboard.press("Space")
    reach(page, page.get_by_label("牵头单位 1"))
    page.keyboard.press("Control+A")
    page.keyboard.type("市体育局")
    reach(page, page.get_by_role("button", name="分配所选"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("都有了牵头单位")).to_be_visible()


def report_as_a_unit(page: Page, server: str) -> None:
    page.goto(f"{server}/my?unit=市体育局")
    reach(page, page.get_by_label("完成数值").first)
    page.keyboard.type("120公里")
    reach(page, page.get_by_role("button", name="报送以上所填"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("120公里").first).to_be_visible()


def accept_and_look(page: Page, server: str) -> None:
    page.goto(f"{server}/inbox")
    reach(page, page.get_by_role("button", name="通过").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}/tasks/1#progress")
    page.goto(f"{server}/lights?day=2020-07-01")
    rules = page.get_by_label("规则")
    reach(page, rules)
    chosen = rules.input_value()
    page.keyboard.press("ArrowDown")
    assert rules.input_value() != chosen
    reach(page, page.get_by_role("button", name="查看"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"rules=\w+"))
    assert f"rules={chosen}" not in page.url


def test_assign_report_accept_and_look(page: Page, tmp_path: Path) -> None:
    ledger: Ledger = small_ledger(tmp_path)
    with ledger, served(ledger) as server:
        assign_a_suggestion(page, server)
        report_as_a_unit(page, server)
        accept_and_look(page, server)
        assert ledger.task(1).lead == ("市体育局",)
        (report,) = ledger.progress.of(1)
        assert (report.value, report.state) == (120, "accepted")
