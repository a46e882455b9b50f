"""Forms as a browser sends them: with the token of the page they stand on."""

from fastapi.testclient import TestClient
from lxml import html


def form_token(client: TestClient, path: str) -> str:
    (first, *_) = html.fromstring(client.get(path).text).xpath("//input[@name='form_token']/@value")
    return str(first)
