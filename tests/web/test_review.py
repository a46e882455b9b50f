"""Doubtful records wait for a person, who accepts or drops them."""

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from taizhang.ledger import Ledger
from taizhang.web import create_app
from tests.readings import small_reading
from tests.web.forms import form_token


@pytest.mark.parametrize(("verdict", "left"), [("accept", 3), ("drop", 2)])
def test_a_doubtful_record_is_accepted_or_dropped(verdict: str, left: int, tmp_path: Path) -> None:
    reading = small_reading()
    doubtful = replace(reading.figures[2], sure="review", reason="看不出时期")
    reading = replace(reading, figures=(*reading.figures[:2], doubtful))
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.import_reading(reading, "r.md", "测试")
        client = TestClient(create_app(ledger), follow_redirects=False)
        page = client.get("/reports/1/review").text
        assert "看不出时期" in page
        sent = {"form_token": form_token(client, "/reports/1/review"), "table": "figures", "verdict": verdict}
        sent |= {"start": str(doubtful.start), "end": str(doubtful.end)}
        assert client.post("/reports/1/review", data=sent).status_code == 303
        assert "看不出时期" not in client.get("/reports/1/review").text
        figures = client.get("/api/v1/reports/1/figures").json()
        assert len(figures) == left
        assert all(figure["sure"] == "certain" for figure in figures)
        assert client.post("/reports/1/review", data={**sent, "start": "0"}).status_code == 422


def corrected(client: TestClient, back: str = "record", **fields: str) -> tuple[int, str]:
    """Send the form of the first figure, 1.93万亿元 of 地区生产总值, with these fields as typed."""
    figure = small_reading().figures[0]
    sent = {"form_token": form_token(client, "/reports"), "table": "figures", "verdict": "correct", "back": back}
    sent |= {"start": str(figure.start), "end": str(figure.end)}
    sent |= {f"set_{name}": typed for name, typed in fields.items()}
    answer = client.post("/reports/1/review", data=sent, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", answer.text)


def test_a_record_is_corrected_and_the_correction_outlives_a_new_reading(client: TestClient, ledger: Ledger) -> None:
    figure = small_reading().figures[0]
    page = client.get(f"/reports/1?at={figure.start}").text
    assert "更正" in page
    status, location = corrected(client, indicator="全市地区生产总值", value="1.94万亿", mode="actual")
    assert (status, location) == (303, f"/reports/1?at={figure.start}#at")
    row = client.get("/api/v1/reports/1/figures").json()[0]
    assert (row["indicator"], row["value"], row["mode"]) == ("全市地区生产总值", 1940000000000, "actual")
    again = small_reading()
    ledger.import_reading(replace(again, report=replace(again.report, sha256="0" * 64)), "suzhou.md", "测试")
    assert client.get("/api/v1/reports/1/figures").json()[0]["value"] == 1940000000000
    (kept,) = ledger.corrections(1)
    assert kept.quote == "1.93万亿元"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "nothing was changed"),
        ({"indicator": "地区生产总值", "value": "1930000000000"}, "nothing was changed"),
        ({"value": "很多"}, "value: a number is needed"),
        ({"bound": "大约"}, "bound"),
        ({"indicator": ""}, "indicator: is needed"),
    ],
)
def test_a_correction_out_of_form_changes_nothing(
    client: TestClient, ledger: Ledger, fields: dict[str, str], said: str
) -> None:
    before = ledger.head()
    status, text = corrected(client, **fields)
    assert status == 422
    assert said in text
    assert ledger.head() == before
