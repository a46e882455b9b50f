"""The command line: one thin command per verb."""

from taizhang.cli.app import main

__all__ = ["main"]
