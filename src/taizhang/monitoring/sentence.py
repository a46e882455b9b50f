"""One Chinese sentence for a light: what was due, expected and reported, and by which rule it burns as it does."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from taizhang.language.amounts import amount, span_of_values
from taizhang.model import Condition
from taizhang.monitoring.light_record import Light
from taizhang.monitoring.plan import Plan, Progress
from taizhang.monitoring.rulesets import RuleSet, State

STATES: dict[State, str] = {
    "not_due": "未到期",
    "not_started": "未启动",
    "behind": "未达序时",
    "on_pace": "达序时",
    "ahead": "超序时",
    "overdue": "逾期",
    "done": "办结",
    "done_late": "逾期办结",
    "no_light": "暂不亮灯",
}
COLOURS = {"green": "绿灯", "blue": "蓝灯", "yellow": "黄灯", "orange": "橙灯", "red": "红灯", "none": ""}
STEPS = {"not_started": "未启动", "started": "已启动", "done": "已完成"}
BOUNDS = {"exact": "", "approx": "左右", "min": "以上", "max": "以内", "range": ""}
WORDS = {
    "positive": "保持增长",
    "negative": "下降",
    "stable": "保持稳定",
    "improve": "持续改善",
    "assigned": "完成上级下达任务",
}
REASONS = {
    "annual": "属年度指标，数据尚未公布",
    "not_begun": "尚无进展报告",
    "standing": "属长期任务，未定节点",
    "no_data": "尚无可比数据",
    "no_base": "缺少基数，无法计算序时",
    "no_reference": "缺少同期对照数据，无法判断",
    "no_statement": "以下达单位认定为准",
}


def explain(light: Light, plan: Plan, rules: RuleSet) -> str:
    """The sentence of a light."""
    parts = [
        f"截至{day_words(light.day)}",
        f"「{plan.name}」{wanted(plan)}",
        *due_part(light, plan),
        *said(light, plan),
    ]
    if light.why in REASONS and light.state in ("not_due", "not_started", "no_light"):
        parts.append(REASONS[light.why])
    word = dict(rules.words).get(light.state, STATES[light.state])
    verdict = [word, *(["临近到期"] if light.near_due else []), *filter(None, [COLOURS[light.colour]])]
    rule = f"按{rules.name}（{light.rule}{band_words(light, rules)}）"
    return f"{'，'.join(parts)}；{rule}：{'，'.join(verdict)}。"


def due_part(light: Light, plan: Plan) -> list[str]:
    """When it is due, and what share the calendar or the nodes expect by now."""
    parts = [f"{day_words(plan.due)}到期" if plan.due else "长期推进"]
    if light.expected is not None and light.state not in ("done", "done_late"):
        basis = "按节点" if any(node.expected is not None for node in plan.nodes) else "按序时"
        limit = "不应超过" if plan.kind == "quota" else "应完成"
        parts.append(f"{basis}{limit}{percent(light.expected)}")
    return parts


def said(light: Light, plan: Plan) -> list[str]:
    """What was last reported, and what share that is."""
    if light.finished:
        return [f"{day_words(light.finished)}完成"]
    parts = [reported(report, plan) for report in light.used]
    if parts and light.achieved is not None:
        parts[-1] += f"（{percent(light.achieved)}）"
    return parts


def reported(report: Progress, plan: Plan) -> str:
    """A report as words: value, what it is compared with, stage."""
    unit = plan.condition.unit if plan.condition else "%"
    words = []
    if report.value is not None:
        words.append(f"报{amount(report.value, unit)}")
    if report.reference is not None:
        words.append(f"对照{amount(report.reference, unit)}")
    if report.stage is not None:
        words.append(STEPS[report.stage])
    return f"{day_words(report.on)}{'、'.join(words) or '已报'}"


def wanted(plan: Plan) -> str:
    """What the goal demands: 目标增长6%左右, 上限3%."""
    condition = plan.condition
    if condition is None:
        return "须完成"
    if condition.reference and condition.bound in ("above", "match"):
        return f"须高于{condition.reference}" if condition.bound == "above" else f"须与{condition.reference}同步"
    if not condition.numeric:
        return f"须{WORDS.get(condition.bound, '达到要求')}"
    return f"目标{number(condition)}{BOUNDS[condition.bound]}"


def number(condition: Condition) -> str:
    """The number or range of a condition with its verb: 增长6%, 下降3%, 4.5—5%."""
    if condition.value is None:
        assert condition.low is not None  # a numeric condition has a value or both ends
        assert condition.high is not None
        return span_of_values(condition.low, condition.high, condition.unit)
    verbs = {"growth": ("增长", "下降"), "change": ("提高", "减少")}.get(condition.aspect or "")
    if verbs is None:
        return amount(condition.value, condition.unit)
    return verbs[condition.value < 0] + amount(abs(condition.value), condition.unit)


def band_words(light: Light, rules: RuleSet) -> str:
    """The bound that the light was held against."""
    if light.why != "pace" or not light.threshold:
        return ""
    sign, bound = light.threshold[0], Fraction(light.threshold[1:])
    if rules.lag == "ratio":
        return f"，完成与应完成之比{sign}{percent(bound)}"
    return f"，差距{sign}{decimal(bound * 100)}个百分点"


def percent(share: Fraction) -> str:
    """A share in % with at most one decimal: 11/12 → 91.7%."""
    return f"{decimal(share * 100)}%"


def decimal(value: Fraction) -> str:
    """A number to one decimal, half up, without a closing zero."""
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    text = f"{rounded:f}"
    return text.removesuffix(".0")


def day_words(day: date) -> str:
    """2020-11-30 → 2020年11月30日."""
    return f"{day.year}年{day.month}月{day.day}日"
