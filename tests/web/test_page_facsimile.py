"""A record's page, as it is or drawn from the lines that were read from it, with the record framed."""

import hashlib
import io
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from taizhang.ledger import LedgerError, audit
from taizhang.model import Reading, Run, SourceMap
from taizhang.reading import UnreadableDocument
from taizhang.web import create_app, page_pictures
from taizhang.web.page_facsimile import facsimile
from tests.reading.conversions import as_ofd, as_office
from tests.readings import TEXT, small_reading
from tests.web.conftest import empty_ledger
from tests.web.forms import form_token

QUOTE = "1.93万亿元"


def paged() -> Reading:
    """The small reading as from a PDF: a page per sentence, each in the same box."""
    reading = small_reading()
    runs, at = [], 0
    for page, line in enumerate(TEXT.splitlines(keepends=True), 1):
        if line.strip():
            runs.append(Run(at, at + len(line.rstrip()), page, page, (90.0, 100.0, 490.0, 116.0)))
        at += len(line)
    sources = SourceMap(tuple(runs), ((595.0, 842.0),) * 9)
    return replace(reading, report=replace(reading.report, sources=sources))


def test_a_page_shows_its_lines_and_frames_the_record() -> None:
    report = paged().report
    start = TEXT.index(QUOTE)
    source = report.sources.place(start, start + len(QUOTE))
    drawn = facsimile(report, source.page or 0, source.box)
    assert drawn is not None
    shapes = [(shape.tag.rpartition("}")[2], shape) for shape in ElementTree.fromstring(drawn).iter()]
    assert [shape.text for tag, shape in shapes if tag == "text"] == ["预计地区生产总值1.93万亿元，增长6%。"]
    framed = [shape for tag, shape in shapes if tag == "rect"][-1]
    assert 90 < float(framed.get("x", 0)) < 490 - float(framed.get("width", 0))
    assert facsimile(report, 99) is None


def test_what_a_document_says_cannot_run_in_the_drawing() -> None:
    reading = paged()
    text = "<script>alert(1)</script>"
    report = replace(
        reading.report, text=text, sources=SourceMap((Run(0, len(text), 1, 1, (1, 1, 9, 9)),), ((10, 10),))
    )
    assert "<script>" not in (facsimile(report, 1) or "")


def test_the_panel_tells_page_and_paragraph_and_leads_to_the_drawing(tmp_path: Path) -> None:
    with empty_ledger(tmp_path) as ledger:
        ledger.import_reading(paged(), "suzhou.pdf", "测试")
        client = TestClient(create_app(ledger))
        start = TEXT.index(QUOTE)
        panel = client.get(f"/reports/1/records?at={start}").text
        address = f"/reports/1/pages/4.svg?start={start}&amp;end={start + len(QUOTE)}"
        assert "原文位置" in panel
        assert address in panel
        drawing = client.get(address.replace("&amp;", "&"))
        assert drawing.headers["content-type"].startswith("image/svg+xml")
        assert "stroke" in drawing.text
        assert client.get("/reports/1/pages/99.svg").status_code == 404


def test_an_uploaded_document_leads_to_the_page_of_each_figure(tmp_path: Path) -> None:
    text = (
        "2026年湖北省政府工作报告\n各位代表：\n一、2025年工作回顾\n地区生产总值6万亿元，增长5%。\n"
        "二、2026年重点工作\n新建公园10个。\n"
    )
    sent = as_ofd(text, tmp_path / "report.ofd").read_bytes()
    with empty_ledger(tmp_path) as ledger:
        client = TestClient(create_app(ledger))
        answer = client.post(
            "/reports", files={"file": ("report.ofd", sent)}, headers={"x-form-token": form_token(client, "/reports")}
        )
        assert answer.url.path == "/reports/1"
        (figure,) = (row for row in ledger.read_report(1).reading.figures if row.quote == "10个")
        panel = client.get(f"/reports/1/records?at={figure.start}").text
        assert f"/reports/1/pages/1.svg?start={figure.start}" in panel


def test_a_broken_upload_is_refused_with_its_reason(tmp_path: Path) -> None:
    with empty_ledger(tmp_path) as ledger:
        client = TestClient(create_app(ledger))
        token = {"x-form-token": form_token(client, "/reports")}
        answer = client.post("/reports", files={"file": ("report.pdf", b"%PDF-1.7 broken")}, headers=token)
        assert answer.status_code == 422
        assert "damaged" in answer.text
        assert ledger.reports() == ()


def test_a_page_of_a_kept_pdf_is_shown_as_it_is(tmp_path: Path) -> None:
    sent = as_office(TEXT, tmp_path, "pdf").read_bytes()
    with empty_ledger(tmp_path) as ledger:
        client = TestClient(create_app(ledger))
        answer = client.post(
            "/reports", files={"file": ("report.pdf", sent)}, headers={"x-form-token": form_token(client, "/reports")}
        )
        assert answer.url.path == "/reports/1"
        reading = ledger.read_report(1).reading
        figure = next(row for row in reading.figures if row.quote.replace(" ", "") == QUOTE)
        drawing = client.get(f"/reports/1/pages/1.svg?start={figure.start}&end={figure.end}")
        picture = re.search(r"base64,([^\"]+)", drawing.text)
        assert picture is not None
        with Image.open(io.BytesIO(b64decode(picture[1]))) as page:
            framed = reading.report.sources.place(figure.start, figure.end).box
            assert framed is not None
            scale = page.width / reading.report.sources.pages[0][0]
            around = page.convert("L").crop(tuple(round(edge * scale) for edge in framed))
        assert min(around.tobytes()) < 100  # there is ink where the frame stands
        assert "stroke" in drawing.text
        assert client.get("/reports/1/original").content == sent
        assert "/reports/1/original" in client.get(f"/reports/1/records?at={figure.start}").text
        assert audit(ledger).whole


def test_a_document_that_cannot_be_drawn_is_shown_by_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(data: bytes, name: str, page: int) -> bytes:
        raise UnreadableDocument(f"{name}: reading it takes too long")

    monkeypatch.setattr(page_pictures, "draw_apart", hangs)
    content = b"%PDF-1.7 of another make"
    reading = paged()
    reading = replace(reading, report=replace(reading.report, sha256=hashlib.sha256(content).hexdigest()))
    with empty_ledger(tmp_path) as ledger:
        ledger.import_reading(reading, "suzhou.pdf", "测试", content)
        drawn = TestClient(create_app(ledger)).get("/reports/1/pages/4.svg").text
        assert "<image" not in drawn
        assert "预计地区生产总值1.93万亿元" in drawn


def test_only_the_document_that_was_read_is_kept(tmp_path: Path) -> None:
    with empty_ledger(tmp_path) as ledger:
        with pytest.raises(LedgerError, match="not the document"):
            ledger.import_reading(paged(), "suzhou.pdf", "测试", b"%PDF-1.7 another")
        assert ledger.reports() == ()
        ledger.import_reading(paged(), "suzhou.txt", "测试", b"plain text is not kept")
        assert ledger.original(1) is None
        assert TestClient(create_app(ledger)).get("/reports/1/original").status_code == 404
