from pathlib import Path

import openpyxl

from taizhang.exchange import office_title, office_workbook, rows_of_reading
from tests.readings import small_reading


def test_targets_come_first_and_tasks_follow_in_order() -> None:
    table = rows_of_reading(small_reading())
    assert [row.area for row in table] == ["主要预期目标", "加快城市建设", "加快城市建设"]
    assert (table[0].task, table[0].goals) == ("固定资产投资", "保持增长")
    assert (table[1].goals, table[1].due, table[1].remark) == (
        "新建健身步道200公里",
        "2020年12月31日（推定）",
        "民生实事",
    )
    assert (table[2].goals, table[2].lead) == ("南湖快速路建成通车", "市交通运输局")


def test_the_sheet_is_the_office_form(tmp_path: Path) -> None:
    book = office_workbook(office_title("苏州市", 2020), rows_of_reading(small_reading()))
    book.save(tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert sheet["A1"].value == "苏州市2020年《政府工作报告》重点任务分解表"
    headings = [
        "序号",
        "类别/领域",
        "工作任务",
        "量化指标",
        "完成时限",
        "牵头单位",
        "配合单位",
        "进展情况",
        "亮灯",
        "备注",
    ]
    assert [cell.value for cell in sheet[2]] == headings
    assert [sheet.cell(row, 1).value for row in (3, 4, 5)] == [1, 2, 3]
    assert "B4:B5" in {str(area) for area in sheet.merged_cells.ranges}
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.freeze_panes) == ("landscape", "$2:$2", "D3")
