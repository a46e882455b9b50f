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
