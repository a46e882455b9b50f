"""Kept? What became of last year's promises: both texts side by side, verdicts, and people's rulings on them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from taizhang.exchange import (
    comparison_document,
    comparison_record,
    comparison_title,
    comparison_workbook,
    result_rows,
)
from taizhang.exchange.comparison_page import page_parts
from taizhang.exchange.comparison_rows import RESULT_COLUMNS
from taizhang.ledger import LedgerError, LedgerReport
from taizhang.model import Comparison, Reading
from taizhang.web.page import Page, Sheet, add_page
from taizhang.web.pages.choice import entry_with, ledger_of, reading_of, summary
from taizhang.web.people import visitor

router = APIRouter()
PAIR = "/compare/{earlier_id:int}/{later_id:int}"
KEPT = ("exceeded", "met")


def pairs(request: Request) -> Page:
    """The reports of one place in neighbouring years, the latest first."""
    entries = ledger_of(request).reports()
    found = [
        {"earlier": summary(earlier), "later": summary(later)}
        for later in entries
        for earlier in entries
        if later.year and earlier.year == later.year - 1 and earlier.adcode == later.adcode
    ]
    return Page("compare_pairs.html", {"report": None, "pairs": found})


def kept(request: Request) -> Page:
    """Every promise of one report, what the next says of it, the verdict and who ruled on it."""
    earlier, later, readings = named_pair(request)
    comparison = compared(request, earlier, later, readings)
    parts = page_parts(comparison)
    asked = request.query_params.get("verdict", "")
    data: dict[str, Any] = {"report": summary(earlier), "next": summary(later), **comparison_record(comparison)}
    shown = {**parts, "report": summary(earlier), "next": summary(later), "asked": asked, "shares": shares(comparison)}
    rows = [
        [column.of(number, row) for column in RESULT_COLUMNS] for number, row in enumerate(result_rows(comparison), 1)
    ]
    sheet = Sheet(
        comparison_title(comparison),
        [column.heading for column in RESULT_COLUMNS],
        rows,
        lambda: comparison_workbook(comparison),
        lambda: comparison_document(comparison),
    )
    return Page("compare.html", data, shown, sheet)


def rule(
    request: Request,
    start: Annotated[int, Form()],
    end: Annotated[int, Form()],
    verdict: Annotated[str, Form()],
    words: Annotated[str, Form()] = "",
) -> Response:
    """Confirm or correct one verdict."""
    earlier, later, readings = named_pair(request)
    try:
        ledger_of(request).rulings.rule(
            (earlier.id, later.id),
            readings,
            (start, end),
            verdict,
            words,
            visitor(request).name,
        )
    except (LedgerError, ValueError) as error:
        raise HTTPException(409, "not_changed") from error
    return RedirectResponse(f"/compare/{earlier.id}/{later.id}#row-{start}-{end}", 303)


def named_pair(request: Request) -> tuple[LedgerReport, LedgerReport, tuple[Reading, Reading]]:
    """The two reports of the address with their readings; answers 404 where there is one missing."""
    earlier, later = (entry_with(request, int(request.path_params[name])) for name in ("earlier_id", "later_id"))
    return earlier, later, (reading_of(request, earlier), reading_of(request, later))


def compared(
    request: Request, earlier: LedgerReport, later: LedgerReport, readings: tuple[Reading, Reading]
) -> Comparison:
    """The comparison with people's rulings over it; answers 404 where the two are no pair."""
    try:
        return ledger_of(request).rulings.compare((earlier.id, later.id), readings)
    except ValueError as error:
        raise HTTPException(404, "no_such_pair") from error


def shares(comparison: Comparison) -> list[dict[str, Any]]:
    """By area, in the order of the report: how many promises, how many kept, and the share in whole per cent."""
    areas: dict[str, list[bool]] = {}
    for one in comparison.fulfilments:
        areas.setdefault(one.promise.area, []).append(one.judgement.verdict in KEPT)
    return [
        {"area": area, "promises": len(done), "kept": sum(done), "share": round(100 * sum(done) / len(done))}
        for area, done in areas.items()
    ]


add_page(router, "/compare", pairs)
add_page(router, PAIR, kept, table=True, document=True)
router.add_api_route(PAIR, rule, methods=["POST"], name="rule", include_in_schema=False)
