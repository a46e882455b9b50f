"""Rule sets: every preset at its edges, and files out of form."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.model import Condition
from taizhang.monitoring import Plan, Progress, consequences, light, parse_ruleset, ruleset, rulesets

YEAR = (date(2020, 1, 1), date(2020, 12, 31))
PLAN = Plan("甲", "amount", *YEAR, Condition("min", Decimal(1000), unit="套"))
# 30 June by months is one half: 500 of 1000. 1 July by days is 183/366.
JUNE, JULY = date(2020, 6, 30), date(2020, 7, 1)


@pytest.mark.parametrize(
    ("rules", "day", "value", "state", "colour"),
    [
        ("xuancheng", JUNE, 500, "on_pace", "green"),
        ("xuancheng", JUNE, 499, "behind", "red"),
        ("yinchuan", JUNE, 401, "on_pace", "green"),
        ("yinchuan", JUNE, 400, "behind", "yellow"),
        ("yinchuan", JUNE, 200, "behind", "yellow"),
        ("yinchuan", JUNE, 199, "behind", "red"),
        ("yichang", JULY, 500, "on_pace", "green"),
        ("yichang", JULY, 499, "behind", "red"),
        ("xian", JULY, 1, "on_pace", "green"),
        ("suqian", JULY, 500, "on_pace", "green"),
        ("suqian", JULY, 499, "behind", "yellow"),
        ("jinzhai", JUNE, 600, "ahead", "green"),
        ("jinzhai", JUNE, 599, "on_pace", "green"),
        ("jinzhai", JUNE, 499, "behind", "red"),
        ("guangyuan", JUNE, 500, "on_pace", "green"),
        ("guangyuan", JUNE, 250, "behind", "yellow"),
        ("guangyuan", JUNE, 249, "behind", "red"),
        ("longchang", JUNE, 499, "behind", "red"),
        ("cascade", JULY, 526, "ahead", "green"),
        ("cascade", JULY, 525, "on_pace", "green"),
        ("cascade", JULY, 475, "on_pace", "green"),
        ("cascade", JULY, 474, "behind", "yellow"),
        ("cascade", JULY, 425, "behind", "yellow"),
        ("cascade", JULY, 424, "behind", "red"),
        ("clearpoint", JULY, 500, "on_pace", "green"),
        ("clearpoint", JULY, 450, "behind", "yellow"),
        ("clearpoint", JULY, 449, "behind", "red"),
    ],
)
def test_the_bands_of_each_preset(rules: str, day: date, value: int, state: str, colour: str) -> None:
    found = light(PLAN, [Progress(day, Decimal(value))], day, ruleset(rules))
    assert (found.state, found.colour) == (state, colour)


@pytest.mark.parametrize(
    ("rules", "day", "colour"),
    [
        ("xian", date(2020, 12, 27), "green"),
        ("xian", date(2020, 12, 28), "yellow"),
        ("xian", date(2020, 12, 31), "yellow"),
        ("xian", date(2021, 1, 1), "red"),
        ("suqian", date(2020, 12, 15), "green"),
        ("suqian", date(2020, 12, 16), "blue"),
        ("yichang", date(2020, 12, 23), "green"),
        ("yichang", date(2020, 12, 24), "yellow"),
    ],
)
def test_near_due_is_a_reminder(rules: str, day: date, colour: str) -> None:
    found = light(PLAN, [Progress(date(2020, 12, 1), Decimal(999))], day, ruleset(rules))
    assert found.colour == colour
    assert found.near_due == (colour in ("yellow", "blue"))


def test_near_due_never_makes_a_light_better() -> None:
    found = light(PLAN, [Progress(date(2020, 12, 1), Decimal(500))], date(2020, 12, 30), ruleset("suqian"))
    assert (found.state, found.colour, found.near_due) == ("behind", "yellow", True)


def test_the_ladder_of_three_colours() -> None:
    reports = [Progress(date(2020, 3, 31), Decimal(250)), Progress(date(2020, 7, 31), Decimal(600))]
    days = (date(2020, 3, 31), date(2020, 4, 30), date(2020, 5, 31), JUNE, date(2020, 7, 31), date(2020, 8, 31))
    colours = [light(PLAN, reports, day, ruleset("sanming")).colour for day in days]
    assert colours == ["green", "blue", "orange", "red", "green", "blue"]


def test_a_rate_below_nine_tenths_of_its_target_is_red_at_clearpoint() -> None:
    plan = Plan("甲", "rate", *YEAR, Condition("min", Decimal(6), unit="%", aspect="growth"))
    colours = [
        light(plan, [Progress(JULY, Decimal(rate))], JULY, ruleset("clearpoint")).colour for rate in ("6", "5.4", "5.3")
    ]
    assert colours == ["green", "yellow", "red"]


def test_a_circulars_own_words_stand_in_the_sentence() -> None:
    assert "：超进度，绿灯。" in light(PLAN, [Progress(JUNE, Decimal(600))], JUNE, ruleset("jinzhai")).sentence


def test_lights_add_up_to_consequences() -> None:
    behind = light(PLAN, [Progress(JUNE, Decimal(300))], JUNE, ruleset("guangyuan"))
    assert [rule.action for rule in consequences([behind], ruleset("guangyuan"))] == []
    assert [rule.action for rule in consequences([behind] * 2, ruleset("guangyuan"))] == ["专函督办，扣1分"]
    red = light(PLAN, [Progress(JUNE, Decimal(300))], JUNE, ruleset("longchang"))
    assert [rule.action for rule in consequences([red] * 3, ruleset("longchang"))] == ["约谈"]
    assert consequences([red] * 2, ruleset("longchang")) == []


def test_the_presets_name_themselves_and_their_source() -> None:
    expected = {
        *("xuancheng", "yinchuan", "yichang", "xian", "suqian", "sanming", "jinzhai", "guangyuan", "longchang"),
        *("cascade", "clearpoint"),
    }
    assert set(rulesets()) == expected
    assert all(rules.source and rules.version >= 1 for rules in rulesets().values())
    with pytest.raises(ValueError, match="no rule set 'nowhere'"):
        ruleset("nowhere")


OWN = """
id = "own"
version = 2
name = "本市办法"
source = "本市"
share = "days"
lag = "points"
bands = [
    { state = "on_pace", at_least = "0", level = 0, colour = "green" },
    { state = "behind", level = 1, colour = "blue" },
]
overdue = { level = 3, colour = "red" }
"""


def test_an_office_may_have_its_own_file() -> None:
    assert parse_ruleset(OWN, "own.toml").label == "own@2"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "own"', "", "own.toml: field 'id' is missing"),
        ('share = "days"', 'share = "weeks"', "'weeks' is not one of months, days"),
        ("level = 3", "level = 4", "level 4 is not 0 to 3"),
        ('at_least = "0", ', "", "all but the last need one"),
        ('state = "on_pace"', 'state = "ahead"', "none is on_pace"),
        ('state = "behind"', 'state = "ahead"', "none is behind"),
        ("version", "colour = 1\nversion", "unknown field colour"),
        ("version = 2", "version =", "own.toml: "),
    ],
)
def test_a_file_out_of_form_is_named(old: str, new: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_ruleset(OWN.replace(old, new), "own.toml")
