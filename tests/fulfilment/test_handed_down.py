"""Targets from level to level."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

import taizhang
from taizhang.cli.app import app
from taizhang.fulfilment.handed_down import Demand, demand_of_cell, demands_of, gaps
from taizhang.model import Condition, Level


def growth(place: str, level: Level, bound: str, value: str | None, *ends: str, year: int = 2018) -> Demand:
    low, high = (Decimal(end) for end in ends) if ends else (None, None)
    condition = Condition(bound, value and Decimal(value), low, high, unit="%", aspect="growth")  # type: ignore[arg-type]
    return demand_of_cell("地区生产总值", place, level, year, condition, f"{value or '—'.join(ends)}%")


def test_each_level_is_held_against_the_next_wider_one() -> None:
    nation, province = growth("中国", "nation", "approx", "6.5"), growth("江苏省", "province", "min", "7")
    city, district = growth("苏州市", "city", "approx", "7"), growth("相城区", "county", "approx", "7.5")
    found = {gap.own.place: (gap.above.place, gap.points) for gap in gaps([district, nation, city, province])}
    assert found == {
        "江苏省": ("中国", Decimal("0.5")),
        "苏州市": ("江苏省", Decimal(0)),
        "相城区": ("苏州市", Decimal("0.5")),
    }


def test_of_a_range_the_middle_counts_and_the_lower_end_stands_beside_it() -> None:
    found = gaps([growth("中国", "nation", "range", None, "6", "6.5"), growth("江苏省", "province", "min", "7")])
    assert (found[0].points, found[0].least_points) == (Decimal("0.75"), Decimal(1))


def test_other_years_and_conditions_in_words_have_no_points() -> None:
    assert gaps([growth("中国", "nation", "exact", "6", year=2017), growth("江苏省", "province", "exact", "7")]) == ()
    steady = demand_of_cell("地区生产总值", "中国", "nation", 2018, Condition("positive", aspect="growth"), "保持增长")
    found = gaps([steady, growth("江苏省", "province", "exact", "7")])
    assert found[0].points is None


@pytest.mark.parametrize(
    ("words", "bound", "firmness"),
    [("7左右", "approx", "soft"), ("7%以上", "min", "hard"), ("力争7", "exact", "soft"), ("7", "exact", None)],
)
def test_the_wording_of_a_cell(words: str, bound: str, firmness: str | None) -> None:
    condition = Condition(bound, Decimal(7), unit="%", aspect="growth")  # type: ignore[arg-type]
    found = demand_of_cell("地区生产总值", "昆山市", "county", 2018, condition, words)
    assert (found.wording and found.wording.firmness) == firmness
    assert found.code == "gdp"


def report(folder: Path, place: str, target: str) -> Path:
    path = folder / f"{place}.txt"
    path.write_text(
        f"政府工作报告\n（2018年1月6日在{place}第十六届人民代表大会第二次会议上）\n\n各位代表：\n现在向大会报告工作。\n\n一、2017年工作回顾\n经济平稳。\n\n"
        f"二、2018年主要任务\n主要预期目标是：地区生产总值{target}，城镇登记失业率控制在3%以内。\n",
        encoding="utf-8",
    )
    return path


def test_reports_and_a_table_are_compared_by_the_command(tmp_path: Path) -> None:
    province, city = report(tmp_path, "江苏省", "增长7%以上"), report(tmp_path, "苏州市", "增长7%左右")
    assert next(demand.wording and demand.wording.word for demand in demands_of(taizhang.read(city))) == "左右"
    table = tmp_path / "table.csv"
    table.write_text("指标,单位,张家港市,姑苏区\n地区生产总值增长,%,7.5以上,6左右\n", encoding="utf-8")
    command = ["gaps", str(province), str(city), "--division", str(table), "--place", "苏州市"]
    rows = json.loads(CliRunner().invoke(app, [*command, "--json"]).stdout)
    points = {(row["own"]["place"], row["above"]["place"]): row["points"] for row in rows if row["code"] == "gdp"}
    assert points == {("苏州市", "江苏省"): 0, ("张家港市", "苏州市"): 0.5, ("姑苏区", "苏州市"): -1}
    firm = {row["own"]["place"]: row["own"]["firmness"] for row in rows if row["code"] == "gdp"}
    assert firm == {"苏州市": "soft", "张家港市": "hard", "姑苏区": "soft"}
    assert "张家港市" in CliRunner().invoke(app, command).stdout


@pytest.mark.parametrize("arguments", [[], ["--division", "x.csv"], ["--division", "x.csv", "--place", "无此地"]])
def test_the_command_says_what_is_missing(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, ["gaps", *arguments]).exit_code == 1
