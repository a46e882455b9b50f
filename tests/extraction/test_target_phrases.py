"""Conditions in words: every rule reads its own example, and sentences of our own."""

import pytest

from taizhang.extraction.target_phrases import PhraseRule, find_phrases, parse_rules, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_reads_its_example(rule: PhraseRule) -> None:
    assert [phrase.bound for phrase in find_phrases(rule.example)] == [rule.bound]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("城乡居民收入与经济增长基本同步", [("与经济增长基本同步", "城乡居民收入", "match", "经济增长")]),
        (
            "居民收入增速高于经济增速、高于全国平均水平",
            [
                ("高于经济增速", "居民收入增速", "above", "经济增速"),
                ("高于全国平均水平", "居民收入增速", "above", "全国平均水平"),
            ],
        ),
        (
            "单位产值能耗下降、污染物排放削减完成省下达任务",
            [
                ("完成省下达任务", "单位产值能耗下降、污染物排放削减", "assigned", None),
            ],
        ),
        ("全面完成市下达的节能任务", [("全面完成市下达的节能任务", "", "assigned", None)]),
        ("在实际工作中努力争取更好结果", []),
    ],
)
def test_phrases_of_a_clause(clause: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    found = [(clause[p.start : p.end], p.subject, p.bound, p.reference) for p in find_phrases(clause)]
    assert found == expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a\tbetter\tx\ty", "row 1"),
        ("a\tstable\t(\ty", r"row 1 \(a\)"),
        ("a\tstable\tx", "row 1"),
    ],
)
def test_a_wrong_row_is_named(row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_rules(f"name\tbound\tpattern\texample\n{row}\n")
