"""Documents from strangers, parsed in a process of their own that can be killed without harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import taizhang.reading.worker as worker
from taizhang.reading.document import Document
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS, within
from taizhang.reading.wire import from_wire

PACKAGES = str(Path(worker.__file__).parents[2])
COMMAND = (sys.executable, "-m", worker.__name__)  # followed by the name of the document, and the page to draw
# What a child needs of the surroundings: programs, packages, a place for temporary files.
KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "HOME", "LD_LIBRARY_PATH")


def parse_apart(data: bytes, name: str) -> Document:
    """As `read_document`, in a child process bounded in memory and time.

    Raises `UnreadableDocument` also where the child crashes or is stopped at a limit.
    """
    return from_wire(run_apart(data, name))


def draw_apart(data: bytes, name: str, page: int) -> bytes:
    """As `draw_page`, in such a child process."""
    return run_apart(data, name, str(page))


def run_apart(data: bytes, name: str, *words: str) -> bytes:
    """What the worker answers for a document. Raises `UnreadableDocument` with its reason where it has none."""
    within(len(data), LIMITS.bytes, name, "bytes", "Cut out the report itself.")
    surroundings = {key: os.environ[key] for key in KEPT if key in os.environ}
    child = subprocess.Popen(
        [*COMMAND, name, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**surroundings, "PYTHONPATH": PACKAGES, "OMP_NUM_THREADS": "2"},
        start_new_session=True,
    )
    try:
        answer, _ = child.communicate(data, timeout=LIMITS.scan_seconds + LIMITS.seconds)
    except subprocess.TimeoutExpired:
        raise too_slow(name) from None
    finally:
        end(child)
    if child.returncode == 0:
        return answer
    if child.returncode == worker.UNREADABLE:
        raise UnreadableDocument(answer.decode())
    if child.returncode == -signal.SIGALRM:
        raise too_slow(name)
    raise UnreadableDocument(f"{name}: reading it failed: damaged, or too much memory needed. Save it again as .docx.")


def too_slow(name: str) -> UnreadableDocument:
    """The error for a document that takes too long."""
    return UnreadableDocument(
        f"{name}: reading it takes too long (over {LIMITS.seconds:.0f} seconds). Save it as .docx."
    )


def end(child: subprocess.Popen[bytes]) -> None:
    """End a child and whatever it started."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError, AttributeError):
        child.kill()
    child.wait()
