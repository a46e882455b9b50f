"""Task tables that offices fill by hand, read back."""

import io
from datetime import date

import pytest
from docx import Document
from openpyxl import Workbook

from taizhang.exchange.office_import import OfficeTableError, headings, read_office_table


def workbook(rows: list[list[object]], merged: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def word(rows: list[list[str]], merged: tuple[tuple[int, int, int], ...] = ()) -> bytes:
    document = Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            table.cell(at, place).text = value
    for column, first, last in merged:
        table.cell(first, column).merge(table.cell(last, column))
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def test_own_columns_with_merged_areas_and_deadline_words() -> None:
    data = workbook(
        [
            ["某市2020年重点任务分解表"],
            ["序号", "类别", "工作任务", "牵头单位", "配合单位", "完成时限"],
            [1, "产业", "新增高新技术企业200家", "市科技局", "市财政局、各区政府", "年底前"],
            [2, None, "建成产业园二期", "市工信局", "市发改委等", "三季度"],
            [3, "民生", "新建幼儿园12所", "市教育局", None, "持续推进"],
        ],
        merged=("A1:F1", "B3:B4"),
    )
    table = read_office_table(data, "table.xlsx", 2020)
    assert table.title == "某市2020年重点任务分解表"
    assert [task.area for task in table.tasks] == ["产业", "产业", "民生"]
    assert [task.responsibility.lead for task in table.tasks] == [("市科技局",), ("市工信局",), ("市教育局",)]
    assert table.tasks[0].responsibility.support == ("市财政局",)
    assert table.tasks[0].responsibility.everybody == ("各区政府",)
    assert table.tasks[1].responsibility.open_list
    assert [task.due.due if task.due else None for task in table.tasks] == [date(2020, 12, 31), date(2020, 9, 30), None]
    assert table.problems == ()


@pytest.mark.parametrize(
    ("units", "lead", "support"),
    [
        ("市住建局、★市交通局、市水务局", ("市交通局",), ("市住建局", "市水务局")),
        ("市住建局、市交通局", ("市住建局",), ("市交通局",)),
    ],
)
def test_a_star_or_the_first_place_marks_the_lead(units: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    data = workbook([["序号", "工作任务", "责任单位"], [1, "改造老旧小区", units]])
    task = read_office_table(data, "table.xlsx", 2020).tasks[0]
    assert (task.responsibility.lead, task.responsibility.support) == (lead, support)


def test_the_closing_bracket_names_units_and_deadline() -> None:
    said = "压减行政许可事项。（发展改革委牵头，财政部、商务部分别负责，9月底前完成）"
    task = read_office_table(workbook([["序号", "工作任务"], [1, said]]), "table.xlsx", 2020).tasks[0]
    assert task.task == "压减行政许可事项。"
    assert task.responsibility.lead == ("发展改革委",)
    assert task.responsibility.support == ("财政部", "商务部")
    assert task.due is not None
    assert task.due.due == date(2020, 9, 30)


def test_each_for_its_part_has_no_single_lead() -> None:
    said = "推进公共服务平台建设（教育部、民政部按职责分工负责）"
    task = read_office_table(workbook([["序号", "工作任务"], [1, said]]), "table.xlsx", 2020).tasks[0]
    assert task.responsibility.each
    assert task.responsibility.lead == ("教育部", "民政部")


def test_unknown_columns_are_kept() -> None:
    data = workbook([["序号", "工作任务", "资金来源"], [1, "新建公园", "市级财政"]])
    table = read_office_table(data, "table.xlsx", 2020)
    assert table.unknown == ("资金来源",)
    assert table.tasks[0].extra == {"资金来源": "市级财政"}


def test_problems_name_the_cell() -> None:
    data = workbook([["序号", "工作任务", "完成时限"], [1, "新建公园", "择机"], [2, None, "年内"]])
    table = read_office_table(data, "table.xlsx", 2020)
    assert [problem.cell for problem in table.problems] == ["C2", "B3"]
    assert [task.task for task in table.tasks] == ["新建公园"]


def test_a_word_table_reads_like_an_excel_one() -> None:
    rows = [
        ["序号", "类别", "工作任务", "牵头单位", "完成时限"],
        ["1", "产业", "建成产业园二期", "市工信局", "上半年"],
        ["2", "", "举办产业大会", "市商务局", "择机"],
    ]
    table = read_office_table(word(rows, merged=((1, 1, 2),)), "table.docx", 2020)
    assert [(task.area, task.task, task.responsibility.lead) for task in table.tasks] == [
        ("产业", "建成产业园二期", ("市工信局",)),
        ("产业", "举办产业大会", ("市商务局",)),
    ]
    assert [problem.cell for problem in table.problems] == ["第3行第5列"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"no workbook", "table.xlsx"),
        (b"no document", "table.docx"),
        (b"a,b", "table.csv"),
        (workbook([["甲", "乙"], [1, 2]]), "table.xlsx"),
    ],
)
def test_a_file_without_a_task_table_is_named(data: bytes, name: str) -> None:
    with pytest.raises(OfficeTableError, match=name):
        read_office_table(data, name, 2020)


def test_every_heading_means_one_field() -> None:
    assert headings()["牵头单位"] == "lead"
