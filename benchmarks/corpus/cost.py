"""What reading many reports costs: processor seconds for each character, and the memory of each process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

SECONDS_BETWEEN_LOOKS = 0.5
BARE = """
import json, sys, time, pathlib, taizhang
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.txt"))
taizhang.read(paths[0])
begin = time.process_time()
count = sum(len(taizhang.read(path).report.text) for path in paths)
print(json.dumps({"characters": count, "seconds": time.process_time() - begin}))
"""


@dataclass(slots=True)
class Watch:
    """The largest memory of a command's first process and of any below it, in MB, and the time each used."""

    first: float = 0.0
    below: float = 0.0
    seconds: dict[int, float] = field(default_factory=dict)

    def look(self, pid: int) -> None:
        """Look once at the command and all its descendants."""
        try:
            process = psutil.Process(pid)
            self.first = max(self.first, process.memory_info().rss / 2**20)
            for one in (process, *process.children(recursive=True)):
                used = one.cpu_times()
                self.seconds[one.pid] = used.user + used.system
                if one is not process:
                    self.below = max(self.below, one.memory_info().rss / 2**20)
        except psutil.NoSuchProcess:
            return


@dataclass(frozen=True, slots=True)
class Spent:
    """One command: wall and processor seconds of all its processes, and its memory."""

    wall: float
    processor: float
    watch: Watch


def spent(*command: str) -> Spent:
    """Run a command to its end."""
    begin = time.monotonic()
    watch, over = Watch(), threading.Event()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)

    def keep_looking() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            watch.look(process.pid)

    thread = threading.Thread(target=keep_looking)
    thread.start()
    status = process.wait()
    over.set()
    thread.join()
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return Spent(time.monotonic() - begin, sum(watch.seconds.values()), watch)


def build_command(folder: Path, panel: Path, workers: int) -> tuple[str, ...]:
    """The command that builds a panel."""
    words = (sys.executable, "-m", "taizhang.cli", "corpus", "build", str(folder), "--out", str(panel))
    return (*words, "--workers", str(workers))


def compared(folder: Path, rounds: int) -> str:
    """Bare reader, one process and all cores in turns, each by processor seconds; the best round of each counts."""
    rows: dict[str, list[float]] = {"bare reader": [], "build, this process": [], "build, all cores": []}
    characters = 0
    for _ in range(rounds):
        told = json.loads(
            subprocess.run([sys.executable, "-c", BARE, str(folder)], capture_output=True, check=True).stdout
        )
        characters = told["characters"]
        rows["bare reader"].append(told["seconds"])
        for name, workers in (("build, this process", 1), ("build, all cores", os.cpu_count() or 1)):
            with tempfile.TemporaryDirectory(dir=folder.parent) as panel:
                rows[name].append(spent(*build_command(folder, Path(panel), workers)).processor)
    bare = min(rows["bare reader"])
    lines = [
        f"{characters:,} characters, {rounds} rounds",
        "",
        "| | characters/s/core | of the bare reader |",
        "|---|---:|---:|",
    ]
    for name, seconds in rows.items():
        lines.append(f"| {name} | {characters / min(seconds):,.0f} | {bare / min(seconds):.1%} |")
    return "\n".join(lines)


def whole_build(folder: Path, panel: Path, workers: int) -> str:
    """One build: time, memory, and the size of each part of the panel."""
    cost = spent(*build_command(folder, panel, workers or os.cpu_count() or 1))
    lines = [
        f"{cost.wall:,.0f} s, {cost.processor:,.0f} processor seconds; "
        f"memory {cost.watch.first:,.0f} MB, of a worker at most {cost.watch.below:,.0f} MB",
        "",
        "| part | MB |",
        "|---|---:|",
    ]
    for part in sorted(path for path in panel.iterdir() if path.is_dir()):
        size = sum(file.stat().st_size for file in part.rglob("*") if file.is_file())
        lines.append(f"| {part.name} | {size / 2**20:,.1f} |")
    return "\n".join(lines)
