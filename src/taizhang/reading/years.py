"""Years and dates as the heads of reports write them."""

from __future__ import annotations

import re

DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
YEAR = r"(?:(?:19|20)\d{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2})"
DATE = re.compile(rf"({YEAR})年(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日")


def number(word: str) -> int:
    """A year, month or day in digits or Chinese: 二〇二六 is 2026, 二十七 is 27."""
    if "十" not in word:
        return int(word.translate(DIGITS))
    tens, ones = word.split("十")
    return 10 * int(tens.translate(DIGITS) or 1) + int(ones.translate(DIGITS) or 0)


def iso_date(match: re.Match[str]) -> str | None:
    """A match of `DATE` as YYYY-MM-DD, none where month or day cannot be."""
    year, month, day = (number(group) for group in match.groups())
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def plan_number(year: int) -> int:
    """Which five-year plan a year lies in: 2016 to 2020 is the thirteenth."""
    return (year - 1981) // 5 + 6


def plan_word(plan: int) -> str:
    """The short name of a five-year plan: 15 is 十五五, 10 is 十五, 9 is 九五."""
    return ("" if plan < 10 else "十") + ("" if plan == 10 else "一二三四五六七八九"[plan % 10 - 1]) + "五"
