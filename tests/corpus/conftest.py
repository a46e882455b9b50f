"""The example corpus, read once."""

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
