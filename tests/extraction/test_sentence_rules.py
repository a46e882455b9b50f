"""Sentences that promise nothing: every rule finds its own example."""

import pytest

from taizhang.extraction.sentence_rules import SentenceRule, parse_rules, rule_for, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_finds_its_example(rule: SentenceRule) -> None:
    found = rule_for(rule.example, first=True)
    assert found is not None
    assert found.name == rule.name


@pytest.mark.parametrize(
    "sentence",
    [
        "实施城市更新三年行动，改造老旧小区120个。",
        "推进工业互联网建设，打造一批示范工厂。",
        "坚持以项目为王，开展百日攻坚行动。",
        "稳定宏观政策，主要是继续实施积极的财政政策。",
        "特别是加强农村道路建设。",
    ],
)
def test_promises_are_no_context(sentence: str) -> None:
    assert rule_for(sentence, first=True) is None


@pytest.mark.parametrize("row", ["a\tmood\tx\t\ty", "a\tcontext\t\t\ty", "a\tcontext\t(\t\ty"])
def test_a_wrong_row_is_named(row: str) -> None:
    with pytest.raises(ValueError, match=r"^a"):
        parse_rules(f"name\tkind\tpattern\tunless\texample\n{row}\n")
