"""Chinese as such: numerals, units, bounds, periods, coordination. Knows no report."""

from taizhang.language.numerals import parse_number
from taizhang.language.quantity import Quantity
from taizhang.language.scan import scan
from taizhang.language.senses import quantities

__all__ = ["Quantity", "parse_number", "quantities", "scan"]
