"""`/style`: every component of the pages once, for those who change them."""

from __future__ import annotations

from fastapi import APIRouter, Request

from taizhang.web.lights import SHAPES
from taizhang.web.page import Page, add_page

router = APIRouter()


def style(request: Request) -> Page:
    """Lights, marks, tables, forms and messages."""
    return Page("style.html", {"lights": SHAPES})


add_page(router, "/style", style)
