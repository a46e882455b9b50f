"""The table of targets by district."""

from pathlib import Path

import pytest

from taizhang.exchange.division_table import DivisionTableError, division_workbook, read_division

# The public division of Suzhou 2018, a few cells of it.
TABLE = (
    "2018年主要预期指标分解汇总表,,,,\n"
    "序号,指标,全市,张家港市,姑苏区\n"
    "1,地区生产总值增长（%）,7左右,7以上,6左右\n"
    "2,固定资产投资增长（%）,与上年持平,与上年持平,—\n"
    "3,城镇登记失业率（%）,3以内,3以内,3以内\n"
    "\n"
)


def table(folder: Path, text: str = TABLE) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read_by_its_headings(tmp_path: Path) -> None:
    found = read_division(table(tmp_path))
    assert found.places == ("全市", "张家港市", "姑苏区")
    assert [(row.indicator, row.unit, row.aspect) for row in found.rows] == [
        ("地区生产总值", "%", "growth"),
        ("固定资产投资", "%", "growth"),
        ("城镇登记失业率", "%", "value"),
    ]
    assert [words for words, _ in found.rows[0].cells] == ["7左右", "7以上", "6左右"]
    assert [condition and condition.bound for _, condition in found.rows[1].cells] == ["match", "match", None]


def test_a_written_table_reads_back_the_same(tmp_path: Path) -> None:
    division = read_division(table(tmp_path))
    written = tmp_path / "division.xlsx"
    division_workbook(division, "2018年指标分解").save(written)
    assert read_division(written) == division


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("7以上", "七上八下", r"table\.csv, cell D3: '七上八下' is no condition"),
        ("序号,指标", "序号,事情", "no row of headings"),
        ("1,地区生产总值增长（%）", "1,", "row 3: conditions without an indicator"),
        (",姑苏区", ",全市", "row 2: a place has two columns"),
        ("全市,张家港市,姑苏区", ",,", "row 2: no column for a place"),
    ],
)
def test_a_table_out_of_form_is_named_by_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(DivisionTableError, match=message):
        read_division(table(tmp_path, TABLE.replace(old, new)))
