"""What is measured, where, and who answers: data files and their lookup.

Indicators: `indicators()` is the catalogue, `indicator_by_code(code)` one row, `indicator_code(name, unit, aspect)`
the code for a report's own words, `search_indicators(word)` what a person looks for. Places: `find_place(name,
within)`, `place_by_code(code)`.
"""

from taizhang.catalogue.indicator_lookup import indicator_code
from taizhang.catalogue.indicators import Indicator, indicator_by_code, indicators, search_indicators
from taizhang.catalogue.places import Place, find_place, place_by_code, places

__all__ = [
    "Indicator",
    "Place",
    "find_place",
    "indicator_by_code",
    "indicator_code",
    "indicators",
    "place_by_code",
    "places",
    "search_indicators",
]
