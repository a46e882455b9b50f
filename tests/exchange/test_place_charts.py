"""The charts over a panel: marks where the values are, names that stay apart, nothing unescaped."""

import itertools
import re
from xml.etree import ElementTree

import pytest

from taizhang.exchange.chart_parts import Axis, axis, shown, spread
from taizhang.exchange.places_chart import PlaceRow, places_chart
from taizhang.exchange.years_chart import YearLine, runs, years_chart

WORDS = ("目标", "结果")


def titles(chart: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(chart).iter() if element.tag.endswith("title")]


def test_an_axis_has_round_marks_inside() -> None:
    assert axis([5.0, 7.0], 0, 100).marks() == [5.0, 5.5, 6.0, 6.5, 7.0]
    assert Axis(0, 10, 200, 0).at(2.5) == 150
    assert axis([3.0], 0, 100).marks(), "one value has a scale too"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(6.5, "%", "6.5%"), (1.2345e12, "元", "1.234万亿元"), (9_000_000, "人", "900万人"), (60, "件", "60件")],
)
def test_values_are_shown_as_people_read_them(value: float, unit: str, words: str) -> None:
    assert shown(value, unit) == words


def test_labels_that_would_lie_on_one_another_move_apart() -> None:
    placed = spread([100, 101, 102], 15, 0, 200)
    assert sorted(placed) == placed
    assert min(b - a for a, b in itertools.pairwise(placed)) >= 15
    assert max(spread([199, 200, 200], 15, 0, 200)) <= 200


def test_a_line_breaks_where_a_year_is_missing() -> None:
    assert runs([2019, 2020, 2022]) == [[2019, 2020], [2022]]
    chart = years_chart("产值", [YearLine("全国", {2019: 6, 2020: 6, 2022: 5.5})], "%", WORDS)
    assert chart.count("<polyline") == 2


def test_lines_name_their_points_and_bands() -> None:
    line = YearLine("江苏<省>", {2020: 6.0, 2021: 6.0}, {2020: 3.7}, {2020: (5.0, 7.0), 2021: (5.5, 6.5)})
    chart = years_chart("地区生产总值", [line], "%", WORDS)
    assert titles(chart) == ["江苏<省> 2020 目标 6%", "江苏<省> 2021 目标 6%", "江苏<省> 2020 结果 3.7%"]
    assert "<polygon" in chart
    assert "江苏<省>" not in chart.replace("江苏&lt;省&gt;", "")


def test_a_place_has_a_bar_for_a_range_and_an_arrow_for_a_bound() -> None:
    rows = [
        PlaceRow("甲省", 5, 5.5, "range", 5.2),
        PlaceRow("乙省", 6, 6, "min", None),
        PlaceRow("丙省", 3, 3, "max", 2),
    ]
    chart = places_chart("目标 2026", rows, "%", ("中国", 5.0))
    assert titles(chart) == ["甲省 目标 5%—5.5%", "甲省 完成 5.2%", "乙省 目标 6%", "丙省 目标 3%", "丙省 完成 2%"]
    arrows = re.findall(r'<path d="M[\d.]+ [\d.]+ l(-?\d+)', chart)
    assert arrows == ["7", "-7"], "at least points right, at most points left"
    assert "中国 5%" in chart
