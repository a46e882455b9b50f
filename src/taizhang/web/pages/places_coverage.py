"""Coverage: which reports does the panel hold, which are missing?"""

from __future__ import annotations

from fastapi import APIRouter, Request

from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import asked_of, chosen_words, panel_of, sheet_of

router = APIRouter()
COLUMNS = ("adcode", "place", "level", "year_first", "year_last", "reports", "years_missing")
FIELDS = ("adcode", "place", "level", "first", "last", "reports")
LISTED = 300


def places_coverage(request: Request) -> Page:
    """Reports by year and level, and each place's first and last year with those between that are missing."""
    panel, asked = panel_of(request), asked_of(request)
    by_year: dict[int, dict[str, int]] = {}
    for row in panel.ask("coverage"):
        by_year.setdefault(row["year"], {})[row["level"] or "unknown"] = row["reports"]
    every = panel.ask("place_coverage")
    level, within = asked.level, asked.within
    rows = [
        row
        for row in every
        if (level is None or row["level"] == level) and (within is None or row["adcode"].startswith(within[:2]))
    ]
    problems = panel.rows("select kind, count(*) as count from problems group by kind order by kind")
    data = {
        "reports": sum(sum(counts.values()) for counts in by_year.values()),
        "places": len(every),
        "by_year": {str(year): counts for year, counts in by_year.items()},
        "problems": {row["kind"]: row["count"] for row in problems},
        "rows": rows[:LISTED],
        "more": len(rows) > LISTED,
    }
    cells = [[*(row[name] for name in FIELDS), " ".join(map(str, row["missing"]))] for row in rows]
    return Page(
        "places_coverage.html", data, chosen_words(request, asked), sheet_of(request, "报告覆盖", COLUMNS, cells)
    )


add_page(router, "/places/coverage", places_coverage, table=True)
