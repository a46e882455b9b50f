"""Search: where is it said?"""

from __future__ import annotations

from fastapi import APIRouter, Request

from taizhang.web.page import Page, add_page
from taizhang.web.pages.choice import ledger_of, reading_of, summary
from taizhang.web.sentence_search import search_reading

router = APIRouter()
LIMIT = 300


def search(request: Request) -> Page:
    """Sentences with every word of `q`, by report and section."""
    asked = request.query_params.get("q", "").strip()[:100]
    hits = [
        {"report": summary(entry), **hit}
        for entry in ledger_of(request).reports()
        for hit in search_reading(reading_of(request, entry), asked.split())
    ]
    data = {"q": asked, "hits": hits[:LIMIT], "more": len(hits) > LIMIT}
    return Page("search.html", data, {"words": asked.split()})


add_page(router, "/search", search)
