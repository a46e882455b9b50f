"""A report of the panel: the sentences that its numbers stand on."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from fastapi import APIRouter, HTTPException, Request

from taizhang.web.page import Page, add_page
from taizhang.web.panel_choice import panel_of

router = APIRouter()
FACTS = ("report", "source", "place", "adcode", "level", "year", "date", "speaker", "session", "characters")


def panel_report(request: Request) -> Page:
    """The body of a report by its parts; `at` marks the sentence at an offset, `q` words to light up."""
    panel = panel_of(request)
    report = panel.report(request.path_params["key"])
    if report is None:
        raise HTTPException(404, "no_such_report")
    at = request.query_params.get("at", "")
    offset = int(at) if at.isdecimal() and len(at) < 10 else -1
    sentences = panel.sentences(report)
    asked = next((row["number"] for row in sentences if row["start"] <= offset < row["end"]), None)
    problems = panel.rows(
        "select kind, message from problems where report = $key order by kind, message", {"key": report["report"]}
    )
    data = {
        **{name: report[name] for name in FACTS},
        "kept": report["kept"],
        "kept_report": report["kept_report"],
        "problems": problems,
        "sentences": sentences,
    }
    parts = [(kind, paragraphs(list(held))) for kind, held in groupby(sentences, lambda row: row["kind"])]
    shown = {"parts": parts, "asked_sentence": asked, "words": request.query_params.get("q", "").split()[:9]}
    return Page("panel_report.html", data, shown)


def paragraphs(sentences: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The sentences in runs that follow one another without a break between them."""
    found: list[list[dict[str, Any]]] = []
    for row in sentences:
        if found and found[-1][-1]["end"] == row["start"]:
            found[-1].append(row)
        else:
            found.append([row])
    return found


add_page(router, "/places/reports/{key}", panel_report)
