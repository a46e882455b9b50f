"""How commands fail: one line that names the file and what to do, exit code 1, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer


def fail(message: str) -> NoReturn:
    """Print the message to stderr and leave with exit code 1."""
    write_text(f"taizhang: {message}\n", error=True)
    raise typer.Exit(1)


def write_text(text: str, *, error: bool = False) -> None:
    """Write UTF-8 whatever the terminal's locale is."""
    stream = sys.stderr if error else sys.stdout
    stream.flush()
    stream.buffer.write(text.encode("utf-8"))
    stream.buffer.flush()


@contextmanager
def naming_failures(path: Path | str) -> Iterator[None]:
    """Turn what can go wrong with a file into a message that names it."""
    try:
        yield
    except FileNotFoundError:
        fail(f"{path}: no such file or folder. Check the path.")
    except IsADirectoryError:
        fail(f"{path}: is a folder. Name one file in it.")
    except PermissionError:
        fail(f"{path}: may not be opened. Check its permissions.")
    except OSError as error:
        fail(f"{path}: {error.strerror or error}")
    except ValueError as error:
        text = str(error)
        fail(text if str(path) in text else f"{path}: {text}")
