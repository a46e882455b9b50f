"""Verdicts in the words of official papers, and the sentence that says why."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import get_args

from taizhang.exchange.wording import BOUND_WORDS
from taizhang.language.amounts import amount, span_of_values
from taizhang.model import Condition, Judgement
from taizhang.model.condition import Reason
from taizhang.model.figure import Aspect

VERDICTS = {
    "exceeded": "超额完成",
    "met": "完成",
    "nearly": "接近完成",
    "missed": "未完成",
    "silent": "报告未提及",
    "unclear": "无法比较",
}
KINDS = {"headline": "主要预期目标", "quantified": "量化任务", "milestone": "具体事项"}
CHANGES = {
    "raised": "数值提高",
    "lowered": "数值降低",
    "resized": "规模改变",
    "reworded": "提法改变",
    "repeated": "再次提出",
    "dropped": "不再提出",
    "added": "新提出",
}
CHANGING = ("positive", "negative", "stable", "improve")  # directions of growth
GROWTH_TAIL = re.compile("(?:的)?(?:增幅|增速|增长率|增长)$")
VERBS = {"growth": ("增长", "下降"), "change": ("增加", "减少")}


@cache
def sentences() -> dict[str, str]:
    """Reason → sentence. Raises `ValueError` where a reason has no sentence or a sentence no reason."""
    text = (resources.files("taizhang.exchange") / "reason_sentences.tsv").read_text(encoding="utf-8")
    found = dict(line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
    if set(found) != set(get_args(Reason)):
        raise ValueError(f"reason_sentences.tsv: {sorted(set(found) ^ set(get_args(Reason)))} on one side only")
    return found


def why(judgement: Judgement, condition: Condition | None) -> str:
    """The verdict's reason as one Chinese sentence with its numbers."""
    unit = condition.unit if condition else None
    aspect = condition.aspect if condition else None
    if condition and not condition.numeric:
        unit = unit or "%"
        aspect = "growth" if condition.bound in CHANGING else aspect
    actual, goal, margin = judgement.actual, judgement.goal, judgement.margin
    gap = None if actual is None or goal is None else abs(actual - goal)
    distance = "百分点" if unit in ("%", "‰") else unit
    return sentences()[judgement.reason].format(
        actual=measured(actual, unit, aspect),
        result="" if actual is None else f"结果为{measured(actual, unit, aspect)}，",
        goal=measured(goal, unit, aspect),
        gap="" if gap is None else amount(gap, distance),
        margin="" if margin is None else amount(margin, distance),
        reference=reference_words(condition),
    )


def reference_words(condition: Condition | None) -> str:
    """What a condition compares with, without its own word of growth: 地区生产总值增幅 → 地区生产总值."""
    named = condition.reference if condition else None
    return GROWTH_TAIL.sub("", named) if named else "所比的指标"


def measured(value: Decimal | None, unit: str | None, aspect: Aspect | None) -> str:
    """A value as a paper prints it: 增长6.6%, 下降1.4%, 980万人."""
    if value is None:
        return ""
    verbs = VERBS.get(aspect or "")
    return f"{verbs[value < 0]}{amount(abs(value), unit)}" if verbs else amount(value, unit)


def demand(condition: Condition | None) -> str:
    """A numeric condition as a paper prints it (增长6%左右), empty for conditions in words."""
    if condition is None or not condition.numeric:
        return ""
    low = condition.low if condition.value is None else condition.value
    high = condition.high if condition.value is None else condition.value
    assert low is not None
    assert high is not None
    if condition.value is not None:
        return measured(low, condition.unit, condition.aspect) + BOUND_WORDS[condition.bound]
    verbs = VERBS.get(condition.aspect or "")
    if verbs and high < 0:
        return verbs[1] + span_of_values(-high, -low, condition.unit)
    return (verbs[0] if verbs else "") + span_of_values(low, high, condition.unit)
