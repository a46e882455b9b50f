"""Lights at their edges. The expected values were written down from the rules before the code."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from taizhang.model import Condition, Figure
from taizhang.monitoring import Light, Node, Plan, Progress, kind_of, light, plan_of, ruleset

START, DUE = date(2020, 1, 1), date(2020, 12, 31)
NOVEMBER = date(2020, 11, 30)


def goal(
    kind: str = "amount", value: str | None = "60", unit: str = "家", bound: str = "exact", **more: object
) -> Plan:
    """A goal of the year 2020."""
    settings = {key: more.pop(key) for key in ("aspect", "reference", "low", "high") if key in more}
    number = None if value is None else Decimal(value)
    condition = Condition(bound, number, unit=unit, **settings)  # type: ignore[arg-type]
    return Plan("甲", kind, START, DUE, condition, **more)  # type: ignore[arg-type]


def on(plan: Plan, day: date, *reports: Progress, rules: str = "xuancheng") -> Light:
    return light(plan, reports, day, ruleset(rules))


def said(value: str | None, day: date = NOVEMBER, **more: object) -> Progress:
    return Progress(day, None if value is None else Decimal(value), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "value", "state"),
    [
        ("60", "55", "on_pace"),  # 55/60 is 11/12 exactly
        ("60", "54.9999999999", "behind"),
        ("60", "55.0000000001", "on_pace"),
        ("1000", "917", "on_pace"),  # 0.917, as the circular rounds 11/12, is above it
        ("1000", "916", "behind"),
    ],
)
def test_the_elapsed_share_is_compared_exactly(target: str, value: str, state: str) -> None:
    found = on(goal(value=target), NOVEMBER, said(value))
    assert found.state == state
    assert found.expected == Fraction(11, 12)
    assert found.colour == ("green" if state == "on_pace" else "red")


def test_rounding_is_a_rule_of_the_rule_set() -> None:
    rules = replace(ruleset("xuancheng"), decimals=3)
    reports = [said("916.5")]
    assert light(goal(value="1000"), reports, NOVEMBER, rules).state == "on_pace"
    assert light(goal(value="1000"), reports, NOVEMBER, ruleset("xuancheng")).state == "behind"


@pytest.mark.parametrize(
    ("bound", "value", "state"),
    [
        ("exact", "6", "on_pace"),
        ("min", "6", "on_pace"),
        ("min", "5.9", "behind"),
        ("approx", "5.5", "on_pace"),  # 左右: 0.5 points for rates below 20 %
        ("approx", "5.4", "behind"),
        ("approx", "7.5", "on_pace"),
    ],
)
def test_a_growth_target_must_be_fulfilled_now(bound: str, value: str, state: str) -> None:
    found = on(goal("rate", "6", "%", bound, aspect="growth"), date(2020, 6, 30), said(value, date(2020, 6, 30)))
    assert found.state == state
    assert found.expected is None


def test_a_growth_target_is_settled_when_its_figure_is_published() -> None:
    plan = goal("rate", "6", "%", "min", aspect="growth", published=date(2021, 1, 20))
    report = said("6.1", DUE)
    assert on(plan, date(2021, 1, 19), report).state == "on_pace"
    assert on(plan, date(2021, 1, 20), report).state == "done"
    assert on(plan, date(2021, 1, 20), said("5.9", DUE)).state == "overdue"


def test_a_level_is_measured_from_its_base() -> None:
    plan = goal("level", "72", "%", "min", base=Decimal(70))
    half = date(2020, 6, 30)
    assert on(plan, half, said("71", half)).achieved == Fraction(1, 2)
    assert on(plan, half, said("71", half)).state == "on_pace"
    assert on(plan, half, said("70.9", half)).state == "behind"
    assert on(plan, half, said("69", half)).achieved == 0
    assert on(plan, half, said("73", half)).achieved == 1


def test_a_level_without_base_shows_no_pace() -> None:
    plan = goal("level", "72", "%", "min")
    assert on(plan, NOVEMBER, said("71.9")).why == "no_base"
    assert on(plan, NOVEMBER, said("72")).state == "on_pace"
    assert on(plan, date(2021, 1, 1), said("71.9")).state == "overdue"


def test_a_ceiling_knows_no_calendar() -> None:
    plan = goal("ceiling", "3", "%", "max", better="lower")
    assert on(plan, date(2020, 2, 29), said("3", date(2020, 2, 29))).state == "on_pace"
    assert on(plan, date(2020, 2, 29), said("3.2", date(2020, 2, 29))).state == "behind"


@pytest.mark.parametrize(
    ("value", "state", "why"),
    [
        ("50", "on_pace", "pace"),
        ("55", "on_pace", "pace"),  # as much as the calendar allows
        ("56", "behind", "pace"),
        ("60", "behind", "pace"),  # used up a month too early
        ("61", "behind", "used_up"),
    ],
)
def test_a_maximum_is_used_up_along_the_calendar(value: str, state: str, why: str) -> None:
    found = on(goal("quota", "60", "次", "max"), NOVEMBER, said(value))
    assert (found.state, found.why) == (state, why)


def test_a_maximum_that_is_just_used_up_at_the_end_is_kept() -> None:
    plan = goal("quota", "60", "次", "max")
    assert on(plan, date(2021, 1, 1), said("60", DUE)).state == "done"
    assert on(plan, date(2021, 1, 1), said("61", DUE)).state == "overdue"


def test_the_units_own_nodes_come_before_the_calendar() -> None:
    plan = goal(nodes=(Node(date(2020, 6, 30), Decimal(12)), Node(date(2020, 10, 31), Decimal(48))))
    assert on(plan, date(2020, 6, 29)).state == "not_due"
    assert on(plan, date(2020, 6, 30), said("12", date(2020, 6, 30))).state == "on_pace"
    assert on(plan, date(2020, 10, 31), said("47", date(2020, 10, 31))).state == "behind"
    assert on(plan, NOVEMBER, said("48")).expected == Fraction(48, 60)


def test_a_decreasing_indicator_is_judged_by_sign_and_size() -> None:
    plan = goal("rate", "-3.4", "%", "min", aspect="growth", better="lower")
    assert on(plan, NOVEMBER, said("-5")).state == "on_pace"
    assert on(plan, NOVEMBER, said("-3.4")).state == "on_pace"
    assert on(plan, NOVEMBER, said("-3.3")).state == "behind"
    assert on(plan, NOVEMBER, said("3.4")).state == "behind"
    cut = goal(value="-1200", unit="吨", bound="min", aspect="change")
    assert on(cut, NOVEMBER, said("-1100")).state == "on_pace"
    assert on(cut, NOVEMBER, said("-1099")).state == "behind"


def test_a_relative_target_needs_its_reference() -> None:
    plan = goal("relative", None, "%", "above", reference="地区生产总值增速", aspect="growth")
    assert on(plan, NOVEMBER, said("6.2")).why == "no_reference"
    assert on(plan, NOVEMBER, said("6.2")).state == "no_light"
    assert on(plan, NOVEMBER, said("6.2", reference=Decimal("6.1"))).state == "on_pace"
    assert on(plan, NOVEMBER, said("6.1", reference=Decimal("6.1"))).state == "behind"


def test_an_annual_statistic_has_no_light_before_publication() -> None:
    plan = goal("level", "60", "件", "exact", base=Decimal(50), annual=True, published=date(2021, 2, 1))
    early = said("40", date(2020, 10, 31))
    assert on(plan, date(2021, 1, 31), early).why == "annual"
    assert "年度指标" in on(plan, date(2021, 1, 31), early).sentence
    assert on(plan, date(2021, 2, 1), said("60", DUE)).state == "done"
    assert on(plan, date(2021, 2, 1), said("59", DUE)).state == "overdue"
    undated = goal("level", "60", "件", annual=True)
    assert on(undated, date(2021, 3, 1), early).state == "no_light"
    assert on(undated, date(2021, 3, 1), said("60", DUE)).state == "done"


def test_a_condition_that_others_settle() -> None:
    plan = goal("statement", None, "", "assigned")
    assert on(plan, NOVEMBER).why == "no_statement"
    assert on(plan, NOVEMBER, said(None, stated="fulfilled")).state == "done"
    assert on(plan, NOVEMBER, said(None, stated="failed")).state == "behind"


def milestone(**more: object) -> Plan:
    given: dict[str, object] = {"start": START, "due": date(2020, 9, 30), "planned_start": date(2020, 3, 1)}
    return Plan("图书馆建成", "milestone", **(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "state", "colour"),
    [
        (date(2020, 2, 29), "not_due", "none"),
        (date(2020, 3, 31), "not_due", "none"),  # its planned month has not passed
        (date(2020, 4, 1), "not_started", "yellow"),
        (date(2020, 5, 31), "not_started", "yellow"),
        (date(2020, 6, 1), "not_started", "red"),  # three months have passed
        (date(2020, 9, 30), "not_started", "red"),
        (date(2020, 10, 1), "overdue", "red"),
    ],
)
def test_a_milestone_that_nobody_began(day: date, state: str, colour: str) -> None:
    found = on(milestone(), day, rules="yinchuan")
    assert (found.state, found.colour) == (state, colour)


def test_a_milestone_without_planned_start_or_node_is_not_late_before_it_is_due() -> None:
    plan = milestone(planned_start=None)
    assert on(plan, date(2020, 9, 30), rules="yinchuan").state == "not_due"
    assert on(plan, date(2020, 10, 1), rules="yinchuan").state == "overdue"
    with_node = milestone(planned_start=None, nodes=(Node(date(2020, 4, 30), words="开工"),))
    assert on(with_node, date(2020, 4, 29), rules="yinchuan").state == "not_due"
    assert on(with_node, date(2020, 4, 30), rules="yinchuan").colour == "yellow"


def test_a_milestone_that_is_under_way_and_finished() -> None:
    begun = said(None, date(2020, 4, 10), stage="started")
    assert on(milestone(), date(2020, 9, 30), begun).state == "on_pace"
    in_time = said(None, date(2020, 9, 30), stage="done")
    assert on(milestone(), date(2020, 12, 1), begun, in_time).state == "done"
    late = said(None, date(2020, 10, 1), stage="done")
    found = on(milestone(), date(2020, 12, 1), begun, late)
    assert (found.state, found.finished) == ("done_late", date(2020, 10, 1))


def test_a_milestone_with_shares_follows_its_nodes() -> None:
    plan = milestone(nodes=(Node(date(2020, 5, 31), Decimal(30)), Node(date(2020, 7, 31), Decimal(80))))
    report = said("70", date(2020, 7, 31))
    assert on(plan, date(2020, 7, 30), report).state == "not_started"  # reports of later days are not looked at
    assert on(plan, date(2020, 7, 31), report).state == "behind"
    assert on(plan, date(2020, 7, 31), said("80", date(2020, 7, 31))).state == "on_pace"


def test_an_amount_is_done_when_it_is_reached_and_open_again_when_it_is_taken_back() -> None:
    plan = goal()
    reports = (said("60", date(2020, 8, 31)), said("61", date(2020, 9, 30)), said("40", date(2020, 10, 31)))
    assert on(plan, date(2020, 9, 30), *reports).finished == date(2020, 8, 31)
    assert on(plan, date(2020, 10, 31), *reports).state == "behind"


def test_words_alone_neither_begin_nor_undo_anything() -> None:
    words = said(None)
    assert on(goal(), NOVEMBER, said("55", date(2020, 10, 31)), words).state == "on_pace"
    assert on(milestone(), date(2020, 5, 1), words).state == "not_started"  # said later than that day
    assert on(milestone(due=DUE), NOVEMBER, words).why == "no_data"


def test_any_past_day_can_be_computed_again() -> None:
    plan = goal()
    reports = (said("10", date(2020, 3, 31)), said("40", date(2020, 8, 31)))
    then = on(plan, date(2020, 3, 31), reports[0])
    assert on(plan, date(2020, 3, 31), *reports) == then
    assert on(plan, date(2020, 3, 31), *reversed(reports)) == then


def test_a_light_says_everything_in_one_sentence() -> None:
    found = on(goal(), NOVEMBER, said("54"))
    assert found.sentence == (
        "截至2020年11月30日，「甲」目标60家，2020年12月31日到期，按序时应完成91.7%，2020年11月30日报54家（90%）；"
        "按宣城：达到序时进度（xuancheng@1）：未达序时，红灯。"
    )
    assert found.rule == "xuancheng@1"
    assert found.used == (said("54"),)


def test_a_light_is_plain_json_too() -> None:
    record = json.loads(json.dumps(on(goal(), NOVEMBER, said("0", source="月报")).to_dict()))
    assert (record["expected"], record["achieved"], record["day"]) == ("11/12", "0", "2020-11-30")
    assert record["used"] == [{"on": "2020-11-30", "value": "0", "source": "月报"}]
    assert "finished" not in record


def test_the_documented_example_gives_the_documented_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "lights.md").read_text(encoding="utf-8")
    code = [line[4:] for line in page.split("## Plan and reports")[0].splitlines() if line.startswith("    ")]
    exec("\n".join(code), {})
    shown = capsys.readouterr().out.strip()
    assert shown.startswith("behind red ")
    assert f"> {shown.removeprefix('behind red ')}\n" in page


def figure(**more: object) -> Figure:
    given: dict[str, object] = {
        "start": 0,
        "end": 3,
        "quote": "60家",
        "indicator": "新增上市企业",
        "aspect": "value",
        "unit": "家",
        "bound": "exact",
        "mode": "target",
        "value": Decimal(60),
    }
    return Figure(**(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, "amount"),
        ({"aspect": "growth", "unit": "%"}, "rate"),
        ({"indicator": "森林覆盖率", "unit": "%"}, "level"),
        ({"indicator": "居民消费价格", "unit": "%", "bound": "max"}, "ceiling"),
        ({"indicator": "万人有效发明专利拥有量", "unit": "件"}, "level"),
        ({"indicator": "关停企业", "bound": "max"}, "quota"),
        ({"indicator": "煤炭消费总量", "aspect": "change", "unit": "吨", "value": Decimal(-5)}, "amount"),
        ({"aspect": "rank", "unit": "位", "bound": "max"}, "rate"),
    ],
)
def test_the_measure_follows_from_the_condition(changes: dict[str, object], kind: str) -> None:
    assert plan_of(figure(**changes), start=START, due=DUE).kind == kind


def test_words_have_measures_too() -> None:
    assert kind_of(Condition("above", reference="上年"), "工业增加值率") == "relative"
    assert kind_of(Condition("assigned"), "主要污染物减排") == "statement"
    assert kind_of(Condition("positive"), "固定资产投资") == "rate"


def test_the_catalogue_knows_direction_and_annual_statistics() -> None:
    plan = plan_of(figure(indicator="城镇调查失业率", code="unemployment_surveyed"), start=START, due=DUE)
    assert (plan.better, plan.annual) == ("lower", False)
    assert plan_of(figure(indicator="万人有效发明专利拥有量", code="patents_per_10000"), start=START, due=DUE).annual
