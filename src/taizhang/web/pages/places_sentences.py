"""Sentences: where in all reports is it said?"""

from __future__ import annotations

from fastapi import APIRouter, Request

from taizhang.corpus.search import LIMIT, Hit, search, words_of
from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import Asked, asked_of, chosen_words, panel_of, sheet_of

router = APIRouter()
COLUMNS = ("place", "year", "part", "sentence", "report")


def places_sentences(request: Request) -> Page:
    """The first fifty sentences with every word of `q`, of a level, province or span of years where one is chosen."""
    panel, asked = panel_of(request), asked_of(request)
    q = request.query_params.get("q", "").strip()[:100]
    words: tuple[str, ...] = ()
    hits: list[Hit] = []
    short = False
    if q:
        try:
            words = words_of(q)
            hits = list(search(panel.folder, q, reports=allowed(request, asked)))
        except ValueError:
            short = True
    known = panel.reports([hit.report for hit in hits])
    rows = [
        {
            "place": known[hit.report]["place"],
            "year": known[hit.report]["year"],
            "kind": hit.kind,
            "start": hit.start,
            "text": hit.text,
            "report": hit.report,
        }
        for hit in hits
        if hit.report in known
    ]
    data = {"q": q, "hits": rows, "more": len(hits) == LIMIT, "short": short}
    cells = [[row[name] for name in ("place", "year", "kind", "text", "report")] for row in rows]
    sheet = sheet_of(request, f"语句 {q}", COLUMNS, cells)
    return Page("places_sentences.html", data, {**chosen_words(request, asked), "words": list(words)}, sheet)


def allowed(request: Request, asked: Asked) -> set[str] | None:
    """The reports of the level, province and years chosen; none where nothing is."""
    panel = panel_of(request)
    whole = not panel.years or (asked.first, asked.last) == (panel.years[0], panel.years[-1])
    if asked.level is None and asked.within is None and whole:
        return None
    chosen = (
        "select report from reports where (cast($level as text) is null or level = $level) "
        "and (cast($within as text) is null or starts_with(adcode, $within)) and year between $first and $last"
    )
    return {row["report"] for row in panel.rows(chosen, asked.values())}


add_page(router, "/places/sentences", places_sentences, table=True)
