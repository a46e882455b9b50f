"""What each format keeps: tables, numbers that Word counts, pages, boxes, and what surrounds the text."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.reading import conversions

import taizhang
from taizhang import reading
from taizhang.extraction.scan_doubts import doubted
from taizhang.model import Figure, Report, Run, SourceMap
from taizhang.model.stored import restore, store
from taizhang.reading import UnreadableDocument, formats, office_suite, scan

LINES = [
    "政府工作报告",
    "——2026年1月8日在湖北省第十四届人民代表大会第四次会议上",
    "省长 王某",
    "各位代表：",
    "一、2025年工作回顾",
    *[
        f"{'甲乙丙丁戊己庚辛壬癸'[i % 10]}{'子丑寅'[i // 10]}产业增加值增长{i + 1}%，坚持稳中求进，运行总体平稳有序。"
        for i in range(30)
    ],
    "二、2026年重点工作",
    "建成一条路，新建公园10个，新增学位2.35万个，完成投资1200亿元，改造老旧小区870个。",
]
TEXT = "\n".join(LINES)


def test_tables_of_a_word_document_keep_rows_and_cells(tmp_path: Path) -> None:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.add_paragraph("附件")
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("序号", "项目", "目标"), ("1", "新建公园", "10个")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "report.docx"
    document.save(str(path))
    for kind, file in (("docx", path), ("odt", conversions.opened(path, tmp_path, "odt"))):
        report = reading.read_report(file)
        assert "序号\t项目\t目标\n1\t新建公园\t10个\n" in report.text, kind
        at = report.text.rindex("10个")
        assert report.sources.place(at, at + 3).paragraph == len(LINES) + 3


def test_numbers_that_word_counts_are_written_out(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("建成一条路", "新建公园"):
        document.add_paragraph(text, style="List Number")
    path = tmp_path / "report.docx"
    document.save(str(path))
    assert reading.read_report(path).text == "1.建成一条路\n2.新建公园\n"


def test_a_page_keeps_what_surrounds_the_report_as_furniture(tmp_path: Path) -> None:
    report = reading.read_report(conversions.as_html(TEXT, tmp_path / "report.html"))
    assert (report.place, report.date, report.speaker) == ("湖北省", "2026-01-08", "王某")
    assert report.attachments == ("附件：指标表.pdf",)
    assert "1000亿元" not in report.text
    assert "2000亿元" not in report.text
    outside = "".join(report.text[start:end] for start, end in report.furniture)
    assert all(words in outside for words in ("首页", "当前位置", "【字体", "责任编辑", "主办单位"))
    assert reading.clean(report).text.startswith("政府工作报告")


def test_a_table_of_a_page_keeps_rows_and_a_table_for_layout_does_not() -> None:
    data = "<table><tr><th>项目</th><th>目标</th></tr><tr><td><p>公园</p></td><td>10个</td></tr></table>"
    body = "<p>各位代表：</p><p>一、2025年工作回顾</p>" + "<p>很好。</p>" * 120
    page = f"<html><body><table><tr><td>左栏</td><td>{body}{data}</td></tr></table>"
    text = reading.read_bytes(page.encode(), "page.html").text
    assert "一、2025年工作回顾\n很好。\n" in text
    assert text.endswith("项目\t目标\n公园\t10个\n")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return conversions.as_office(TEXT, tmp_path_factory.mktemp("pdf"), "pdf")


def test_figures_of_a_pdf_stand_in_their_boxes(pdf: Path) -> None:
    found = taizhang.read(pdf)
    pages = pypdfium2.PdfDocument(pdf)
    rows = [row for row in found.to_dict()["figures"] if "page" in row]
    assert len(rows) == len(found.figures) >= 34
    assert max(row["page"] for row in rows) >= 2
    for row in rows:
        left, top, right, bottom = row["box"]
        page = pages[row["page"] - 1]
        height = page.get_height()
        shown = page.get_textpage().get_text_bounded(left - 1, height - bottom, right + 1, height - top)
        assert row["quote"].replace(" ", "") in shown.replace(" ", ""), row
    assert found.to_dict()["report"]["pages"][0] == pytest.approx([612, 792], abs=30)


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    report = reading.read_report(conversions.as_ofd(TEXT, tmp_path / "report.ofd"))
    assert "公报" not in report.text
    assert "— 2 —" not in report.text
    assert [line for line in report.text.splitlines() if line] == LINES


def test_an_archive_of_reports_is_named_as_such(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "many.zip", "w") as file:
        file.writestr("a.txt", TEXT)
    with pytest.raises(UnreadableDocument, match="--out"):
        reading.read_report(tmp_path / "many.zip")


def test_older_formats_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_suite, "PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableDocument, match=r"apt-get install libreoffice.*\.docx"):
        formats.read_document(formats.COMPOUND + b"\x00" * 600, "report.wps")


def test_scans_say_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(scan, "engine", lambda: None)
    picture = tmp_path / "page.png"
    Image.new("L", (80, 80), 255).save(picture)
    with pytest.raises(UnreadableDocument, match=r"pip install 'taizhang\[ocr\]'"):
        formats.read_document(picture.read_bytes(), "page.png")


def test_a_scan_is_read_with_its_boxes_and_its_confidence(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="the extra taizhang[ocr] is not installed")
    fonts = sorted(Path("/usr/share/fonts").rglob("NotoS*CJK*.ttc"))
    if not fonts:
        pytest.skip("no Noto CJK font installed")
    picture = Image.new("L", (1400, 400), 255)
    font = ImageFont.truetype(str(fonts[0]), 44)
    for i, line in enumerate(("一、2026年重点工作", "地区生产总值增长5%左右，新建公园10个。")):
        ImageDraw.Draw(picture).text((120, 80 + 110 * i), line, 0, font)
    picture.save(tmp_path / "page.png")
    report = reading.read_report(tmp_path / "page.png")
    at = report.text.index("10个")
    source = report.sources.place(at, at + 3)
    assert source.page == 1
    assert source.box is not None
    left, top, right, bottom = source.box
    assert 700 < left < right < 1100
    assert 170 < top < bottom < 270
    assert 0.9 < (source.confidence or 0) <= 1


def test_records_on_poorly_recognized_lines_are_for_review() -> None:
    report = Report(
        text="增长5%。增长6%。", sha256="", sources=SourceMap((Run(0, 5, confidence=0.99), Run(5, 10, confidence=0.7)))
    )
    figures = [
        Figure(start, start + 2, quote, "产值", "growth", "%", "exact", "actual")
        for start, quote in ((2, "5%"), (7, "6%"))
    ]
    sure, doubtful = doubted(report, figures)
    assert (sure.sure, doubtful.sure) == ("certain", "review")
    assert "0.70" in (doubtful.reason or "")


def test_a_reading_of_a_pdf_survives_the_store(pdf: Path) -> None:
    found = taizhang.read(pdf)
    assert restore(store(found), found.report.text) == found
