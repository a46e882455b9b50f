"""Word shares, wording and the data package: what leaves a panel for other programs."""

import csv
import io
import json
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from benchmarks.environments import AbsentPeerError, Peer, interpreter

from taizhang.corpus import (
    WordList,
    connect,
    coverage,
    panel,
    shares,
    supplied,
    word_list,
    wordings,
    write_package,
    write_panel,
)
from taizhang.corpus.files import EXCEL_ROWS

FRICTIONLESS = Peer("frictionless 5", ("frictionless>=5.18,<6",), "", "a validator of data packages")


def test_words_that_overlap_count_once(example_panel: Path) -> None:
    connection = connect(example_panel)
    counted = shares(connection, (WordList("green", ("绿色低碳", "绿色", "低碳")),))
    of = dict(connection.execute("select source, report from reports").fetchall())
    row = counted.set_index("report").loc[of["2021中国.txt"]]
    # «推动绿色低碳发展»: one occurrence of four characters, not three of eight.
    assert (row["green_words"], row["green_characters"], row["green_sentences"]) == (1, 4, 1)
    assert row["green_share"] == pytest.approx(4 / row["characters"])
    assert row["green_sentence_share"] == pytest.approx(1 / row["sentences"])
    assert row["green_word_share"] == pytest.approx(1 / row["words"])


def test_words_are_those_of_the_segmenter_without_marks(tmp_path: Path) -> None:
    import duckdb

    connection = duckdb.connect()
    connection.execute("create table sentences (report text, kind text, text text)")
    connection.execute("insert into sentences values ('r', 'plan_year', '推动绿色低碳发展，加快建设。')")
    counted = shares(connection, (WordList("green", ("绿色",)),))
    # 推动 绿色 低碳 发展 加快 建设
    assert counted["words"].tolist() == [6]


def test_shares_by_part_add_up(example_panel: Path) -> None:
    connection = connect(example_panel)
    whole = shares(connection, supplied()).set_index("report")
    parts = shares(connection, supplied(), by_section=True).groupby("report").sum(numeric_only=True)
    for column in ("characters", "sentences", "words", "environment_characters", "digital_economy_words"):
        assert whole[column].to_dict() == parts[column].to_dict()


@pytest.mark.parametrize(
    ("name", "text"), [("green.txt", "# nothing\n\n"), ("绿色.txt", "绿色\n"), (f"{'g' * 18}.txt", "绿")]
)
def test_a_bad_word_list_is_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=name.split(".")[0]):
        word_list(tmp_path / name)


def test_a_list_says_its_version(tmp_path: Path) -> None:
    (tmp_path / "green.txt").write_text("# Our list. Version: 2026-1\n绿色\n低碳\n", encoding="utf-8")
    assert word_list(tmp_path / "green.txt").version == "2026-1"
    (tmp_path / "green.txt").write_text("绿色\n低碳\n", encoding="utf-8")
    unnamed = word_list(tmp_path / "green.txt")
    assert len(unnamed.version) == 12
    (tmp_path / "green.txt").write_text("绿色\n", encoding="utf-8")
    assert word_list(tmp_path / "green.txt").version != unnamed.version
    assert {entry.version for entry in supplied()} == {"1"}


def test_wording_by_year_adds_up(example_panel: Path) -> None:
    frame = wordings(connect(example_panel))
    assert frame.groupby("year")["share"].sum().tolist() == pytest.approx([1.0, 1.0, 1.0])
    row = frame[(frame["year"] == 2020) & (frame["word"] == "左右")].iloc[0]
    assert (row["firmness"], row["targets"]) == ("soft", 5)
    assert wordings(connect(example_panel), "gdp", "province")["targets"].tolist() == [1, 1]
    with pytest.raises(ValueError, match="happiness"):
        wordings(connect(example_panel), "happiness")


def test_coverage_counts_by_year_and_by_region(example_panel: Path) -> None:
    found = coverage(connect(example_panel))
    assert found.by_year == {
        2019: {"nation": 1},
        2020: {"nation": 1, "province": 1},
        2021: {"nation": 1, "province": 1},
    }
    assert [(one.name, one.places, one.reports, one.first, one.last, one.missing) for one in found.regions] == [
        ("中国", 1, 3, 2019, 2021, 0),
        ("江苏省", 1, 2, 2020, 2021, 0),
    ]


def test_what_a_spreadsheet_would_run_is_text(tmp_path: Path) -> None:
    frame = pd.DataFrame({"place": ["=cmd()", "江苏省", None], "target": [-1.0, 2.0, None]})
    write_panel(frame, tmp_path / "panel.csv", {})
    rows = list(csv.reader(io.StringIO((tmp_path / "panel.csv").read_text("utf-8-sig"))))
    assert rows[1:] == [["'=cmd()", "-1.0"], ["江苏省", "2.0"], ["", ""]]


def test_more_rows_than_excel_holds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"panel\.xlsx.*csv or \.parquet"):
        write_panel(pd.DataFrame({"year": range(EXCEL_ROWS)}), tmp_path / "panel.xlsx", {})
    assert not (tmp_path / "panel.xlsx").exists()


def test_the_codebook_shows_the_dictionary(example_panel: Path, tmp_path: Path) -> None:
    codebook = write_panel(panel(connect(example_panel), ["gdp"]), tmp_path / "panel.csv").read_text(encoding="utf-8")
    assert "hard, after the number: 以上" in codebook
    assert "soft, before the number: 力争" in codebook
    assert "| status | How the report states the target | 5 | stated absent, stated number |" in codebook


@pytest.fixture(scope="module")
def package(example_panel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(
        connect(example_panel), tmp_path_factory.mktemp("package") / "out", ["gdp", "cpi"], supplied(), "CC-BY-4.0"
    )


def test_a_package_describes_every_column_of_every_table(package: Path) -> None:
    described = json.loads(package.read_text(encoding="utf-8"))
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    for table in described["resources"]:
        with (package.parent / table["path"]).open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert header == [field["name"] for field in table["schema"]["fields"]]
        assert all(field["description"] for field in table["schema"]["fields"]), table["name"]
        assert (package.parent / "data" / f"{table['name']}.codebook.md").exists()


def test_a_package_goes_into_a_folder_of_its_own(example_panel: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"precious")
    with pytest.raises(ValueError, match="other files"):
        write_package(connect(example_panel), tmp_path, ["gdp"], supplied(), "CC-BY-4.0")
    with pytest.raises(ValueError, match="mine"):
        write_package(connect(example_panel), tmp_path / "new", ["gdp"], supplied(), "mine")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


@pytest.mark.prove
def test_the_validator_of_data_packages_accepts_it(package: Path) -> None:
    try:
        python = interpreter(FRICTIONLESS)
    except AbsentPeerError as reason:
        pytest.skip(f"frictionless cannot be installed: {reason}")
    run = subprocess.run([str(python), "-m", "frictionless", "validate", str(package)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    assert run.stdout.count("VALID") == 6
    assert "INVALID" not in run.stdout
