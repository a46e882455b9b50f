"""The example corpus, read once."""

import hashlib
from pathlib import Path

import pytest

from taizhang.corpus import InProcess, build
from tests.conftest import PROJECT

EXAMPLE = PROJECT / "examples" / "corpus"


@pytest.fixture(scope="session")
def example_panel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The panel of `examples/corpus`."""
    panel = tmp_path_factory.mktemp("panel") / "panel"
    build(EXAMPLE, panel, InProcess())
    return panel


def hashes(panel: Path) -> dict[str, str]:
    """The hash of every file of a panel."""
    return {
        path.relative_to(panel).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(panel.rglob("*"))
        if path.is_file()
    }


def multiplied(folder: Path, copies: int) -> Path:
    """The example many times over, every text its own."""
    for number in range(copies):
        for path in sorted(EXAMPLE.rglob("*.txt")):
            text = path.read_text(encoding="utf-8").replace("1100万", f"{1100 + number}万")
            (folder / f"{number:04d}{path.name}").write_text(text + f"\n{number}", encoding="utf-8")
    return folder
