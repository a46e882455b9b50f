"""The page of an uploaded document in a real browser: its picture with the record framed."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.reading.conversions import as_office
from tests.web.conftest import empty_ledger
from tests.web.serving import served
from tests.web.whole_page import check_whole_page

REPORT = Path(__file__).parents[2] / "examples" / "suzhou" / "report.md"
# Pixels of the shown page that the frame's red must have at least: a figure is framed by
# some forty pixels in width and eight in height.
FRAMED = 60
# By how much of 255 the frame is redder than it is green and blue; the page is black on white.
REDDER = 60


def test_an_uploaded_pdf_shows_the_page_of_a_figure(page: Page, tmp_path: Path) -> None:
    sent = as_office(REPORT.read_text(encoding="utf-8"), tmp_path, "pdf")
    with empty_ledger(tmp_path) as ledger, served(ledger) as server:
        page.goto(f"{server}/reports")
        page.locator("input[type=file]").set_input_files(sent)
        page.get_by_role("button", name="上传").click()
        expect(page).to_have_url(f"{server}/reports/1")
        figure = next(row for row in ledger.read_report(1).reading.figures if row.aspect == "value")
        address = f"{server}/reports/1?at={figure.start}"
        check_whole_page(page, address)
        shown = page.locator("#record .source img")
        expect(shown).to_be_visible()
        shown.scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('#record .source img').naturalWidth > 0")
        picture = tmp_path / "page.png"
        shown.screenshot(path=picture)
        assert red_pixels(picture) >= FRAMED


def red_pixels(picture: Path) -> int:
    """How many pixels have the colour of the frame."""
    with Image.open(picture) as image:
        colours = image.convert("RGB").tobytes()
    return sum(
        red > green + REDDER and red > blue + REDDER
        for red, green, blue in zip(colours[::3], colours[1::3], colours[2::3], strict=True)
    )
