"""Reads every report given as argument, everything included, and prints what it cost as one JSON object."""

from __future__ import annotations

import json
import resource
import sys
import time

import taizhang


def main() -> None:
    """Read all once to warm up, then three times by the processor's clock; the best round counts."""
    paths = sys.argv[1:]
    rounds = []
    for _ in range(4):
        begin = time.process_time()
        characters = sum(len(taizhang.read(path).report.text) for path in paths)
        rounds.append(time.process_time() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"characters": characters, "seconds": min(rounds[1:]), "megabytes": memory}))


if __name__ == "__main__":
    main()
