"""Where the reference material lies, and what is skipped where it does not."""

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
REFERENCE = Path(os.environ.get("TAIZHANG_REFERENCE", PROJECT.parent / "shared")).resolve()


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder with `gold/` and `reports/`; tests that need it skip where it is absent."""
    if not (REFERENCE / "gold" / "score.py").exists():
        pytest.skip(f"no reference material at {REFERENCE} (set TAIZHANG_REFERENCE)")
    return REFERENCE
