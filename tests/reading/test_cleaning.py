"""The cleaned view: what rules read, and that it maps back."""

from pathlib import Path

import pytest

from taizhang import reading
from taizhang.model import Report
from taizhang.reading.cleaning import clean_text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("增长８．５％，达到２．１７万亿元", "增长8.5%,达到2.17万亿元".replace(",", "，")),
        ("城镇新增就业575 万人， 增长9% ；", "城镇新增就业575万人，增长9%；"),
        ("新能源汽车 A 级 3 万辆", "新能源汽车 A 级3万辆"),
        ("深入开展监测评价，\n\n---\n\n认真落实三项考核。", "深入开展监测评价，认真落实三项考核。"),
        ("（\n三）改革开放持续深化", "（三）改革开放持续深化"),
        ("## 一、工作回顾\n\n- 建成**一条**路。", "一、工作回顾\n建成一条路。"),
        ("一、工作回顾\n全年增长5%。\n- 3 -\n第 4 页\n二、任务", "一、工作回顾\n全年增长5%。\n二、任务"),
        ("国务院总理\u3000\xa0温家宝\ue004", "国务院总理温家宝"),
    ],
)
def test_cleaning(text: str, cleaned: str) -> None:
    assert clean_text(text).text == cleaned


def test_lines_broken_at_a_width_are_joined() -> None:
    paragraph = (
        "我们坚持稳中求进工作总基调，统筹推进各项工作，全市经济运行总体平稳，预计实现地区生产总值１．９３万亿元，增长百分之六。"
        * 3
    )
    lines = [paragraph[i : i + 30] for i in range(0, len(paragraph), 30)]
    text = "\n".join(["\u3000\u3000" + "\n".join(lines)] * 4)
    view = clean_text(text)
    assert view.text.count("\n") == 3
    assert view.text.split("\n")[0] == paragraph.replace("１．９３", "1.93")


def test_the_view_maps_back(reference: Path) -> None:
    for path in sorted((reference / "reports").glob("*.txt")):
        report = reading.read_report(path)
        view = reading.clean(report)
        assert len(view.offsets) == len(view.text) + 1
        assert all(a < b for a, b in zip(view.offsets, view.offsets[1:], strict=False))
        for i in range(0, len(view.text), 37):
            kept, source = view.text[i], report.text[view.offsets[i]]
            folded = ord(source) - ord(kept) == 0xFEE0 or (source in ",;:()" and kept in "，：（）")
            assert kept == source or kept in "\n " or folded, (path.name, i)


def test_marks_of_half_width_beside_chinese_are_full_ones_in_the_view() -> None:
    view = reading.clean(reading.read_bytes("增长5%(其中工业6%),投资增长3%;比例为3:1。".encode(), "a.txt"))
    assert view.text == "增长5%（其中工业6%），投资增长3%，比例为3:1。"


def test_the_text_is_the_file_itself() -> None:
    text = "\ufeff政府工作报告\r\n各位代表：\r\n一、2025年工作回顾\r\n很好。\r\n"
    report = reading.read_bytes(text.encode(), "a.txt")
    assert report.text == text[1:]


def test_furniture_is_left_out_of_the_view_and_kept_in_the_text() -> None:
    text = (
        "首页\n>\n要闻\n政府工作报告\n来源：\n某日报\n各位代表：\n一、2025年工作回顾\n很好。\n"
        "各位代表！让我们共同奋斗！\n责任编辑：\n王某\n扫一扫\n"
    )
    report = reading.read_bytes(text.encode(), "a.txt")
    assert report.text == text
    assert [report.text[a:b] for a, b in report.furniture] == [
        "首页", ">", "要闻", "来源：", "某日报", "责任编辑：", "王某", "扫一扫",
    ]  # fmt: skip
    view = reading.clean(report)
    assert view.text.startswith("政府工作报告\n各位代表")
    assert view.text.endswith("共同奋斗！")


def test_sentences_end_at_their_marks_or_with_their_paragraph() -> None:
    view = reading.clean(Report(text="一、回顾\n好。“很好。”更好；\n最好", sha256=""))
    assert [view.text[a:b] for a, b in reading.sentences(view)] == ["一、回顾", "好。", "“很好。”", "更好；", "最好"]


def test_a_paragraph_that_breaks_inside_a_sentence_is_joined_without_a_page_rule() -> None:
    view = clean_text("一是推动城市发展。深入落实区域发展规划，高质量建设东山新城片区，精心实施东山行\n\n动计划。")
    assert view.text == "一是推动城市发展。深入落实区域发展规划，高质量建设东山新城片区，精心实施东山行动计划。"


def test_a_title_behind_a_full_stop_is_not_joined_to_the_text_below_it() -> None:
    text = "努力实现今年的各项任务目标。（三）加快更新老旧设备，稳步推进产业园区整体搬迁\n今年要调整结构。"
    assert clean_text(text).text == text
