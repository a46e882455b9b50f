"""`python -m taizhang.cli` is the `taizhang` command."""

from taizhang.cli.app import main

main()
