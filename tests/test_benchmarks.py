"""The comparisons: marks of the exam are strict, tables are whole, absent things are skipped with their reason."""

import json
import sys
from pathlib import Path

import pytest
from benchmarks import __main__ as performance
from benchmarks import environments, exam, growth, speed
from benchmarks.corpus import cost, multiplied, questions

from taizhang.extraction import extract
from taizhang.reading import read_bytes

PASS = 0.94


def specification(text: str, *results: tuple[str, str, str]) -> dict[str, object]:
    return {
        "Input": text,
        "Results": [
            {"Text": quote, "Resolution": {"value": value, **({"isoCurrency": code} if code else {})}}
            for quote, value, code in results
        ],
    }


def test_an_exam_marks_text_value_and_currency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = {
        "NumberModel": [
            specification("三百五十", ("三百五十", "350", "")),
            specification("六个", ("六", "6", "")),
            specification("七个", ("七", "8", "")),
            specification("统一", ("一", "1", "")),
        ],
        "PercentModel": [specification("占八成", ("八成", "80%", "")), specification("占九成")],
        "CurrencyModel": [
            specification("３美元", ("3美元", "3", "USD")),
            specification("3欧元", ("3欧元", "3", "USD")),
        ],
    }
    for model, rows in cases.items():
        (tmp_path / f"{model}.json").write_text(json.dumps(rows), encoding="utf-8")
    monkeypatch.setenv("TAIZHANG_EXAM", str(tmp_path))
    results = exam.run()
    assert [(one.cases, one.right) for one in results] == [(4, 2), (2, 1), (2, 1)]
    assert [one.failed for one in results] == [("七个", "统一"), ("占九成",), ("3欧元",)]
    assert "| all | 8 | 4 | 50.0% | 4 |" in exam.table(results)


def test_without_a_folder_there_is_no_exam(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("TAIZHANG_EXAM", raising=False)
    exam.main()
    assert "exam skipped" in capsys.readouterr().out


def test_the_public_exam_is_passed() -> None:
    results = exam.run()
    if not results:
        pytest.skip("TAIZHANG_EXAM names no folder with the specifications of Recognizers-Text")
    assert sum(one.right for one in results) >= PASS * sum(one.cases for one in results)


def test_a_peer_that_cannot_be_installed_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TAIZHANG_BENCH_CACHE", str(tmp_path / "file"))
    peer = environments.Peer("Nobody 1", ("nobody==1",), "none.py", "nothing")
    monkeypatch.setattr(speed, "PEERS", (peer,))
    monkeypatch.setattr(speed, "texts", lambda: [Path(__file__).parent.parent / "examples" / "suzhou" / "report.md"])
    own, absent = speed.measure()
    assert own.speed is not None
    assert absent.speed is None
    assert absent.reason in speed.table([own, absent])


def test_a_command_that_fails_names_its_last_complaint() -> None:
    with pytest.raises(environments.AbsentPeerError, match="no such thing"):
        environments.run([sys.executable, "-c", "import sys; sys.exit('no such thing')"])


def test_growth_compares_a_text_with_a_tenth_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "SHAPES", {"commas": ("，", 2_000)})
    (row,) = growth.measure()
    assert (row.shape, row.size) == ("commas", 2_000)
    assert "| commas | 2,000 |" in growth.table([row])


def test_multiplied_reports_are_their_own_place_and_year_with_other_numbers(tmp_path: Path) -> None:
    report = tmp_path / "suzhou-2020.txt"
    text = (Path(__file__).parent.parent / "examples" / "suzhou" / "report.md").read_text(encoding="utf-8")
    report.write_text(text, encoding="utf-8")
    multiplied.make(40, tmp_path / "made", [report])
    made = sorted((tmp_path / "made").rglob("*.txt"))
    readings = [extract(read_bytes(path.read_bytes(), path.name)) for path in made]
    assert len(made) == 40
    assert len({(reading.report.adcode, reading.report.year) for reading in readings}) == 40
    assert {reading.report.adcode for reading in readings} == {"100000", "110000"}
    assert len({tuple(target.quote for target in reading.targets) for reading in readings}) > 30
    before = {path: path.read_bytes() for path in made}
    multiplied.make(40, tmp_path / "again", [report])
    assert {(tmp_path / "again" / path.relative_to(tmp_path / "made")).read_bytes() for path in made} == set(
        before.values()
    )


def test_a_build_is_watched_and_a_panel_asked(tmp_path: Path) -> None:
    folder = Path(__file__).parent.parent / "examples" / "corpus"
    assert "| sentences |" in cost.whole_build(folder, tmp_path / "panel", 1)
    answers = questions.measure(tmp_path / "panel")
    assert {one.name: one.rows for one in answers}["sentences with 数据中心"] == 1
    assert all(one.best <= one.worst for one in answers)


def test_a_command_that_fails_stops_the_measurement(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="ended with 1"):
        cost.spent(*cost.build_command(tmp_path / "nowhere", tmp_path / "panel", 1))


def test_what_is_skipped_keeps_the_table_that_stands_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "performance.md"
    page.write_text(
        performance.page_of("old\n\n", {"Growth": "| 1 |", "Exam": "| 98 % |\n\nof an earlier run"}), "utf-8"
    )
    monkeypatch.setattr(performance, "PAGE", page)
    monkeypatch.setattr(performance, "sections", lambda: {"Growth": "| 2 |", "Exam": "Skipped: no folder."})
    performance.main()
    kept = performance.written(page.read_text("utf-8"))
    assert kept == {"Growth": "| 2 |", "Exam": "| 98 % |\n\nof an earlier run"}
