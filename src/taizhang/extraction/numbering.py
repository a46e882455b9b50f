"""Numbers that open a sentence: 一、 （一） 1. 一是 第一，"""

from __future__ import annotations

import re

NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:、|是|要|，|部分)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|、))"
)
GROUP = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|、)|第?[一二三四五六七八九十]{1,3}(?:、|，))"
)
NUMERAL = re.compile(r"[一二三四五六七八九十\d]+")


def number_style(text: str) -> str | None:
    """How a sentence is numbered, as its number with every numeral replaced, none where it is not."""
    match = NUMBERED.match(text)
    return NUMERAL.sub("1", match.group()) if match else None
