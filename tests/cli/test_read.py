import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

import taizhang
from taizhang.cli.app import app

EXAMPLE = Path(__file__).parents[2] / "examples" / "suzhou" / "report.md"


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_json_is_what_python_says() -> None:
    code, out, _ = run("read", EXAMPLE, "--json")
    assert code == 0
    assert json.loads(out) == json.loads(json.dumps(taizhang.read(EXAMPLE).to_dict()))


def test_json_is_utf_8_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    command = [sys.executable, "-m", "taizhang.cli", "read", str(EXAMPLE), "--json"]
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert json.loads(out.decode("utf-8"))["report"]["sections"] is not None


def test_the_screen_shows_title_page_targets_and_areas() -> None:
    code, out, _ = run("read", EXAMPLE)
    assert code == 0
    for heading in ("place", "主要预期目标", "tasks"):
        assert heading in out


@pytest.mark.parametrize("name", ["figures", "targets", "milestones", "tasks"])
def test_show_prints_a_whole_table(name: str) -> None:
    assert run("read", EXAMPLE, "--show", name)[0] == 0


def test_files_are_written(tmp_path: Path) -> None:
    code, _, _ = run("read", EXAMPLE, "--xlsx", tmp_path / "r.xlsx", "--csv", tmp_path / "csv")
    assert code == 0
    assert openpyxl.load_workbook(tmp_path / "r.xlsx").sheetnames[1:] == ["figures", "targets", "milestones", "tasks"]
    assert {path.name for path in (tmp_path / "csv").iterdir()} == {
        "figures.csv",
        "targets.csv",
        "milestones.csv",
        "tasks.csv",
    }


def test_a_missing_file_is_named_without_a_traceback() -> None:
    code, _, err = run("read", "nowhere.txt")
    assert code == 1
    assert "nowhere.txt: no such file" in err
    assert "Traceback" not in err


def test_a_folder_and_an_unwritable_target_are_named(tmp_path: Path) -> None:
    assert "is a folder" in run("read", tmp_path)[2]
    code, _, err = run("read", EXAMPLE, "--xlsx", tmp_path / "no" / "r.xlsx")
    assert code == 1
    assert "r.xlsx" in err


def test_an_unknown_table_lists_the_known_ones() -> None:
    code, _, err = run("read", EXAMPLE, "--show", "budgets")
    assert code == 1
    assert "figures, targets, milestones, tasks" in err


def test_help_has_an_example() -> None:
    assert "Example: taizhang read" in run("read", "--help")[1]
