"""`python -m benchmarks.formats [KIND ...]`: the scores of the annotated reports by the format they are kept in."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.reading.test_conversions import ALLOWED, DEV, Gold

SHOWN = ("found", "value", "indicator", "period", "strict", "headline", "milestones", "meta")


def main() -> None:
    """Print one line for each format as it is finished; `plain` is the text itself."""
    reference = Path(os.environ.get("TAIZHANG_REFERENCE", "../shared"))
    sys.path.insert(0, str(reference / "gold"))
    gold = Gold(reference, importlib.import_module("align"), importlib.import_module("score"))
    print("| format | " + " | ".join(SHOWN) + " | seconds |")
    print("|---|" + "---:|" * (len(SHOWN) + 1))
    for kind in sys.argv[1:] or ("plain", *ALLOWED):
        begin = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            scores = gold.scores(DEV, kind, Path(folder))
        cells = (f"{scores[key]:.3f}" for key in SHOWN)
        print(f"| {kind} | {' | '.join(cells)} | {time.monotonic() - begin:.0f} |", flush=True)


if __name__ == "__main__":
    main()
