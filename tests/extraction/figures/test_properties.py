"""What holds for every text."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import taizhang
from tests.extraction.figures.reading import figures_of

PIECES = st.sampled_from(
    [
        *"，。、；：\n “”（）和及第前每的年",
        *(
            "地区生产总值",
            "增长",
            "分别",
            "达到",
            "新增企业",
            "居全国",
            "连续",
            "比上年",
            "左右",
            "以上",
            "等",
            "从",
            "提高到",
        ),
        *("6%", "1.2万亿元", "3个", "第5位", "0.5个百分点", "4.5%—5%", "一番", "两千多户", "10", "2025年"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_every_quote_is_the_text_of_its_span(text: str) -> None:
    found = figures_of(text)
    assert [one.quote for one in found] == [text[one.start : one.end] for one in found]
    assert sorted(found, key=lambda one: one.start) == list(found)
    assert [one for one in found if one.value is None and (one.low is None or one.high is None)] == []
    assert figures_of(text) == found


def test_the_same_bytes_give_the_same_records(reference: Path) -> None:
    path = reference / "reports" / "yunnan-2026.txt"
    assert taizhang.read(path).figures == taizhang.read(path).figures


def test_spans_hold_in_the_source_of_every_report(reference: Path) -> None:
    for path in sorted((reference / "reports").glob("national-*.txt")):
        reading = taizhang.read(path)
        text = reading.report.text
        assert [one.quote for one in reading.figures] == [text[one.start : one.end] for one in reading.figures]


def mutated(text: str, chance: random.Random) -> str:
    """A text with digits swapped, punctuation dropped and a line cut."""
    chars = list(text)
    for _ in range(len(chars) // 20):
        at = chance.randrange(len(chars))
        chars[at] = chance.choice("0123456789％，。、“”第万亿 \n") if chance.random() < 0.5 else ""
    start = chance.randrange(max(1, len(chars) - 400))
    return "".join(chars[start : start + 4000])


def mutate_and_read(reference: Path, times: int) -> None:
    chance = random.Random(20260101)
    texts = [path.read_text(encoding="utf-8") for path in sorted((reference / "reports").glob("*-20*.txt"))]
    for _ in range(times):
        text = mutated(chance.choice(texts), chance)
        assert [one.quote for one in figures_of(text)] == [text[one.start : one.end] for one in figures_of(text)]


def test_mutated_reports_are_read(reference: Path) -> None:
    mutate_and_read(reference, 60)


@pytest.mark.prove
def test_ten_thousand_mutated_reports_are_read(reference: Path) -> None:
    mutate_and_read(reference, 10_000)


@pytest.mark.parametrize(
    "unit",
    [
        "新增上市企业21家和专精特新企业35家、地区生产总值增长6%左右",
        "8%、",
        "增长5%，",
        "开办企业2个工作日、",
        "9",
        "的",
        "一二三四",
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        figures_of(text)
        return time.process_time() - start

    seconds(2_000)
    short, long = min(seconds(12_500) for _ in range(2)), seconds(100_000)
    assert long < max(0.2, short) * 8 * 3
