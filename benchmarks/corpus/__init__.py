"""A nation's reports: how fast, how large, how soon answered. `python -m benchmarks.corpus --help`."""
