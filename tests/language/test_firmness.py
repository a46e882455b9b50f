"""Hard and soft wording of targets."""

import pytest

from taizhang.language.firmness import lexicon, wording


@pytest.mark.parametrize(
    ("text", "quote", "firmness", "word"),
    [
        ("地区生产总值增长6%左右", "6%", "soft", "左右"),
        ("地区生产总值增长6%以上", "6%", "hard", "以上"),
        ("力争增长6%以上", "6%", "hard", "以上"),
        ("城镇新增就业不低于10万人", "10万人", "hard", "不低于"),
        ("力争新增就业10万人", "10万人", "soft", "力争"),
        ("确保增长5%，力争增长6%", "6%", "soft", "力争"),
        ("确保增长5%，力争增长6%", "5%", "hard", "确保"),
        ("增长5%", "5%", None, None),
    ],
)
def test_the_word_nearest_to_the_number_decides(text: str, quote: str, firmness: str | None, word: str | None) -> None:
    start = text.index(quote)
    found = wording(text, start, start + len(quote))
    assert (found.firmness if found else None, found.word if found else None) == (firmness, word)


def test_a_range_without_a_word_is_soft() -> None:
    text = "增长5%—6%"
    found = wording(text, 2, len(text), is_range=True)
    assert found is not None
    assert (found.firmness, found.word) == ("soft", "区间")


def test_every_word_has_one_class_per_side() -> None:
    assert {"以上", "左右"} <= set(lexicon()["after"])
    assert {"确保", "力争"} <= set(lexicon()["before"])
