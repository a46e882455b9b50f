"""Report N and report N+1: what was kept."""

from taizhang.fulfilment.comparison import compare

__all__ = ["compare"]
