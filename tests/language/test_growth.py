"""Reading takes time in proportion to the length of the text, whatever stands in it."""

import time

import pytest

from taizhang.language import scan
from taizhang.language.senses import quantities

# Ten times the text may take this many times the time: ten, and room for a busy machine.
ROOM = 30
PIECES = {
    "digits": "7",
    "grouped digits": "1,111",
    "groups that end wrong": ",111",
    "Chinese digits": "三",
    "powers": "万",
    "alternating powers": "5万",
    "decimals": "1.1",
    "point words": "一点",
    "fractions": "一分之",
    "shares": "百分之",
    "ranges": "5—",
    "signs": "-",
    "blanks": "5 ",
    "ranks": "第",
    "divisors": "每人",
    "addresses": "a://b ",
    "one glued sentence": "地区生产总值增长6%左右达到1.93万亿元居全国第3位",
    "words": "统一进一步",
    "mixed digits": "1三",
    "alternating dashes": "5—6-",
    "opened ranges": "五到",
    "pairs": "5和6之间",
    "enumerations": "5%、",
    "full-width separators": "１，１１１",
    "brackets": "（",
    "signs of per cent": "％",
    "names of currencies": "人民币5",
    "coins": "五块五",
    "thousands of thousands": "5个亿",
    "small fractions": "½",
}


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        quantities(text)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_ten_times_the_text_takes_about_ten_times_the_time(piece: str) -> None:
    once = piece * (1_500 // len(piece))
    assert seconds(once * 10) < ROOM * max(seconds(once), 0.0005)


def test_a_run_of_ten_thousand_digits_is_no_number_and_what_follows_is_read() -> None:
    assert [q.quote for q in scan("7" * 10_000 + "，增长8%")] == ["8%"]
    assert [q.quote for q in scan("三" * 10_000 + "，增长8%")] == ["8%"]
