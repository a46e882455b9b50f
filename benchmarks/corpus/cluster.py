"""One Dask worker process against two, in turns in the same run."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from taizhang.corpus import Cluster, build


def compared(folder: Path, rounds: int) -> str:
    """Wall seconds of every round, and how many times as fast two workers are, best against best."""
    from distributed import LocalCluster

    seconds: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers, measured in seconds.items():
            with (
                LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as local,
                tempfile.TemporaryDirectory(dir=folder.parent) as panel,
            ):
                begin = time.monotonic()
                build(folder, Path(panel), Cluster(local.scheduler_address))
                measured.append(time.monotonic() - begin)
    lines = ["| Dask workers | seconds of each round | best |", "|---:|---|---:|"]
    for workers, measured in seconds.items():
        lines.append(f"| {workers} | {', '.join(f'{one:.1f}' for one in measured)} | {min(measured):.1f} |")
    return "\n".join([*lines, "", f"Two are {min(seconds[1]) / min(seconds[2]):.2f} times as fast as one."])
