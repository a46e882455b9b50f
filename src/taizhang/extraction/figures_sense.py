"""Aspect, sign and bound of a figure."""

from __future__ import annotations

import re

from taizhang.extraction.figures_mentions import Mention
from taizhang.extraction.figures_names import Words
from taizhang.language.words import predicates
from taizhang.model import Aspect, Bound

# Of an amount these verbs state a change; of things done away with they stay in the name (guide of annotation).
CUTS = re.compile(r"(?:削减|压减|减轻|压缩|压降|减少|降低)(?!的|企业成本)")
AMOUNTS = frozenset(("元", "吨", "平方公里", "吨标准煤", "千瓦时"))
COSTS = "(?:办理|审批)?(?:时间|材料|环节|时限|跑动次数|次数|事项|成本)"
FALLING = re.compile(rf"(?:减少|压减|精简|缩短|压缩|减)(?P<noun>{COSTS})$")
COST_NOUN = re.compile(rf"{COSTS}$")
SHORT_COST = frozenset(["时间", "材料", "环节", "时限", "次数", "跑动次数", "办理时间", "申请材料", "成本"])
RISING_VERB = re.compile(r"^(?:增加|扩大)(?=.{2,}(?:投资|支出|投入|资金|补助|经费|收入)$)")
STEPS = frozenset(["迈上", "跨上", "站上", "登上", "跃上", "迈入", "跨入", "首破", "首超", "踏上"])
MARKS: dict[str, Bound] = {
    "多": "min",
    "余": "min",
    "左右": "approx",
    "上下": "approx",
    "以上": "min",
    "及以上": "min",
    "台阶": "min",
    "新台阶": "min",
    "大关": "min",
    "关口": "min",
    "以内": "max",
    "以下": "max",
    "之内": "max",
    "内": "max",
    "及以下": "max",
}


def aspect_of(m: Mention, words: Words, counted: bool) -> tuple[Aspect, int]:
    """Aspect and sign from the kind of unit and the predicate before the number."""
    kind, predicate = m.kind, words.predicate
    if predicate == "versus":
        return "change", -1 if words.word.startswith("低") else 1
    if kind == "point":
        return "change", -1 if predicate == "fall" else 1
    if counted:
        return "value", 1
    if kind in ("percent", "multiple"):
        if predicate in ("rise", "fall"):
            return "growth", -1 if predicate == "fall" else 1
        return ("growth" if kind == "multiple" and predicate != "level" else "value"), 1
    if predicate in ("rise", "fall"):
        return "change", -1 if predicate == "fall" else 1
    if m.unit in AMOUNTS and CUTS.search(words.subject):
        return "change", -1
    if m.unit in AMOUNTS and RISING_VERB.match(words.subject):
        return "change", 1
    return "value", 1


def bound_of(words: Words, mark: str, m: Mention) -> Bound:
    """From the word after the number, else from the words before it."""
    if mark in MARKS:
        return MARKS[mark]
    kinds = {predicates()[word] for word in words.bounds}
    for kind in ("min", "max", "approx"):
        if kind in kinds:
            return kind
    if words.word in STEPS:
        return "min"
    if words.predicate == "cap":
        return "max"
    return "exact" if m.q.bound == "range" else m.q.bound
