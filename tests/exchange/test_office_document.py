"""The task table as a Word document."""

import io
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT

from taizhang.exchange.office_document import office_document
from taizhang.exchange.office_import import read_office_table
from taizhang.exchange.office_row import OfficeRow
from tests.office_suite import opened

ROWS = [
    OfficeRow("产业", "建成产业园二期", "", "2020年6月30日", "市工信局", "市财政局"),
    OfficeRow("产业", "新增高新技术企业200家", "高新技术企业200家", "2020年12月31日", "市科技局"),
    OfficeRow("民生", "新建幼儿园12所", "幼儿园12所", "2020年12月31日", "市教育局"),
]


def saved(rows: list[OfficeRow]) -> bytes:
    sink = io.BytesIO()
    office_document("某市2020年重点任务分解表", rows).save(sink)
    return sink.getvalue()


def test_the_document_reads_back_the_same() -> None:
    table = read_office_table(saved(ROWS), "table.docx", 2020)
    assert [(task.area, task.task, task.responsibility.lead) for task in table.tasks] == [
        ("产业", "建成产业园二期", ("市工信局",)),
        ("产业", "新增高新技术企业200家", ("市科技局",)),
        ("民生", "新建幼儿园12所", ("市教育局",)),
    ]
    assert table.problems == ()


def test_the_page_lies_across_and_the_header_repeats() -> None:
    document = Document(io.BytesIO(saved(ROWS)))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    assert "w:tblHeader" not in document.tables[0].rows[1]._tr.xml


def test_the_office_suite_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    path.write_bytes(saved(ROWS))
    assert "建成产业园二期" in opened(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
