"""Templates and what they may call: words in two languages, quantities, dates, addresses."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from taizhang.exchange import amount, condition, date_words, due_words, quantity
from taizhang.exchange.chart_parts import shown
from taizhang.language.amounts import digits
from taizhang.web.form_token import FIELD, VISIT_COOKIE, form_token
from taizhang.web.lights import SHAPES
from taizhang.web.people import visitor
from taizhang.web.permissions import may_call
from taizhang.web.words import language_of, word

if TYPE_CHECKING:
    from taizhang.web.page import Page

HERE = Path(__file__).parent
STATIC = HERE / "static"


@pass_context
def translate(context: Context, key: str, **values: Any) -> str:
    """The word for `key` in the language of the request."""
    return word(context["language"], key, **values)


@pass_context
def may(context: Context, method: str, path: str) -> bool:
    """Whether the visitor may call a route, so that a page offers only what it may do."""
    return may_call(context["account"], method, path)


@pass_context
def form_field(context: Context) -> Markup:
    """The hidden field with the token that every form must carry."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, form_token(context["request"]))


@pass_context
def address(context: Context, **changes: Any) -> str:
    """The address of this page with some parameters changed; none takes a parameter out."""
    query = {**dict(context["request"].query_params), **changes}
    return f"{context['request'].url.path}?{urlencode({k: v for k, v in query.items() if v not in (None, '')})}"


@pass_context
def beside(context: Context, form: str) -> str:
    """The address of this page in another form (json, xlsx, csv), with the same parameters."""
    url = context["request"].url
    stem = "/overview" if url.path == "/" else url.path.rstrip("/")
    return f"{stem}.{form}{f'?{url.query}' if url.query else ''}"


def exact(value: Decimal | None, unit: str | None) -> str:
    """The whole number in its base unit, for the hover over a shortened amount."""
    return "" if value is None else f"{digits(value)} {unit or ''}".strip()


def shown_value(value: Any) -> str:
    """A field's value in words: lists joined, none as a dash."""
    if isinstance(value, tuple | list):
        return "、".join(value) or "–"
    if isinstance(value, dict):
        return "；".join(f"{heading}：{words}" for heading, words in value.items()) or "–"
    return "–" if value in (None, "") else str(value)


def lit(text: str, words: list[str]) -> Markup:
    """The text with every one of the words marked."""
    if not words:
        return escape(text)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    made, at = Markup(), 0
    for found in pattern.finditer(text):
        made += escape(text[at : found.start()]) + Markup("<mark>{}</mark>").format(found[0])
        at = found.end()
    return made + escape(text[at:])


def measure(value: float, unit: str | None) -> str:
    """A number of a panel as people read it, with its unit: 6.5%, 1.93万亿元."""
    return shown(value, unit or "")


def signed(value: float) -> str:
    """A difference with its sign: +0.5, −1.2; without one where there is none."""
    rounded = round(value, 2)
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"


def percent(share: float) -> str:
    """A share as whole percent."""
    return f"{share:.0%}"


def asset(name: str) -> str:
    """The address of a static file, with a mark that changes when the file does."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
    return f"/static/{name}?v={mark}"


def environment() -> Environment:
    """The template environment: everything escaped, nothing undefined."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        t=translate,
        form_field=form_field,
        may=may,
        address=address,
        beside=beside,
        asset=asset,
        shapes=SHAPES,
        shown_value=shown_value,
    )
    made.filters.update(
        quantity=quantity,
        condition=condition,
        amount=amount,
        date=date_words,
        due=due_words,
        exact=exact,
        lit=lit,
        plain_number=digits,
        measure=measure,
        signed=signed,
        percent=percent,
    )
    return made


TEMPLATES = environment()


def render(request: Request, page: Page) -> Response:
    """The page as HTML in the language of the request, which a cookie remembers."""
    language = language_of(request)
    context: Mapping[str, Any] = {
        "request": request,
        "language": language,
        "account": visitor(request),
        **page.data,
        **page.shown,
    }
    response = HTMLResponse(TEMPLATES.get_template(page.template).render(context), page.status)
    if "lang" in request.query_params:
        response.set_cookie("lang", language, max_age=31536000, samesite="lax", httponly=True)
    if hasattr(request.state, "new_visit"):
        response.set_cookie(VISIT_COOKIE, request.state.new_visit, httponly=True, samesite="lax")
    return response
