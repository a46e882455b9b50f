"""The catalogue of indicators: its form, and the names that reports use."""

import csv
import json
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import taizhang
from taizhang.catalogue import indicator_by_code, indicator_code, indicators, search_indicators
from taizhang.catalogue.indicator_units import share_a_kind
from taizhang.catalogue.indicators import COLUMNS, check, parse
from taizhang.cli.app import app

HEAD = "\t".join(COLUMNS)
MAIN_TARGETS = {
    *("gdp", "primary", "secondary", "tertiary", "industry", "investment", "retail", "trade", "budget_revenue"),
    *("rd_intensity", "rd_spend", "income", "income_urban", "income_rural", "cpi", "unemployment_surveyed", "jobs"),
    *("grain", "energy_carbon", "environment", "urbanization", "pm25", "other"),
}


def test_the_catalogue_is_large_and_holds_the_codes_of_the_main_targets() -> None:
    assert len(indicators()) >= 1300
    assert {row.code for row in indicators()} >= MAIN_TARGETS


def test_the_document_tells_how_many_there_are() -> None:
    document = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert f"It has {len(indicators()):,} indicators" in document


def test_an_indicator_says_what_it_is() -> None:
    found = indicator_by_code("unemployment_surveyed")
    assert found is not None
    assert (found.name, found.units, found.better, found.annual) == ("城镇调查失业率", ("%",), "lower", False)
    patents = indicator_by_code("patents_per_10000")
    assert patents is not None
    assert patents.annual
    assert indicator_by_code("no_such") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("地区生产总值", "gdp"),
        ("全市生产总值", "gdp"),
        ("预计全省地区生产总值", "gdp"),
        ("ＧＤＰ", "gdp"),
        ("国内生产总值增速", "gdp"),
        ("经济增长", "gdp"),
        ("苏州市地区生产总值", "gdp"),
        ("人均地区生产总值", "gdp_per_capita"),
        ("全社会研发经费支出占地区生产总值比重", "rd_intensity"),
        ("PM_2.5平均浓度", "pm25"),
        ("规上工业增加值增幅", "industry"),
        ("居民人均可支配收入（实际）", "income"),
        ("新增高标准农田", "farmland_standard"),
        ("每千人口3岁以下婴幼儿托位数", "nursery_per_1000"),
        ("新建口袋公园", "parks"),
        ("新增国家级专精特新“小巨人”企业", "little_giants"),
        ("国考断面水质优良比例", "water_good"),
        ("宁波舟山港集装箱吞吐量", "containers"),
        ("单位地区生产总值二氧化碳排放降低", "energy_carbon"),
        ("规模以上战略性新兴产业产值", "strategic_output"),
        ("每千人口医疗卫生机构床位数", "beds_per_1000"),
        ("新建日间照料中心", "day_care_centres"),
        ("非化石能源发电装机占比", "power_capacity_nonfossil_share"),
        ("国家全国重点实验室获批建设", "labs_national"),
    ],
)
def test_a_reports_words_lead_to_the_code(name: str, code: str) -> None:
    assert indicator_code(name) == code


@pytest.mark.parametrize(
    "name",
    [
        "武汉都市圈经济总量",
        "计算机通信等新兴产业税收",
        "地区生产总值增速高于全国",
        "城市副中心投资规模",
        "农村居民收入增速连续快于城镇居民",
        "新增共享农庄",
        "每百户停车泊位",
        "新增工业污泥年处置能力",
        "新开辟航线",
        "彩化率",
        "国家缔结友城",
        "新建15分钟品质文化生活圈",
        "增长",
        "",
    ],
)
def test_what_the_catalogue_does_not_hold_stays_free_text(name: str) -> None:
    assert indicator_code(name) is None


def test_the_unit_must_suit() -> None:
    assert indicator_code("地区生产总值", "元", "value") == "gdp"
    assert indicator_code("地区生产总值", "%", "growth") == "gdp"
    assert indicator_code("地区生产总值", "％", "growth") == "gdp"
    assert indicator_code("地区生产总值", "位", "rank") == "gdp"
    assert indicator_code("地区生产总值", "%", "value") is None
    assert indicator_code("粮食产量", "斤", "value") == "grain"
    assert indicator_code("森林覆盖率", "百分点", "change") == "forest_cover"
    assert indicator_code("改造老旧小区", "个", "value") == "old_estates"
    assert indicator_code("改造老旧小区惠及户数", "户", "value") == "old_estates_homes"


def test_a_name_of_two_indicators_is_told_by_its_unit() -> None:
    assert share_a_kind(("个", "户"), ("家",))
    assert not share_a_kind(("个",), ("户",))
    assert share_a_kind((), ("户",))
    assert (
        check(
            parse("x.tsv", [HEAD, "a\t甲\tA\t个\tnone\tno\t\t统计公报\t乙", "b\t丙\tB\t户\tnone\tno\t\t统计公报\t乙"])
        )
        is None
    )
    assert indicator_code("保障性租赁住房", "套（间）", "value") == "homes_rented"
    assert indicator_code("发放育儿补贴", "元", "value") == "childbirth_subsidy"
    assert indicator_code("发放育儿补贴", "人", "value") == "childbirth_subsidy_children"
    assert indicator_code("抓好改革任务", "项", "value") == "reforms"
    assert indicator_code("村镇银行完成改革任务", "家", "value") is None


def test_a_name_that_joins_two_indicators_has_no_code() -> None:
    assert indicator_code("新增独角兽企业、单项冠军企业", "家", "value") is None
    assert indicator_code("建设智能工厂和数字化车间", "家", "value") is None
    assert indicator_code("改造城中村和城市危旧房", "套", "value") is None
    assert indicator_code("新建改造供排水、供热管网", "公里", "value") == "pipes"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a\t甲\tA\t元\thigher\tno\t\t统计公报", "line 2: 8 columns"),
        ("a\t甲\tA\t元\tup\tno\t\t统计公报\t", "line 2: better"),
        ("a\t甲\tA\t元\thigher\tno\t\t坊间传闻\t", "坊间传闻 is not in indicator_sources.tsv"),
        ("a\t\tA\t元\thigher\tno\t\t统计公报\t", "line 2: code, name"),
    ],
)
def test_a_row_out_of_form_is_named(row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse("x.tsv", [HEAD, row])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ["a\t甲\tA\t\tnone\tno\t\t统计公报\t乙", "b\t乙\tB\t\tnone\tno\t\t统计公报\t"],
            "乙 is a name of both a and b",
        ),
        (
            ["a\t甲\tA\t个\tnone\tno\t\t统计公报\t*乙", "b\t乙\tB\t家\tnone\tno\t\t统计公报\t"],
            "乙 is a name of both a and b",
        ),
        (["a\t甲\tA\t\tnone\tno\t\t统计公报\t", "a\t乙\tB\t\tnone\tno\t\t统计公报\t"], "stands twice"),
        (["a\t甲\tA\t\tnone\tno\tb\t统计公报\t", "b\t乙\tB\t\tnone\tno\ta\t统计公报\t"], "has the parent"),
        (["a\t甲\tA\t\tnone\tno\tz\t统计公报\t"], "has the parent z"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(rows: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check(parse("x.tsv", [HEAD, *rows]))


def test_the_columns_must_be_named() -> None:
    with pytest.raises(ValueError, match="the first line must name the columns"):
        parse("x.tsv", ["code\tname"])


def test_lookup_is_fast() -> None:
    names = [f"新增第{number}批国家级智能工厂" for number in range(2000)]
    indicator_code("地区生产总值")
    begun = time.perf_counter()
    for name in names:
        indicator_code(name)
    assert time.perf_counter() - begun < 2000 * 200e-6


def test_search_finds_by_part_of_any_name() -> None:
    assert {row.code for row in search_indicators("失业率")} == {"unemployment_surveyed", "unemployment_registered"}
    assert "gdp" in {row.code for row in search_indicators("gross regional")}
    assert {row.code for row in search_indicators("rd_int")} == {"rd_intensity"}
    assert {row.code for row in search_indicators("吨标准煤")} >= {"energy_use", "energy_production"}
    assert all("标箱" in row.units for row in search_indicators("标箱"))
    assert search_indicators("没有这个") == ()


def test_the_command_lists_and_searches(tmp_path: Path) -> None:
    run = CliRunner().invoke
    listed = run(app, ["indicators", "失业率", "--json"])
    assert [row["code"] for row in json.loads(listed.stdout)] == [row.code for row in search_indicators("失业率")]
    target = tmp_path / "indicators.csv"
    assert run(app, ["indicators", "--csv", str(target)]).exit_code == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == [row.code for row in indicators()]
    assert "城镇调查失业率" in run(app, ["indicators", "unemployment"]).stdout
    assert "集装箱吞吐量" in run(app, ["indicators", "标箱"]).stdout
    missing = run(app, ["indicators", "没有这个"])
    assert missing.exit_code == 1
    assert "没有这个" in missing.output
    assert json.loads(run(app, ["indicators", "没有这个", "--json"]).stdout) == []
    unwritable = run(app, ["indicators", "--csv", str(tmp_path / "no" / "indicators.csv")])
    assert unwritable.exit_code == 1
    assert "indicators.csv" in unwritable.output


def lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def code_of(row: dict[str, str]) -> str | None:
    return indicator_code(row["indicator"], row.get("unit"), row.get("aspect"))  # type: ignore[arg-type]


ANNOTATED = ("suzhou-2020", "hubei-2026", "beijing-2026", "national-2006", "jiangxi-2026")


def test_headline_targets_are_covered(reference: Path) -> None:
    gold = reference / "gold"
    listed = lines(gold / "headline-2026.jsonl")
    annotated = [row for name in ANNOTATED for row in lines(gold / name / "figures.jsonl") if row.get("headline")]
    annotated += [row for name in ANNOTATED for row in lines(gold / name / "headline.jsonl")]
    codes = [code_of(row) for row in listed + annotated]
    assert sum(code is not None for code in codes) >= 0.97 * len(codes)
    # A listed target outside the catalogue counts as «other».
    agreed = sum((code_of(row) or "other") == row["code"] for row in listed)
    assert agreed >= 0.98 * len(listed)


def test_most_figures_are_covered(reference: Path) -> None:
    rows = [row for name in ANNOTATED for row in lines(reference / "gold" / name / "figures.jsonl")]
    assert sum(code_of(row) is not None for row in rows) >= 0.70 * len(rows)


def test_figures_and_targets_that_are_read_carry_their_codes(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "昆明市政府工作报告\n2025年1月6日\n\n一、2024年工作回顾\n粮食总产量120万吨，新建社区花圃12个。\n\n"
        "二、2025年主要任务\n主要预期目标是：地区生产总值增长5%左右，居民收入增长与经济增长同步。\n",
        encoding="utf-8",
    )
    reading = taizhang.read(report)
    assert [figure.code for figure in reading.figures] == ["grain", None, "gdp"]
    assert [target.code for target in reading.targets] == ["gdp", "income"]


def test_the_figures_of_all_reports_are_covered(reference: Path) -> None:
    reports = sorted((reference / "reports").glob("*.txt"))
    figures = [figure for report in reports for figure in taizhang.read(report).figures]
    assert len(reports) >= 28
    assert sum(figure.code is not None for figure in figures) >= 0.60 * len(figures)
