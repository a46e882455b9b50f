"""What is measured, where, and who answers: data files and their lookup.

Indicators: `indicators()` is the catalogue, `indicator_by_code(code)` one row, `indicator_code(name, unit, aspect)`
the code for a report's own words, `search_indicators(word)` what a person looks for. Places: `find_place(name,
within)`, `place_by_code(code)`. Organizations: `suggest(sentence, path, history, level)` names units that may lead or
support a task, `organization_by_name(name)` finds one by any of its names.
"""

from taizhang.catalogue.indicator_lookup import indicator_code
from taizhang.catalogue.indicators import Indicator, indicator_by_code, indicators, search_indicators
from taizhang.catalogue.organizations import Organization, organization_by_name, organizations
from taizhang.catalogue.places import Place, find_place, place_by_code, places
from taizhang.catalogue.suggestion import Decision, Suggestion, suggest

__all__ = [
    "Decision",
    "Indicator",
    "Organization",
    "Place",
    "Suggestion",
    "find_place",
    "indicator_by_code",
    "indicator_code",
    "indicators",
    "organization_by_name",
    "organizations",
    "place_by_code",
    "places",
    "search_indicators",
    "suggest",
]
