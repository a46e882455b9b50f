"""Listed targets against a table of statistics: Suzhou 2020 and what the city published a year later."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from taizhang.cli.app import app
from tests.conftest import PROJECT
from tests.office_suite import opened

RUN = CliRunner()
SUZHOU = PROJECT / "examples" / "suzhou"
REPORT, OUTCOMES = SUZHOU / "report.md", SUZHOU / "outcomes-2020.csv"

# indicator · verdict · sentence: the plan-execution report's table, judged by hand
SUZHOU_2020 = [
    ("地区生产总值", "missed", "结果为增长3.4%，未到增长6%，相差2.6个百分点，超出容差0.5个百分点。"),
    ("一般公共预算收入", "met", "结果为增长3.7%，与增长4%相差0.3个百分点，在“左右”的容差0.5个百分点以内。"),
    ("固定资产投资", "met", "结果为增长6.6%，保持了增长。"),
    ("社会消费品零售总额", "missed", "结果为下降1.4%，未到增长6%，相差7.4个百分点，超出容差0.5个百分点。"),
    ("进出口总额", "met", "结果为增长1%，变动没有超出5个百分点或朝好的方向，可算稳定。"),
    (
        "全社会研发经费支出占地区生产总值比重",
        "met",
        "结果为3.7%，与3.3%相差0.4个百分点，在“左右”的容差0.5个百分点以内。",
    ),
    ("企业研发经费投入", "met", "结果为增长10%，与增长10%相差0个百分点，在“左右”的容差0.5个百分点以内。"),
    ("万人有效发明专利拥有量", "exceeded", "结果为68.85件，好于60件，相差8.85件。"),
    ("全员劳动生产率", "missed", "结果为增长3%，未到增长6%，相差3个百分点，超出容差0.5个百分点。"),
    ("工业增加值率", "met", "结果为22.68%，文中说已经做到。"),
    ("居民人均可支配收入", "met", "结果为增长4.1%，高于地区生产总值的增长3.4%。"),
]


def told(*options: object) -> str:
    done = RUN.invoke(app, ["compare", *map(str, options)])
    assert done.exit_code == 0, done.output
    return done.output


def failed(*options: object) -> str:
    done = RUN.invoke(app, ["compare", *map(str, options)])
    assert done.exit_code == 1
    return done.output


@pytest.fixture(scope="module")
def suzhou() -> dict[str, tuple[str, str]]:
    targets = json.loads(told(REPORT, "--observations", OUTCOMES, "--json"))["targets"]
    return {one["indicator"]: (one["verdict"], one["reason"]) for one in targets}


@pytest.mark.parametrize(("indicator", "verdict", "sentence"), SUZHOU_2020, ids=[row[0] for row in SUZHOU_2020])
def test_suzhou_2020(suzhou: dict[str, tuple[str, str]], indicator: str, verdict: str, sentence: str) -> None:
    assert suzhou[indicator] == (verdict, sentence)


def test_a_target_without_observation_has_no_data(suzhou: dict[str, tuple[str, str]]) -> None:
    assert suzhou["城镇登记失业率"] == ("silent", "没有这一年的观测数据。")


def test_the_source_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    told(REPORT, "--observations", OUTCOMES, "--xlsx", file)
    rows = [[cell.value for cell in row] for row in load_workbook(file)["完成情况"].iter_rows(min_row=3)]
    gdp = next(row for row in rows if row[1] == "地区生产总值")
    assert gdp[2:5] == ["增长6%左右", "增长3.4%", "未完成"]
    assert gdp[6] == "关于苏州市2020年国民经济和社会发展计划执行情况的报告（第3行）"


def test_the_word_table_opens_in_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "table.docx"
    told(REPORT, "--observations", OUTCOMES, "--docx", file)
    text = opened(file, tmp_path, "txt:Text").read_text(encoding="utf-8-sig")
    assert "苏州市2020年主要预期目标完成情况表" in text
    assert "结果为68.85件，好于60件，相差8.85件。" in text


def test_an_excel_table_and_a_csv_in_gb18030_are_read_alike(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["指标", "年份", "数值", "类型"], ["地区生产总值", 2020, "6.2%", "增速"]):
        book.worksheets[0].append(row)
    excel, chinese = tmp_path / "a.xlsx", tmp_path / "a.csv"
    book.save(excel)
    chinese.write_bytes("指标,年份,数值,类型\n地区生产总值,2020年,6.2%,增速\n".encode("gb18030"))
    for file in (excel, chinese):
        target = json.loads(told(REPORT, "--observations", file, "--json"))["targets"][0]
        assert (target["observation"]["value"], target["verdict"]) == (6.2, "met")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "the table is empty"),
        ("指标,年份\nx,2020\n", "row 1: no column for value"),
        ("指标,年份,数值\n地区生产总值,2020,约略\n", "row 2: the value '约略' is not one number"),
        ("指标,年份,数值\n地区生产总值,去年,3\n", "row 2: the period '去年' is no year"),
        ("指标,年份,数值,口径\n地区生产总值,2020,3,怪\n", "row 2: the aspect '怪' is unknown"),
    ],
)
def test_a_bad_table_is_refused_by_file_and_row(tmp_path: Path, table: str, message: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(table, encoding="utf-8")
    output = failed(REPORT, "--observations", file)
    assert "bad.csv" in output
    assert message in output


def test_one_of_report_and_observations_is_needed() -> None:
    assert "either the report of the year after" in failed(REPORT)


def test_observations_of_another_place_or_year_are_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    rows = ["指标,地区,年份,数值,口径", "地区生产总值,无锡市,2020,3.7%,增长", "地区生产总值,苏州市,2019,6%,增长"]
    file.write_text("\n".join(rows), encoding="utf-8")
    assert json.loads(told(REPORT, "--observations", file, "--json"))["targets"][0]["observation"] is None


def test_outcomes_entered_by_hand_keep_their_source() -> None:
    words = ["--outcome", "地区生产总值=增长3.4%@统计公报", "--outcome", "社会消费品零售总额=下降1.4%"]
    done = RUN.invoke(app, ["compare", str(REPORT), *words, "--json"])
    assert done.exit_code == 0, done.output
    judged = {one["indicator"]: one for one in json.loads(done.output)["targets"]}
    assert (judged["地区生产总值"]["verdict"], judged["地区生产总值"]["observation"]["source"]) == (
        "missed",
        "统计公报",
    )
    retail = judged["社会消费品零售总额"]["observation"]
    assert (retail["value"], retail["source"]) == (-1.4, "手工录入")
    assert judged["固定资产投资"]["verdict"] == "silent"


@pytest.mark.parametrize("words", ["地区生产总值", "地区生产总值=很好", "=3%", "地区生产总值=3%和4%"])
def test_an_outcome_out_of_form_is_refused(words: str) -> None:
    done = RUN.invoke(app, ["compare", str(REPORT), "--outcome", words])
    assert done.exit_code == 1
    assert words in done.output
