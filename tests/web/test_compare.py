"""The page that asks what became of last year's promises."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

import taizhang
from taizhang.ledger import Ledger
from taizhang.web import create_app
from tests.fulfilment.pair import write_pair
from tests.web.forms import form_token
from tests.web.serving import served

BEDS = "新增养老床位800张"


def ledger_with_pair(folder: Path) -> Ledger:
    ledger = Ledger(folder / "ledger.db")
    for file in write_pair(folder):
        ledger.import_reading(taizhang.read(file), file.name, "测试")
    return ledger


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with ledger_with_pair(tmp_path) as ledger:
        yield TestClient(create_app(ledger))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ledger_with_pair(tmp_path_factory.mktemp("compare")) as ledger, served(ledger) as where:
        yield where


def test_pairs_of_neighbouring_years_are_offered(client: TestClient) -> None:
    assert [(one["earlier"]["year"], one["later"]["year"]) for one in client.get("/compare.json").json()["pairs"]] == [
        (2018, 2019)
    ]
    assert 'href="/compare/1/2"' in client.get("/compare").text


def test_a_ledger_without_a_pair_says_what_to_do(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.db") as ledger:
        answer = TestClient(create_app(ledger)).get("/compare")
    assert "导入上一年或下一年的报告" in answer.text


def test_the_page_shows_promise_answer_verdict_and_reason(client: TestClient) -> None:
    page = client.get("/compare/1/2").text
    for words in (BEDS, "640张", "结果为640张，未到800张，相差160张，超出容差40张。", "数值降低"):
        assert words in page
    assert 'href="#p' in page
    assert 'href="#o' in page


def test_the_page_answers_in_english(client: TestClient) -> None:
    assert "Not mentioned" in client.get("/compare/1/2", params={"lang": "en"}).text


def test_rows_are_chosen_by_verdict(client: TestClient) -> None:
    page = client.get("/compare/1/2", params={"verdict": "silent"}).text
    table = page.split('class="kept-rows"')[1].split("</table>")[0]
    assert "建立困难家庭救助信息平台" in table
    assert BEDS not in table


def test_files_say_what_the_page_says(client: TestClient) -> None:
    promises = client.get("/compare/1/2.json").json()["promises"]
    assert next(one for one in promises if one["promise"]["quote"] == BEDS)["verdict"] == "missed"
    book = openpyxl.load_workbook(io.BytesIO(client.get("/compare/1/2.xlsx").content))
    assert any(BEDS in [cell.value for cell in row] for row in book["对照表"].iter_rows())
    table = Document(io.BytesIO(client.get("/compare/1/2.docx").content)).tables[0]
    assert any(BEDS in cell.text for cell in table._cells)
    assert BEDS in client.get("/compare/1/2.csv").content.decode("utf-8-sig")


def test_a_person_corrects_a_verdict(client: TestClient) -> None:
    promises = client.get("/compare/1/2.json").json()["promises"]
    parking = next(one for one in promises if "停放收费" in one["indicator"])["promise"]
    answer = client.post(
        "/compare/1/2",
        data={
            "start": parking["start"],
            "end": parking["end"],
            "verdict": "met",
            "words": "见公告",
            "form_token": form_token(client, "/compare/1/2"),
        },
        follow_redirects=False,
    )
    assert answer.status_code == 303
    after = client.get("/compare/1/2.json").json()["promises"]
    ruled = next(one for one in after if "停放收费" in one["indicator"])
    assert (ruled["verdict"], ruled["reason"]) == ("met", "经人工核定。（本机：见公告）")


@pytest.mark.parametrize("data", [{"start": 0, "end": 4, "verdict": "met"}, {"start": 1, "end": 2, "verdict": "x"}])
def test_a_ruling_out_of_form_changes_nothing(client: TestClient, data: dict[str, object]) -> None:
    token = {"form_token": form_token(client, "/compare/1/2")}
    assert client.post("/compare/1/2", data={**data, **token}).status_code == 409


@pytest.mark.parametrize("path", ["/compare/2/1", "/compare/1/1", "/compare/1/9"])
def test_what_is_no_pair_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_promise_is_followed_to_its_evidence_and_back(address: str, page: Page) -> None:
    page.goto(f"{address}/compare/1/2")
    page.locator(".kept-rows").get_by_role("link", name=BEDS).click()
    expect(page).to_have_url(re.compile(r"#p\d+$"))
    promise = page.locator(".kept-text").first.get_by_text(BEDS, exact=True)
    expect(promise).to_be_in_viewport()
    expect(promise).to_have_class(re.compile("chosen"))
    promise.click()
    expect(page).to_have_url(re.compile(r"#o\d+$"))
    evidence = page.locator(".kept-text").last.get_by_text("640张", exact=True)
    expect(evidence).to_be_in_viewport()
    expect(evidence).to_have_class(re.compile("chosen"))
    evidence.click()
    expect(page).to_have_url(re.compile(r"#p\d+$"))
    expect(promise).to_be_in_viewport()


def test_the_page_is_accessible(address: str, page: Page) -> None:
    page.goto(f"{address}/compare/1/2")
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found] == []
