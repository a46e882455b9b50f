"""Peers in virtual environments of their own, kept in a cache folder outside the project.

TAIZHANG_BENCH_CACHE names the folder; the default is ~/.cache/taizhang-benchmarks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent / "peers"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that reads such text too: its packages, and the script that runs it."""

    name: str
    requirements: tuple[str, ...]
    script: str
    note: str


PEERS = (
    Peer(
        "Recognizers-Text 1.0.2a2",
        ("recognizers-text-suite==1.0.2a2", "emoji<2"),
        "recognizers.py",
        "numbers, units and dates; the first 2,000 characters of each report",
    ),
    Peer("JioNLP 1.5.31", ("jionlp==1.5.31",), "jionlp_peer.py", "amounts of money and times, unparsed"),
)


class AbsentPeerError(Exception):
    """A peer that cannot be run here, and why."""


def cache() -> Path:
    """The folder that holds the environments."""
    named = os.environ.get("TAIZHANG_BENCH_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "taizhang-benchmarks"


def interpreter(peer: Peer) -> Path:
    """The Python of the peer's environment, made on first use; `AbsentPeerError` where it cannot be installed."""
    home = cache() / "-".join(peer.name.lower().split())
    python, done = home / "bin" / "python", home / "installed"
    if done.exists():
        return python
    run([sys.executable, "-m", "venv", "--clear", str(home)])
    run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.requirements])
    done.touch()
    return python


def run(command: list[str], seconds: int = 1_800) -> str:
    """What the command prints. Raises `AbsentPeerError` with the last line of its complaint where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=seconds, check=True)
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:] or [f"exit code {error.returncode}"]
        raise AbsentPeerError(last[0]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AbsentPeerError(str(error)) from error
    return done.stdout


def run_peer(peer: Peer, texts: list[Path]) -> str:
    """What the peer's script prints over the texts."""
    return run([str(interpreter(peer)), str(SCRIPTS / peer.script), *map(str, texts)])
