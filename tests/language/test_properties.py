"""What holds for every number and every text."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import taizhang
from taizhang.language import parse_number
from taizhang.language.numerals import characters
from taizhang.language.units import units

DIGITS, SMALL, BIG = "零一二三四五六七八九", ["", "十", "百", "千"], ["", "万", "亿", "兆"]
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两点负", "萬億兩點負")
FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
WHOLE = st.integers(0, 10**16 - 1)
SETTINGS = settings(max_examples=3000, deadline=None)


def below_ten_thousand(number: int) -> str:
    """一千零五 of 1005."""
    written = "".join(
        DIGITS[digit] + (SMALL[place] if digit else "")
        for place, digit in ((place, number // 10**place % 10) for place in (3, 2, 1, 0))
    )
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.strip("零")


def in_words(number: int) -> str:
    """The number as it is read aloud, every 一 said: 一万零五百 of 10500."""
    written = ""
    for place in (3, 2, 1, 0):
        above, part = divmod(number // 10 ** (4 * place), 10**4)
        if part:
            gap = "零" if above and (part < 1000 or above % 10 == 0) else ""
            written += gap + below_ten_thousand(part) + BIG[place]
    return written or "零"


@given(WHOLE)
@settings(max_examples=3000, deadline=None)
@example(10**12 + 1)
def test_every_number_in_words_is_read_to_its_value(number: int) -> None:
    written = in_words(number)
    for form in (written, written.translate(FORMAL), written.translate(TRADITIONAL), written.replace("零", "〇")):
        assert parse_number(form) == number, form


@given(WHOLE, st.integers(0, 9999))
@settings(max_examples=3000, deadline=None)
def test_every_decimal_is_read_to_its_value(number: int, decimals: int) -> None:
    value = Decimal(f"{number}.{decimals:04}")
    said = in_words(number) + "点" + "".join(DIGITS[int(digit)] for digit in f"{decimals:04}")
    grouped = f"{number:,}.{decimals:04}"
    for form in (said, said.translate(TRADITIONAL), grouped, grouped.translate(FULL_WIDTH), str(value)):
        assert parse_number(form) == value, form


@given(st.decimals(0, 1000, places=2), st.decimals(0, 1000, places=2), st.sampled_from("-—–~～至到"))
@settings(max_examples=3000, deadline=None)
def test_two_shares_make_a_range_when_they_rise(low: Decimal, high: Decimal, dash: str) -> None:
    found = [(one.low, one.high) for one in taizhang.quantities(f"增长{low}%{dash}{high}%。")]
    assert ((low, high) in found) is (low < high)


PIECES = st.one_of(
    st.sampled_from(sorted(characters())),
    st.sampled_from(sorted(units())),
    st.sampled_from([*"0123456789.,，、：:；（）()+-—~～/%％‰°½³×^ekwM￥$ \n"]),
    st.sampled_from([*"至到和与之间第前每点分又负百成折半块毛的约近超"]),
    st.sampled_from(["人民币", "港币", "HK$", "零下", "摄氏", "百分之", "数以", "万计", "左右", "以上", "（含）"]),
)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=5000, deadline=None)
def test_every_text_is_read_in_order_each_quote_at_its_span(text: str) -> None:
    found = taizhang.quantities(text)
    assert all(text[one.start : one.end] == one.quote for one in found)
    assert all(one.outer_start <= one.start < one.number_end <= one.end <= one.outer_end for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all((one.value is None) is (one.low is not None) is (one.high is not None) for one in found)
    assert all(one.low < one.high for one in found if one.low is not None and one.high is not None)
    assert all((one.bound == "range") is (one.value is None) for one in found)


@pytest.mark.parametrize("text", ["", "。", "万", "零", "\x00", "🙂5个", "5" * 50, "一" * 50])
def test_odd_texts_raise_nothing(text: str) -> None:
    assert taizhang.quantities(text) == [one for one in taizhang.quantities(text) if one.quote in text]
