"""A scripted year in the office: assign, plan, report, return, accept, extend, finish; and the lights of each month."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from taizhang.ledger import Ledger, Node, audit, standings
from taizhang.monitoring import ruleset
from tests.readings import small_reading

TRAILS, ROAD = 1, 2  # 新建健身步道200公里 by the year's end; 南湖快速路建成通车 by 30 June
GOALS = {TRAILS: "200公里", ROAD: "南湖快速路建成通车"}


@pytest.fixture
def calendar(ledger: Ledger) -> Callable[[int, int], None]:
    """Set the office's day of 2020."""

    def turn_to(month: int, day: int) -> None:
        ledger.clock = lambda: datetime(2020, month, day, 4, 0, tzinfo=UTC)

    return turn_to


def state(ledger: Ledger, task: int, day: date) -> str:
    """The state of a task's light at the end of a day, by the rules of 宣城."""
    found = {standing.task.id: standing for standing in standings(ledger, ruleset("xuancheng"), day)}
    return found[task].light.shown.state


def report(ledger: Ledger, unit: str, day: str, value: int) -> int:
    """A unit's report on the trails, handed in."""
    number = ledger.progress.draft(TRAILS, unit, "李", goal=GOALS[TRAILS], value=value, as_of=day)
    ledger.progress.submit(number, "李")
    return number


def test_a_year_in_the_office(ledger: Ledger, calendar: Callable[[int, int], None]) -> None:
    calendar(1, 20)
    ledger.import_reading(small_reading(), "report.txt", "王")
    ledger.edit_tasks({TRAILS: 1}, {"lead": ["市体育局"]}, "王")
    ledger.edit_tasks({ROAD: 1}, {"lead": ["市交通运输局"], "support": ["市财政局"]}, "王")
    ledger.plans.set(ROAD, (Node("2020-03-31", Decimal(50)), Node("2020-06-30", Decimal(100))), "张", GOALS[ROAD])

    # 20 of 200 by the end of February, where 2/12 were due.
    calendar(2, 29)
    ledger.progress.accept(report(ledger, "市体育局", "2020-02-29", 20), "王")
    assert state(ledger, TRAILS, date(2020, 2, 29)) == "behind"

    # 60 by the end of March would be on pace, but the report comes back without proof.
    calendar(3, 31)
    march = report(ledger, "市体育局", "2020-03-31", 60)
    ledger.progress.give_back(march, "王", "请补充证明材料")
    assert state(ledger, TRAILS, date(2020, 3, 31)) == "behind"
    assert ledger.progress.waiting("市体育局")[0].reason == "请补充证明材料"

    calendar(4, 2)
    ledger.evidence.attach(TRAILS, "验收单.pdf", b"%PDF-1.4", "李", progress_id=march)
    ledger.progress.submit(march, "李")
    ledger.progress.accept(march, "王")
    assert state(ledger, TRAILS, date(2020, 4, 2)) == "on_pace"
    # What was known on the last of March stays what it was.
    assert state(ledger, TRAILS, date(2020, 3, 31)) == "behind"

    calendar(5, 20)
    asked = ledger.requests.ask(ROAD, "extension", "管线迁改滞后", "张", {"due": "2020-09-30"}, unit="市交通运输局")
    calendar(5, 25)
    ledger.requests.approve(asked, "王", "同意延期")

    # Half of the year, half of the trails: just on pace.
    calendar(6, 30)
    ledger.progress.accept(report(ledger, "市体育局", "2020-06-30", 100), "王")
    assert state(ledger, TRAILS, date(2020, 6, 30)) == "on_pace"
    assert state(ledger, ROAD, date(2020, 6, 30)) != "overdue"

    calendar(9, 16)
    done = ledger.progress.draft(ROAD, "市交通运输局", "张", stage="done", words="建成通车", as_of="2020-09-15")
    ledger.progress.submit(done, "张")
    assert ledger.task(ROAD).done is None
    ledger.progress.accept(done, "王")
    ledger.verification.add(ROAD, "confirmed", "王", "现场核查", goal=GOALS[ROAD], progress_id=done)
    assert ledger.task(ROAD).done == "2020-09-15"
    assert state(ledger, ROAD, date(2020, 9, 16)) == "done"

    # Nothing more is reported on the trails until they are overdue.
    calendar(12, 31)
    assert state(ledger, TRAILS, date(2020, 11, 30)) == "behind"
    ledger.clock = lambda: datetime(2021, 1, 5, 4, 0, tzinfo=UTC)
    assert state(ledger, TRAILS, date(2021, 1, 5)) == "overdue"

    road = next(one for one in standings(ledger, ruleset("xuancheng")) if one.task.id == ROAD)
    assert road.goals[0].verified is not None
    assert road.goals[0].reported is not None
    assert road.light.shown.sentence
    assert [event.action for event in reversed(ledger.life(ROAD))] == [
        *("import", "edit", "plan", "ask", "approve", "draft", "submit", "accept", "verify"),
    ]
    assert audit(ledger).whole


def test_a_light_without_an_extension_is_overdue(ledger: Ledger, calendar: Callable[[int, int], None]) -> None:
    calendar(1, 20)
    ledger.import_reading(small_reading(), "report.txt", "王")
    calendar(7, 31)
    assert state(ledger, ROAD, date(2020, 7, 31)) == "overdue"
    number = ledger.add_task("落实专题会议纪要", "王", source="会议纪要第3号", values={"due": "2020-08-31"})
    found = {standing.task.id: standing for standing in standings(ledger, ruleset("xuancheng"))}
    assert found[number].goals[0].goal is None
    assert found[number].light.total == 1


def test_of_two_reports_on_one_day_the_later_counts(ledger: Ledger, calendar: Callable[[int, int], None]) -> None:
    calendar(6, 30)
    ledger.import_reading(small_reading(), "report.txt", "王")
    for value in (10, 100):
        ledger.progress.accept(report(ledger, "市体育局", "2020-06-30", value), "王")
    assert state(ledger, TRAILS, date(2020, 6, 30)) == "on_pace"


def test_a_report_on_the_whole_task_speaks_for_its_only_goal(
    ledger: Ledger, calendar: Callable[[int, int], None]
) -> None:
    calendar(6, 30)
    ledger.import_reading(small_reading(), "report.txt", "王")
    number = ledger.progress.draft(TRAILS, "市体育局", "李", value=100, as_of="2020-06-30")
    ledger.progress.submit(number, "李")
    assert state(ledger, TRAILS, date(2020, 6, 30)) == "not_started"  # handed in is not accepted
    ledger.progress.accept(number, "王")
    assert state(ledger, TRAILS, date(2020, 6, 30)) == "on_pace"


def test_a_day_before_the_report_came_is_judged_by_the_present_ledger(
    ledger: Ledger, calendar: Callable[[int, int], None]
) -> None:
    calendar(10, 1)
    ledger.import_reading(small_reading(), "report.txt", "王")
    assert state(ledger, ROAD, date(2020, 7, 1)) == "overdue"
    assert state(ledger, ROAD, date(2020, 1, 15)) == "not_due"
