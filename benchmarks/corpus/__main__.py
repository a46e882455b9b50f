"""`python -m benchmarks.corpus COMMAND`: reports multiplied, and what a panel of them costs and gives."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpus import cluster, cost, multiplied, questions
from benchmarks.speed import texts


def main() -> None:
    """Run one command; each prints a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("make", help="write COUNT reports below FOLDER; goes on where it was broken off")
    made.add_argument("count", type=int)
    made.add_argument("folder", type=Path)
    bare = commands.add_parser("reader", help="characters a processor second: bare reader, one process, all cores")
    bare.add_argument("folder", type=Path)
    bare.add_argument("--rounds", type=int, default=3)
    built = commands.add_parser("build", help="build PANEL on all cores and say what it cost; goes on where it stood")
    built.add_argument("folder", type=Path)
    built.add_argument("panel", type=Path)
    built.add_argument("--workers", type=int, default=0)
    pair = commands.add_parser("cluster", help="one Dask worker against two, in turns")
    pair.add_argument("folder", type=Path)
    pair.add_argument("--rounds", type=int, default=3)
    asked = commands.add_parser("questions", help="how soon a panel answers, cold and warm")
    asked.add_argument("panel", type=Path)
    given = parser.parse_args()
    if given.command == "make":
        reports = texts()
        if not reports:
            raise SystemExit("no reports to multiply (set TAIZHANG_REFERENCE)")
        multiplied.make(given.count, given.folder, reports)
    elif given.command == "reader":
        print(cost.compared(given.folder, given.rounds))
    elif given.command == "build":
        print(cost.whole_build(given.folder, given.panel, given.workers))
    elif given.command == "cluster":
        print(cluster.compared(given.folder, given.rounds))
    else:
        print(questions.table(questions.measure(given.panel)))


if __name__ == "__main__":
    main()
