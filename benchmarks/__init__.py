"""Comparisons with peers: each module prints one table; `python -m benchmarks` runs them all."""
