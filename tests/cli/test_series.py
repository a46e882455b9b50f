"""`taizhang series`: targets and outcomes over the years, with revisions."""

import json
from pathlib import Path

import pytest
from lxml import etree
from typer.testing import CliRunner

from taizhang.cli.app import app
from tests.fulfilment.pair import LATER, write_pair

RUN = CliRunner()


def three(folder: Path) -> list[str]:
    """The pair, and a third report that states another growth of 2018."""
    third = folder / "2020.md"
    text = LATER.replace("2019年", "2020年").replace("2018年", "2019年").replace("（2019年）", "（2020年）")
    third.write_text(
        text.replace(
            "2019年，全县地区生产总值增长6.1%", "经核实，2018年地区生产总值增长5.9%。2019年，全县地区生产总值增长6.8%"
        ),
        encoding="utf-8",
    )
    return [str(third), *map(str, write_pair(folder))]


def told(*options: str) -> str:
    done = RUN.invoke(app, ["series", *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_targets_outcomes_and_revisions_by_year(tmp_path: Path) -> None:
    years = {year["year"]: year for year in json.loads(told("gdp", *three(tmp_path), "--json"))}
    assert years[2018]["target"] == {"bound": "approx", "value": 7, "unit": "%", "aspect": "growth"}
    assert [(one["report_year"], one["value"]) for one in years[2018]["outcomes"]] == [(2019, 6.1), (2020, 5.9)]
    assert years[2017]["target"] is None
    assert years[2019]["quote"] == "6.5%"


def test_the_table_names_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    output = told("地区生产总值", *three(tmp_path))
    assert "增长7%左右" in output
    assert "增长5.9%（2020年报告）" in output


def test_the_chart_is_a_drawing_with_bands_and_points(tmp_path: Path) -> None:
    file = tmp_path / "gdp.svg"
    told("gdp", *three(tmp_path), "--svg", str(file))
    drawing = etree.fromstring(file.read_bytes())
    names = [etree.QName(one).localname for one in drawing.iter()]
    # Targets of 2018, 2019, 2020; outcomes of 2017, 2018, 2019 and one revision.
    assert (names.count("rect"), names.count("circle")) == (3, 4)
    hollow = [one for one in drawing.iter("{*}circle") if one.get("fill") == "none"]
    assert "".join(hollow[0].itertext()) == "增长5.9%（2020年报告）"


@pytest.mark.parametrize(
    ("options", "message"),
    [(["快乐指数"], "knows no such indicator"), (["gdp", "--aspect", "x"], "choose one of")],
)
def test_what_cannot_be_shown_is_said(tmp_path: Path, options: list[str], message: str) -> None:
    done = RUN.invoke(app, ["series", *options, *three(tmp_path)])
    assert done.exit_code == 1
    assert message in done.output
