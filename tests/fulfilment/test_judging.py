"""What words say of acts and of goals, each with a sentence of its own."""

from decimal import Decimal

import pytest

from taizhang.fulfilment.judging import judge_act, judge_figure, stated
from taizhang.fulfilment.word_lists import deeds
from taizhang.model import Condition, Context, Figure

ACTS = [
    ("取消", "全面取消了农业税", "met", "deed_done"),
    ("建成", "隧道工程尚未建成", "missed", "deed_undone"),
    ("建成", "隧道工程加快推进", "unclear", "deed_under_way"),
    ("启动", "农村饮水工程稳步推进", "met", "deed_done"),
    ("建立", "探索建立长期护理保险制度", "unclear", "deed_announced"),
    ("出台", "管理办法正在论证", "unclear", "deed_announced"),
    ("扩大", "试点城市名单", "unclear", "deed_unstated"),
    ("提高", "上调了最低工资标准", "met", "deed_done"),
]


@pytest.mark.parametrize(("promised", "told", "verdict", "reason"), ACTS)
def test_an_act_is_kept_by_what_is_said_of_it(promised: str, told: str, verdict: str, reason: str) -> None:
    judged = judge_act(deeds()[promised], told)
    assert (judged.verdict, judged.reason) == (verdict, reason)


WORDS = [
    ("stable", "保持总体稳定", "fulfilled"),
    ("stable", "不平衡矛盾加剧", "failed"),
    ("improve", "仍不平衡", "unsettled"),
    ("improve", "矛盾加剧", "failed"),
    ("negative", "继续下降", "fulfilled"),
    ("negative", "有所反弹", "failed"),
    ("positive", "持续增长", "fulfilled"),
    ("positive", "有所下滑", "failed"),
    ("max", "控制目标没有完成", "failed"),
    ("exact", "受到重视", "unsettled"),
]


@pytest.mark.parametrize(("bound", "words", "said"), WORDS)
def test_words_of_a_goal_by_its_kind(bound: str, words: str, said: str) -> None:
    assert stated(words, bound) == said


def between(low: str, high: str) -> Figure:
    ends = {"low": Decimal(low), "high": Decimal(high)}
    return Figure(0, 1, "7", "地区生产总值", "growth", "%", "range", "actual", **ends)


def test_an_outcome_in_a_range_needs_one_verdict_at_both_ends() -> None:
    condition = Condition("approx", value=Decimal(7), unit="%")
    assert judge_figure(condition, between("6.8", "7.2"), Context()).verdict == "met"
    assert judge_figure(condition, between("5.5", "7"), Context()).verdict == "unclear"
