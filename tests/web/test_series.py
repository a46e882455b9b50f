"""The page of an indicator over the years."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

import taizhang
from taizhang.ledger import Ledger
from taizhang.web import create_app
from tests.fulfilment.pair import write_pair


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with Ledger(tmp_path / "ledger.db") as ledger:
        for file in write_pair(tmp_path):
            ledger.import_reading(taizhang.read(file), file.name, "测试")
        yield TestClient(create_app(ledger))


def test_the_chart_and_table_show_target_and_outcome(client: TestClient) -> None:
    page = client.get("/series?indicator=gdp").text
    assert "<svg" in page
    assert "目标：增长7%左右" in page
    assert "增长6.1%" in page


def test_levels_are_shown_apart_from_growth(client: TestClient) -> None:
    years = client.get("/series.json?indicator=jobs&aspect=value").json()["years"]
    year = next(one for one in years if one["year"] == 2018)
    assert (year["target"]["value"], year["outcomes"][0]["value"]) == (5000, 5600)


def test_the_table_is_also_a_workbook(client: TestClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get("/series.xlsx?indicator=gdp").content))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert ["2018", "增长7%左右", "增长6.1%", ""] in [[cell or "" for cell in row] for row in rows]


def test_targets_lead_to_their_series(client: TestClient) -> None:
    assert "indicator=gdp" in client.get("/targets").text


def test_an_unknown_indicator_is_not_found(client: TestClient) -> None:
    assert client.get("/series?indicator=happiness").status_code == 404


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.db") as ledger:
        assert TestClient(create_app(ledger)).get("/series").status_code == 200
