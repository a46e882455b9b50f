"""Where there is a panel and no ledger, the first page is the comparison of places."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

router = APIRouter()


@router.get("/", include_in_schema=False)
def panel_home() -> Response:
    """On to the places."""
    return RedirectResponse("/places", 303)
