"""Report N and report N+1: what was kept."""

from taizhang.fulfilment.comparison import compare
from taizhang.fulfilment.observed import attainments
from taizhang.fulfilment.series import series

__all__ = ["attainments", "compare", "series"]
