"""Deadline words and the days they mean."""

from datetime import date

import pytest

from taizhang.language.deadlines import deadline, rules


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("年内建成投用", date(2020, 12, 31)),
        ("年底前完成主体工程", date(2020, 12, 31)),
        ("2021年底前全线贯通", date(2021, 12, 31)),
        ("上半年开工", date(2020, 6, 30)),
        ("2月底前报送", date(2020, 2, 29)),
        ("9月底前", date(2020, 9, 30)),
        ("6月15日前完成", date(2020, 6, 15)),
        ("三季度末通车", date(2020, 9, 30)),
        ("第4季度", date(2020, 12, 31)),
        ("2022年6月底前", date(2022, 6, 30)),
        ("上半年开工，年底前封顶", date(2020, 12, 31)),
    ],
)
def test_words_mean_the_last_day_they_allow(words: str, due: date) -> None:
    found = deadline(words, 2020)
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize("words", ["持续推进河道整治", "长期坚持", "全年"])
def test_standing_tasks_have_no_day(words: str) -> None:
    found = deadline(words, 2020)
    assert found is not None
    assert found.due is None


@pytest.mark.parametrize("words", ["加快建设城市快速路", "新增3月龄疫苗", "2月30日前", "13月底"])
def test_other_words_are_no_deadline(words: str) -> None:
    assert deadline(words, 2020) is None


def test_every_rule_matches_its_example() -> None:
    for rule in rules():
        assert rule.pattern.search(rule.example), rule.example
