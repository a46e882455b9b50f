"""Observations against the calendar: pace, lights, reminders.

    plan = plan_of(figure, start=date(2020, 1, 1), due=date(2020, 12, 31), base=…, nodes=(Node(day, expected), …))
    found = light(plan, reports, day, ruleset("xuancheng"))

A `Plan` is one goal with its calendar; `plan_of` makes it of a promised `Figure` or a `Target`, and a milestone is
`Plan(name, "milestone", start, due)`. `reports` are `Progress` records (value in the goal's own unit, stage
`not_started|started|done`, what a relative condition is compared with, words that settle it); later ones than `day` are
not looked at, so every past day can be computed again. `Light` holds state, level 0 to 3, colour, rule (`xuancheng@1`),
exact shares, the reports used and one sentence.

`rulesets()` are the presets, `parse_ruleset(text, name)` reads an office's own. `roll_up(lights)` joins a task's goals,
`reminders(goals, within)`, `is_stale(…)`, `consequences(lights, rules)` and `behind_peers(…)` say what follows.
"""

from taizhang.monitoring.calendar_share import elapsed, expected_share
from taizhang.monitoring.following import RollUp, behind_peers, consequences, is_stale, next_due, reminders, roll_up
from taizhang.monitoring.light_record import Light
from taizhang.monitoring.lighting import light
from taizhang.monitoring.plan import Node, Plan, Progress, kind_of, plan_of
from taizhang.monitoring.rulesets import RuleSet, ruleset, rulesets
from taizhang.monitoring.rulesets import parse as parse_ruleset

__all__ = [
    "Light",
    "Node",
    "Plan",
    "Progress",
    "RollUp",
    "RuleSet",
    "behind_peers",
    "consequences",
    "elapsed",
    "expected_share",
    "is_stale",
    "kind_of",
    "light",
    "next_due",
    "parse_ruleset",
    "plan_of",
    "reminders",
    "roll_up",
    "ruleset",
    "rulesets",
]
