"""The time that a process which reads one document has."""

from __future__ import annotations

import signal

ALARM = hasattr(signal, "setitimer")  # Windows has none: there the parent's own time limit counts


def start(seconds: float) -> None:
    """Let this process die after so many seconds: for processes that read one document only."""
    if ALARM:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def extend(seconds: float) -> None:
    """Give slow work more time, where a deadline runs."""
    if ALARM and signal.getitimer(signal.ITIMER_REAL)[0] > 0:
        signal.setitimer(signal.ITIMER_REAL, seconds)
