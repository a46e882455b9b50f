"""Forms of hand-filled tables, and files that must not be opened."""

import io
import zipfile
from datetime import date, datetime

import pytest

from taizhang.exchange import office_document, office_title, office_workbook, read_office_table, rows_of_reading
from taizhang.exchange.office_import import OfficeTableError
from tests.exchange.test_office_import import workbook
from tests.readings import small_reading


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_our_own_table_reads_back_the_same(kind: str) -> None:
    rows, sink = rows_of_reading(small_reading()), io.BytesIO()
    make = office_workbook if kind == "xlsx" else office_document
    make(office_title("苏州市", 2020), rows).save(sink)
    table = read_office_table(sink.getvalue(), f"t.{kind}", 2020)
    assert table.problems == ()
    assert [(task.area, task.task, task.fields.get("goals", "")) for task in table.tasks] == [
        (row.area, row.task, row.goals) for row in rows
    ]
    due = [task.due.due for task in table.tasks if task.due]
    assert due == [date(2020, 12, 31), date(2020, 12, 31), date(2020, 6, 30)]
    assert table.tasks[2].responsibility.lead == ("市交通运输局",)


def test_a_row_across_the_table_names_the_area_of_those_below() -> None:
    data = workbook(
        [
            ["序号", "工作任务", "责任单位", "完成时限"],
            ["一、工业经济", None, None, None],
            [1, "完成工业投资1500亿元", "市发改委", datetime(2020, 9, 30)],
            ["二、生态环境", None, None, None],
            [2, "新增绿地360万平方米", "市园林局", "2020年"],
        ],
        merged=("A2:D2", "A4:D4"),
    )
    first, second = read_office_table(data, "t.xlsx", 2020).tasks
    assert (first.area, second.area) == ("一、工业经济", "二、生态环境")
    assert first.due is not None
    assert second.due is not None
    assert (first.due.due, second.due.due) == (date(2020, 9, 30), date(2020, 12, 31))


def test_a_header_of_two_rows() -> None:
    data = workbook(
        [
            ["序号", "工作任务", "责任", None],
            [None, None, "牵头单位", "配合单位"],
            [1, "建成图书馆", "市文旅局", "市财政局、市住建局"],
        ],
        merged=("A1:A2", "B1:B2", "C1:D1"),
    )
    (task,) = read_office_table(data, "t.xlsx", 2020).tasks
    assert task.responsibility.lead == ("市文旅局",)
    assert task.responsibility.support == ("市财政局", "市住建局")


def archive(part: str, content: bytes) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(part, content)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "entities"),
        (archive("xl/big.xml", b"0" * (51 * 2**20)), "unpacks"),
        (archive("note.txt", b"x"), "damaged"),
    ],
    ids=["entities", "bomb", "no workbook"],
)
@pytest.mark.parametrize("name", ["t.xlsx", "t.docx"])
def test_a_hostile_file_is_not_opened(data: bytes, words: str, name: str) -> None:
    with pytest.raises(OfficeTableError, match=words):
        read_office_table(data, name, 2020)
