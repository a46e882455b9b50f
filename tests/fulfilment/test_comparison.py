"""Promises of an invented county and what its next report says of them, written down before the code."""

from pathlib import Path

import pytest

import taizhang
from taizhang.model import Comparison, Fulfilment
from tests.fulfilment.pair import EARLIER, LATER, write_pair


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return taizhang.compare(*write_pair(tmp_path_factory.mktemp("pair")))


# quote of the promise · kind · quote of the outcome · actual · verdict · reason
EXPECTED = [
    ("7%", "headline", "6.1%", 6.1, "nearly", "just_short"),
    ("5000人", "headline", "5600人", 5600, "exceeded", "better_than_goal"),
    ("3%", "headline", None, None, "silent", "no_outcome"),
    ("与经济增长同步", "headline", "6.4%", 6.4, "met", "level_with_reference"),
    ("新建农村公路120公里", "quantified", "135公里", 135, "exceeded", "better_than_goal"),
    ("东河大桥建成通车", "milestone", "东河大桥建成通车", None, "met", "deed_done"),
    (
        "出台老旧小区加装电梯管理办法",
        "milestone",
        "老旧小区加装电梯管理办法出台实施",
        None,
        "met",
        "deed_done",
    ),
    ("取消城区机动车临时停放收费", "milestone", None, None, "silent", "no_outcome"),
    ("提高城乡居民基础养老金标准", "milestone", "城乡居民基础养老金标准提高到每月160元", None, "met", "deed_done"),
    ("新增养老床位800张", "quantified", "640张", 640, "missed", "far_short"),
    ("实施农村饮水安全巩固提升工程", "milestone", "农村饮水安全巩固提升工程有序推进", None, "met", "deed_done"),
    ("建立困难家庭救助信息平台", "milestone", None, None, "silent", "no_outcome"),
]


def told(one: Fulfilment) -> tuple[object, ...]:
    outcome = one.outcome
    actual = None if outcome is None or outcome.actual is None else float(outcome.actual)
    judged = one.judgement
    quote = outcome.quote if outcome else None
    return one.promise.quote, one.promise.kind, quote, actual, judged.verdict, judged.reason


def test_every_promise_gets_its_answer(comparison: Comparison) -> None:
    assert [told(one) for one in comparison.fulfilments] == EXPECTED


def test_quotes_are_the_text_of_their_spans(comparison: Comparison) -> None:
    for one in comparison.fulfilments:
        assert EARLIER[one.promise.start : one.promise.end] == one.promise.quote
        if one.outcome:
            assert LATER[one.outcome.start : one.outcome.end] == one.outcome.quote


def test_promises_know_their_area(comparison: Comparison) -> None:
    areas = [one.promise.area for one in comparison.fulfilments]
    assert areas == ["主要预期目标"] * 4 + ["加快城乡建设"] * 4 + ["改善人民生活"] * 4


def test_changes_between_the_papers_are_findings_of_their_own(comparison: Comparison) -> None:
    found = {(one.kind, one.indicator) for one in comparison.changes}
    assert {
        ("lowered", "地区生产总值"),
        ("repeated", "城镇新增就业"),
        ("dropped", "居民消费价格涨幅"),
        ("added", "城镇登记失业率"),
        ("resized", "新建农村公路"),
        ("dropped", "取消城区机动车临时停放收费"),
    } <= found


def test_what_only_the_next_plan_says_is_no_outcome(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    later.write_text(LATER.replace("新建农村公路135公里，", ""), encoding="utf-8")
    roads = next(one for one in taizhang.compare(earlier, later).fulfilments if "120公里" in one.promise.quote)
    assert (roads.outcome, roads.judgement.verdict) == (None, "silent")


def test_a_number_promised_and_told_in_words_is_unclear(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    later.write_text(LATER.replace("新增养老床位640张", "新增一批养老床位"), encoding="utf-8")
    beds = next(one for one in taizhang.compare(earlier, later).fulfilments if "800张" in one.promise.quote)
    assert (beds.judgement.verdict, beds.judgement.reason) == ("unclear", "no_number")


def test_a_goal_said_to_be_missed_is_missed(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    sentence = "同时看到，居民消费价格涨幅控制目标没有完成。\n\n## 二、"
    later.write_text(LATER.replace("## 二、", sentence), encoding="utf-8")
    price = next(one for one in taizhang.compare(earlier, later).fulfilments if one.promise.quote == "3%")
    assert (price.judgement.verdict, price.judgement.reason) == ("missed", "stated_failed")


def test_reports_that_cannot_answer_each_other_are_refused(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    with pytest.raises(ValueError, match="year after"):
        taizhang.compare(later, earlier)


def test_readings_are_taken_as_files_are(tmp_path: Path) -> None:
    earlier, later = write_pair(tmp_path)
    assert taizhang.compare(taizhang.read(earlier), taizhang.read(later)) == taizhang.compare(earlier, later)
