"""What every answer carries and every change must show, whoever sends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import PlainTextResponse, Response

Next = Callable[[Request], Awaitable[Response]]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
LARGEST_BODY = 32 * 2**20
SAFE = {"GET", "HEAD", "OPTIONS"}


def from_elsewhere(request: Request) -> bool:
    """Whether a browser says that another site's page sent this request."""
    site = request.headers.get("sec-fetch-site")
    if site:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def within_size(request: Request) -> bool:
    """Whether there is no body, or it says how long it is and is no longer than we take."""
    length = request.headers.get("content-length")
    if length is None:
        return "transfer-encoding" not in request.headers
    return length.isdecimal() and int(length) <= LARGEST_BODY


async def protect(request: Request, call_next: Next) -> Response:
    """Refuse changes that another site's page sends; put the security headers on every answer."""
    if request.method not in SAFE and not within_size(request):
        response: Response = PlainTextResponse("The upload is larger than 32 MB, or does not say its size.", 413)
    elif request.method not in SAFE and from_elsewhere(request):
        response = PlainTextResponse("This change was sent from another site and was refused.", 403)
    else:
        response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
