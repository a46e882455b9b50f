"""Wording: with which words are targets stated, year by year?"""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request

from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import asked_of, chosen_record, chosen_words, panel_of, sheet_of

router = APIRouter()
COLUMNS = ("year", "firmness_word", "firmness", "targets_counted", "share")
# Words with a column of their own, the most frequent ones; the others are added up.
WORDS = 6


def places_wording(request: Request) -> Page:
    """The share of 以上, 左右, ranges and plain numbers among the numeric targets of each year."""
    asked = asked_of(request)
    every = request.query_params.get("code") == "all"
    values = asked.values() | ({"code": None} if every else {})
    rows = panel_of(request).ask("wording", **values)
    total: Counter[str] = Counter()
    for row in rows:
        total[row["word"]] += row["targets"]
    frequent = [word for word, _ in total.most_common(WORDS)]
    years = sorted({row["year"] for row in rows})
    share = {(row["year"], row["word"]): row["share"] for row in rows}
    counts = Counter({year: sum(row["targets"] for row in rows if row["year"] == year) for year in years})
    table = [
        {
            "year": year,
            "targets": counts[year],
            "shares": [share.get((year, word), 0.0) for word in frequent],
            "others": max(0.0, 1 - sum(share.get((year, word), 0.0) for word in frequent)),
        }
        for year in years
    ]
    data = {**chosen_record(asked), "all": every, "level": asked.level, "rows": rows}
    firmness = {row["word"]: row["firmness"] for row in rows}
    shown = {**chosen_words(request, asked), "words": [(word, firmness[word]) for word in frequent], "table": table}
    cells = [[row[name] for name in ("year", "word", "firmness", "targets", "share")] for row in rows]
    return Page("places_wording.html", data, shown, sheet_of(request, "目标措辞", COLUMNS, cells))


add_page(router, "/places/wording", places_wording, table=True)
