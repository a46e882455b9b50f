"""The place-year table over the example corpus, whose figures are public."""

import json
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from taizhang.corpus import InProcess, build, connect, panel, write_panel


@pytest.fixture(scope="module")
def frame(example_panel: Path) -> pd.DataFrame:
    return panel(connect(example_panel), ["gdp", "cpi", "jobs", "budget_revenue"]).set_index(["adcode", "year", "code"])


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (("100000", 2019, "gdp"), {"low": 6.0, "high": 6.5, "target": 6.25, "firmness": "soft", "outcome": 6.1}),
        (("100000", 2019, "jobs"), {"bound": "min", "word": "以上", "verdict": "exceeded", "met": True}),
        (("100000", 2020, "gdp"), {"status": "stated absent", "outcome": 2.3}),
        (("100000", 2020, "budget_revenue"), {"status": "not mentioned"}),
        (
            ("320000", 2020, "gdp"),
            {"target": 6.0, "firmness": "soft", "outcome": 3.7, "verdict": "missed", "met": False},
        ),
        (("320000", 2020, "cpi"), {"upper_adcode": "100000", "upper_target": 3.5, "gap": 0.0, "verdict": "met"}),
        (("320000", 2020, "budget_revenue"), {"outcome": 2.9, "verdict": "nearly"}),
        (("320000", 2021, "gdp"), {"firmness": "hard", "upper_target": 6.0, "gap": 0.0, "last_year": 3.7, "rise": 2.3}),
    ],
)
def test_targets_outcomes_and_the_level_above(
    frame: pd.DataFrame, key: tuple[str, int, str], expected: dict[str, object]
) -> None:
    row = frame.loc[key]
    assert {name: row[name] for name in expected} == expected


def test_amounts_of_different_levels_have_no_gap(frame: pd.DataFrame) -> None:
    row = frame.loc[("320000", 2020, "jobs")]
    assert row["upper_target"] == 9_000_000
    assert pd.isna(row["gap"])


def test_an_outcome_that_the_next_report_does_not_state_is_silent(tmp_path: Path) -> None:
    from tests.corpus.conftest import EXAMPLE

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2019中国.txt").write_bytes((EXAMPLE / "2019中国.txt").read_bytes())
    silent = (EXAMPLE / "2020中国.txt").read_text(encoding="utf-8").replace("居民消费价格上涨2.9%。", "")
    (tmp_path / "in" / "2020中国.txt").write_text(silent, encoding="utf-8")
    build(tmp_path / "in", tmp_path / "panel", InProcess())
    row = panel(connect(tmp_path / "panel"), ["cpi"]).set_index("year")["verdict"]
    assert row[2019] == "silent"
    assert pd.isna(row[2020]), "no next report, no verdict"


@pytest.mark.parametrize(("income", "verdict"), [("7%", "met"), ("5%", "missed")])
def test_a_target_in_words_is_judged_against_what_it_names(tmp_path: Path, income: str, verdict: str) -> None:
    from tests.corpus.conftest import EXAMPLE

    (tmp_path / "in").mkdir()
    earlier = (EXAMPLE / "2019中国.txt").read_text(encoding="utf-8")
    later = (EXAMPLE / "2020中国.txt").read_text(encoding="utf-8")
    goal = "；居民人均可支配收入增长高于经济增长；居民消费价格涨幅"
    said = f"居民人均可支配收入增长{income}。居民消费价格上涨"
    assert "；居民消费价格涨幅" in earlier
    (tmp_path / "in" / "2019中国.txt").write_text(earlier.replace("；居民消费价格涨幅", goal), encoding="utf-8")
    (tmp_path / "in" / "2020中国.txt").write_text(later.replace("居民消费价格上涨", said, 1), encoding="utf-8")
    build(tmp_path / "in", tmp_path / "panel", InProcess())
    row = panel(connect(tmp_path / "panel"), ["income"]).set_index("year").loc[2019]
    assert (row["status"], row["bound"], row["verdict"]) == ("stated in words", "above", verdict)


def test_a_year_without_report_is_told_apart(tmp_path: Path) -> None:
    from tests.corpus.conftest import EXAMPLE

    (tmp_path / "in").mkdir()
    for name in ("2019中国.txt", "2021中国.txt"):
        (tmp_path / "in" / name).write_bytes((EXAMPLE / name).read_bytes())
    build(tmp_path / "in", tmp_path / "panel", InProcess())
    rows = panel(connect(tmp_path / "panel"), ["gdp"]).set_index("year")["status"].to_dict()
    assert rows == {2019: "stated number", 2020: "no report", 2021: "stated number"}


def test_an_unknown_code_is_named(example_panel: Path) -> None:
    with pytest.raises(ValueError, match="happiness"):
        panel(connect(example_panel), ["happiness"])


def test_stata_opens_elsewhere_with_its_labels(example_panel: Path, tmp_path: Path) -> None:
    frame = panel(connect(example_panel), ["gdp", "cpi"])
    codebook = write_panel(frame, tmp_path / "panel.dta")
    read, meta = pyreadstat.read_dta(str(tmp_path / "panel.dta"))
    assert meta.column_names_to_labels["gap"] == "Target less target above, in percentage points"
    assert read["target"].tolist()[:2] == frame["target"].tolist()[:2]
    assert read["place"].tolist() == frame["place"].tolist()
    assert "| gap |" in codebook.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_other_formats_hold_the_same_rows(example_panel: Path, tmp_path: Path, ending: str) -> None:
    frame = panel(connect(example_panel), ["gdp", "cpi"])
    path = tmp_path / f"panel{ending}"
    write_panel(frame, path)
    read = {".csv": pd.read_csv, ".parquet": pd.read_parquet, ".xlsx": pd.read_excel}[ending](path)
    assert len(read) == len(frame)
    assert read["target"].dropna().tolist() == frame["target"].dropna().tolist()


def test_an_unknown_format_is_named(example_panel: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"panel\.pdf"):
        write_panel(panel(connect(example_panel), ["gdp"]), tmp_path / "panel.pdf")


def test_the_panel_agrees_with_the_coded_targets(reference: Path, tmp_path: Path) -> None:
    """Targets of 17 provinces: at least 98 % of the rows."""
    rows = [json.loads(line) for line in (reference / "gold" / "headline-2026.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["code"] != "other"]
    build(reference / "reports", tmp_path / "panel", InProcess())
    connection = connect(tmp_path / "panel")
    adcodes = dict(connection.execute("select source, adcode from reports").fetchall())
    found = panel(connection, sorted({row["code"] for row in rows})).set_index(["adcode", "year", "code"])

    def agrees(row: dict[str, object]) -> bool:
        said = found.loc[(adcodes[f"{row['file']}.txt"], 2026, row["code"])]
        numbers = {"value": "target", "low": "low", "high": "high"}
        return bool(
            said["bound"] == row["bound"] and all(said[to] == row[at] for at, to in numbers.items() if at in row)
        )

    differing = [f"{row['file']} {row['indicator']}" for row in rows if not agrees(row)]
    assert len(differing) <= 0.02 * len(rows), differing
