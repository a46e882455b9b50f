"""Chinese as such: numerals, units, bounds, periods, coordination. Knows no report."""
