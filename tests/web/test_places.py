"""The pages over a panel: what they show of it, in every form, from a number to its sentence."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, expect

from taizhang.corpus import InProcess, build
from taizhang.corpus.opened import OpenPanel
from taizhang.exchange.scatter_chart import Point, scatter_chart
from taizhang.ledger import Ledger
from taizhang.web import create_app
from taizhang.web.pages.places_scatter import points_of
from tests.conftest import PROJECT
from tests.web.serving import served
from tests.web.whole_page import check_whole_page, follow_by_keyboard

EXAMPLE = PROJECT / "examples" / "corpus"
PAGES = (
    "/places?places=江苏",
    "/places?places=火星",
    "/places/year?year=2020",
    "/places/scatter",
    "/places/gaps",
    "/places/wording?code=all",
    "/places/coverage",
    "/places/sentences",
    "/places/sentences?q=就业",
    "/places/sentences?q=业",
)
TABLES = ("/places", "/places/year", "/places/scatter", "/places/gaps", "/places/wording", "/places/coverage")


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPanel]:
    folder = tmp_path_factory.mktemp("places") / "panel"
    build(EXAMPLE, folder, InProcess())
    with OpenPanel(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(panel: OpenPanel) -> TestClient:
    return TestClient(create_app(None, panel))


@pytest.fixture(scope="module")
def address(panel: OpenPanel) -> Iterator[str]:
    with served(None, panel) as found:
        yield found


def test_a_panel_alone_opens_on_its_places(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.url.path == "/places"
    assert 'href="/tasks"' not in answer.text


def test_years_show_levels_and_chosen_places(client: TestClient) -> None:
    data = client.get("/places.json?places=江苏").json()
    of = {(row["name"], row["year"]): row for row in data["rows"]}
    assert (of["全国", 2019]["target"], of["全国", 2019]["outcome"]) == (6.25, 6.1)
    assert of["江苏省", 2021]["target"] == 6.0
    page = client.get("/places?places=江苏").text
    assert "江苏省 2020 预期目标 6%" in page
    assert "江苏省 2020 结果 3.7%" in page


def test_an_unknown_place_is_named_and_kept(client: TestClient) -> None:
    page = client.get("/places?places=火星").text
    assert "不认识这些地名：火星" in page
    assert 'value="火星"' in page
    assert "这些地区没有这项数据：北京市" in client.get("/places?places=北京").text


def test_a_year_shows_target_wording_level_above_and_outcome(client: TestClient) -> None:
    (row,) = client.get("/places/year.json?code=cpi&year=2020&level=province").json()["rows"]
    assert (row["place"], row["firmness"], row["word"]) == ("江苏省", "soft", "左右")
    assert (row["upper_place"], row["upper_target"], row["gap"], row["verdict"]) == ("中国", 3.5, 0.0, "met")
    assert "说不设" not in client.get("/places/year?code=gdp&year=2020&level=province").text
    assert "明说不设目标" in client.get("/places/year?code=gdp&year=2020&level=nation").text


def test_a_number_leads_to_its_sentence(client: TestClient) -> None:
    page = client.get("/places/year?code=cpi&year=2020&level=province").text
    links = re.findall(r'href="(/places/reports/[0-9a-f]+\?at=\d+)#at"', page)
    assert len(links) == 2, "target and outcome"
    for link, said in zip(links, ("3.5%左右", "上涨2.5%"), strict=True):
        marked = re.search(r'id="at">(.*?)</span>', client.get(link).text)
        assert marked is not None
        assert said in marked[1]


def test_rows_that_do_not_fit_one_page_follow_on_the_next(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taizhang.web.pages.places_year.ROWS", 1)
    monkeypatch.setattr(
        OpenPanel,
        "ask",
        lambda self, name, **values: [row(code, target) for code, target in (("11", 5.0), ("12", None), ("13", 6.0))],
    )
    first = client.get("/places/year.json?sort=target").json()
    assert ([one["adcode"] for one in first["rows"]], first["next"]) == (["13"], "13")
    second = client.get("/places/year.json?sort=target&after=11").json()
    assert ([one["adcode"] for one in second["rows"]], second["next"]) == (["12"], None)


def row(adcode: str, target: float | None) -> dict[str, object]:
    from taizhang.web.pages.places_year import FIELDS, SOURCES

    return {**dict.fromkeys((*FIELDS, *SOURCES, "outcome_unit")), "adcode": adcode, "target": target}


def test_scatter_counts_what_was_met(client: TestClient) -> None:
    data = client.get("/places/scatter.json?code=gdp").json()
    assert {(row["place"], row["year"]): row["outcome"] for row in data["rows"]} == {
        ("中国", 2019): 6.1,
        ("江苏省", 2020): 3.7,
    }
    assert (data["points"], data["judged"], data["met"]) == (2, 2, 1)


def test_many_points_are_counted_on_a_grid(panel: OpenPanel) -> None:
    chosen = {
        "code": "gdp",
        "aspect": "growth",
        "unit": "%",
        "level": None,
        "within": None,
        "first": 2000,
        "last": 2030,
    }
    many = {"points": 100_000, "low": 3.0, "high": 7.0}
    points = points_of(panel, many, chosen)
    assert [(round(point.target), round(point.outcome), point.count) for point in points] == [(6, 4, 1), (6, 6, 1)]
    chart = scatter_chart("国内生产总值", [Point(6.0, 4.0, count=9), Point(6.0, 6.0, count=1)], "%", ("目标", "结果"))
    assert re.findall(r'r="([\d.]+)"', chart) == ["9.0", "3.0"]
    assert "6% → 4%：9" in chart


def test_gaps_count_places_above_level_and_below(client: TestClient) -> None:
    rows = client.get("/places/gaps.json?code=cpi").json()["rows"]
    assert [(row["year"], row["mean"], row["same"]) for row in rows if row["year"] == 2020] == [(2020, 0.0, 1)]


def test_wording_adds_up_to_one_each_year(client: TestClient) -> None:
    rows = client.get("/places/wording.json?code=all").json()["rows"]
    for year in {row["year"] for row in rows}:
        assert sum(row["share"] for row in rows if row["year"] == year) == pytest.approx(1)
    assert {"左右", "以上", "区间"} <= {row["word"] for row in rows}


def test_coverage_names_places_and_years(client: TestClient) -> None:
    data = client.get("/places/coverage.json").json()
    assert (data["reports"], data["places"]) == (5, 2)
    assert data["by_year"]["2020"] == {"nation": 1, "province": 1}


def test_sentences_are_found_by_level_and_short_words_refused(client: TestClient) -> None:
    everywhere = client.get("/places/sentences.json?q=就业").json()["hits"]
    nation = client.get("/places/sentences.json?q=就业&level=nation").json()["hits"]
    assert {hit["place"] for hit in everywhere} == {"中国", "江苏省"}
    assert {hit["place"] for hit in nation} == {"中国"}
    assert all("就业" in hit["text"] for hit in everywhere)
    assert "两个字以上" in client.get("/places/sentences?q=业").text


@pytest.mark.parametrize("path", TABLES)
def test_every_table_is_also_a_workbook_and_csv(client: TestClient, path: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{path}.xlsx?year=2020&code=cpi").content))
    lines = client.get(f"{path}.csv?year=2020&code=cpi").text.splitlines()
    assert book.worksheets[0].max_row == len(lines) > 1
    assert client.get(f"{path}.json?year=2020&code=cpi").status_code == 200


def test_a_report_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/places/reports/0123456789abcdef").status_code == 404


def test_a_ledger_offers_the_places_of_its_panel(panel: OpenPanel, ledger: Ledger) -> None:
    both, alone = TestClient(create_app(ledger, panel)), TestClient(create_app(ledger))
    assert 'href="/places"' in both.get("/").text
    assert 'href="/places"' not in alone.get("/").text
    assert alone.get("/places").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_the_screen_and_pass_axe(address: str, page: Page, path: str) -> None:
    check_whole_page(page, address + path)


def test_the_keyboard_alone_leads_from_a_search_to_the_sentence(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/places/sentences")
    page.keyboard.type("数据中心")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="支持绿色低碳项目")
    follow_by_keyboard(page, link)
    expect(page.locator("#at")).to_contain_text("数据中心")
    expect(page.locator("#at")).to_be_in_viewport()
    expect(page.locator("#at mark")).to_have_text("数据中心")
    page.close()


def test_a_panel_of_no_targets_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2020江苏省.txt").write_text(
        "政府工作报告\n各位代表：\n一、工作回顾\n去年工作很好。\n", encoding="utf-8"
    )
    build(tmp_path / "in", tmp_path / "panel", InProcess())
    with OpenPanel(tmp_path / "panel") as opened:
        client = TestClient(create_app(None, opened))
        for path in TABLES:
            assert client.get(path).status_code == 200, path
        assert "没有带数字的目标" in client.get("/places").text
