import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.office_suite import opened
from tests.web.whole_page import check_whole_page, follow_by_keyboard

PAGES = [
    "/lights",
    "/livelihood",
    "/projects",
    "/my",
    "/inbox",
    "/conflicts",
    "/tasks/add",
    "/tasks/import",
    "/tasks/suggestions",
    "/tasks/2",
    "/admin",
    "/",
    "/reports",
    "/reports/1?at=40",
    "/reports/1/review",
    "/targets",
    "/tasks",
    "/tasks/1",
    "/search?q=健身",
    "/style",
]


def test_a_click_on_a_figure_shows_its_record(server: str, page: Page) -> None:
    page.goto(f"{server}/reports/1")
    page.get_by_role("link", name="1.93万亿元").click()
    record = page.locator("#record")
    expect(record.get_by_role("heading", name="地区生产总值")).to_be_visible()
    expect(record).to_contain_text("1930000000000 元")
    expect(page).to_have_url(re.compile(r"at=\d+"))


def test_keys_walk_through_the_figures(server: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{server}/reports/1")
    page.keyboard.press("j")
    expect(page.locator("#record h2")).to_have_text("地区生产总值")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#record h2").first).to_have_text("固定资产投资")
    page.keyboard.press("k")
    expect(page.locator("#record .big")).to_contain_text("增长6%")
    page.close()


def test_tasks_are_filtered_and_downloaded(server: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{server}/tasks")
    page.get_by_label("关键词").fill("快速路")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr:not(.group)")).to_have_count(1)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Excel").click()
    file = tmp_path / "tasks.xlsx"
    downloading.value.save_as(file)
    assert openpyxl.load_workbook(file).worksheets[0]["C3"].value == "南湖快速路建成通车。"
    assert "南湖快速路建成通车。" in opened(file, tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_the_screen_and_pass_axe(server: str, page: Page, path: str) -> None:
    check_whole_page(page, server + path)


def test_the_keyboard_alone_reaches_a_task(server: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{server}/tasks")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    link = page.get_by_role("link", name="新建健身步道200公里。")
    follow_by_keyboard(page, link)
    expect(page).to_have_url(re.compile(r"/tasks/1"))
    page.close()
