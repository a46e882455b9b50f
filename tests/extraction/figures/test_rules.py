"""Every rule finds what its examples say, and nothing in its counterexamples."""

import re

import pytest

from taizhang.extraction.figures.rules import filled, pattern, table, words

RULES = [
    (f"{subject}.{name}", rule)
    for subject, rules in table().items()
    if subject != "lists"
    for name, rule in rules.items()
]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[name for name, _ in RULES])
def test_a_rule_does_what_its_examples_say(name: str, rule: dict[str, object]) -> None:
    assert set(rule) <= {"why", "pattern", "yes", "no"}
    found = pattern(name)
    assert rule["yes"], "a rule has an example"
    assert [text for text in rule["yes"] if not found.search(text)] == []  # type: ignore[attr-defined]
    assert [text for text in rule["no"] if found.search(text)] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", table()["lists"])
def test_a_list_holds_each_word_once(name: str) -> None:
    listed = table()["lists"][name].split()
    assert len(listed) == len(words(name))


def test_a_list_is_put_in_with_its_longest_words_first() -> None:
    assert re.search(filled("{measures}$"), "城镇居民人均可支配收入")[0] == "人均可支配收入"  # type: ignore[index]
    assert filled("[^，]{2,4}") == "[^，]{2,4}"
