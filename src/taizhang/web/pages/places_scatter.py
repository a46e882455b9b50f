"""Target against outcome: are targets reached, and by how much?"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup

from taizhang.corpus.opened import OpenPanel
from taizhang.exchange.scatter_chart import Point, scatter_chart
from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import asked_of, chosen_name, chosen_record, chosen_words, panel_of, sheet_of
from taizhang.web.words import language_of, word

router = APIRouter()
COLUMNS = ("adcode", "place", "year", "target", "outcome", "met", "report")
FIELDS = ("adcode", "place", "year", "target", "outcome", "met", "report")
# Beyond so many points circles on a grid say more than the points; so many rows the page lists below.
SINGLE, CELLS, LISTED = 400, 48, 300
ALL = 10_000_000


def places_scatter(request: Request) -> Page:
    """A point for each place and year whose next report states the outcome in the target's own sense."""
    panel, asked = panel_of(request), asked_of(request)
    if asked.choice is None:
        return Page("places_empty.html", {"rows": []}, chosen_words(request, asked))
    values = asked.values()
    (summary,) = panel.ask("scatter_summary", **values)
    rows = panel.ask("scatter", **values, rows=ALL if request.url.path.endswith((".csv", ".xlsx")) else LISTED)
    language = language_of(request)
    points = points_of(panel, summary, values)
    axes = (word(language, "target"), word(language, "outcome"))
    chart = Markup(scatter_chart(chosen_name(request, asked), points, asked.choice.unit, axes)) if points else None
    data = {
        **chosen_record(asked),
        "level": asked.level,
        "from": asked.first,
        "to": asked.last,
        **{name: summary[name] for name in ("points", "judged", "met", "mean_difference")},
        "rows": rows,
        "more": summary["points"] > len(rows),
    }
    cells = [[row[name] for name in FIELDS] for row in rows]
    sheet = sheet_of(request, f"{asked.choice.name}目标与结果", COLUMNS, cells)
    return Page("places_scatter.html", data, {**chosen_words(request, asked), "chart": chart}, sheet)


def points_of(panel: OpenPanel, summary: dict[str, Any], values: dict[str, Any]) -> list[Point]:
    """Each place and year, or how many lie in each cell of a grid over all but the outermost hundredths."""
    if summary["points"] <= SINGLE:
        rows = panel.ask("scatter", **values, rows=SINGLE)
        return [Point(row["target"], row["outcome"], f"{row['place']} {row['year']}") for row in rows]
    low, high = summary["low"], max(summary["high"], summary["low"] + 1e-9)
    size = (high - low) / CELLS
    cells = panel.ask("scatter_cells", **values, low=low, high=high, cells=CELLS)
    return [
        Point(low + (row["across"] + 0.5) * size, low + (row["up"] + 0.5) * size, count=row["points"]) for row in cells
    ]


add_page(router, "/places/scatter", places_scatter, table=True)
