"""The documents: links lead somewhere, and the tutorial runs as it is written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

DOCUMENTS = sorted(
    [*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md"), *(PROJECT / "examples").rglob("README.md")]
)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.M | re.S)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_lead_to_files(path: Path) -> None:
    targets = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (path.parent / link).exists()] == []


def test_both_readmes_have_the_same_commands() -> None:
    english, chinese = (
        [block.group(2) for block in BLOCK.finditer((PROJECT / name).read_text(encoding="utf-8"))]
        for name in ("README.md", "README.zh.md")
    )
    assert english == chinese


def run_tutorial(folder: Path, reports: str) -> None:
    """Shell and Python blocks of the tutorial in their order, over a folder of reports."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    python = ""
    for match in BLOCK.finditer((PROJECT / "docs" / "corpus.md").read_text(encoding="utf-8")):
        kind, code = match.groups()
        if kind == "sh":
            code = code.replace("examples/corpus", reports)
            subprocess.run(["sh", "-euc", code], cwd=folder, env=environment, check=True, capture_output=True)
        else:
            python += code
            subprocess.run([sys.executable, "-c", python], cwd=folder, check=True, capture_output=True)
    assert (folder / "out" / "targets.png").stat().st_size > 10_000
    assert (folder / "out" / "package" / "datapackage.json").exists()
    table = (folder / "out" / "regression.csv").read_text(encoding="utf-8")
    assert re.search(r"^target +, *-?\d", table, re.MULTILINE), table


def test_the_tutorial_runs_as_written(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(PROJECT / "examples")
    run_tutorial(tmp_path, "examples/corpus")


def test_the_tutorial_runs_over_real_reports(tmp_path: Path, reference: Path) -> None:
    (tmp_path / "reports").symlink_to(reference / "reports")
    run_tutorial(tmp_path, "reports")
