"""The parts of a report and the headings inside them."""

import json
import sys
from pathlib import Path

import pytest

from taizhang import reading
from taizhang.model import Section

GOLD = ("suzhou-2020", "hubei-2026", "beijing-2026", "national-2006")


@pytest.mark.parametrize("name", GOLD)
def test_the_parts_of_annotated_reports(reference: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(reference / "gold"))
    score = pytest.importorskip("score")
    report = reading.read_report(reference / "reports" / f"{name}.txt")
    meta = json.loads((reference / "gold" / name / "meta.json").read_text(encoding="utf-8"))
    spans = {sid: (start, end) for sid, start, end in score.sentences(report.text)}
    tally = score.Tally()
    sections = [{"kind": s.kind, "start": s.start, "end": s.end} for s in report.sections]
    score.score_sections(meta, {"sections": sections}, spans, len(report.text), tally)
    assert tally.scores()["sections"] >= 0.99
    sys.modules.pop("score", None)


def test_every_sentence_lies_in_exactly_one_part(reference: Path) -> None:
    for path in sorted((reference / "reports").glob("*.txt")):
        report = reading.read_report(path)
        view = reading.clean(report)
        for start, end in reading.sentences(view):
            first, last = view.span(start, end)
            holders = [part for part in report.sections if part.start <= first and last <= part.end]
            assert len(holders) == 1, (path.name, report.text[first:last])


def kinds(text: str) -> list[str | None]:
    return [part.kind for part in reading.read_bytes(text.encode(), "report.txt").sections]


HEAD = (
    "政府工作报告\n——2026年1月8日在湖北省第十四届人民代表大会第四次会议上\n省长 王某\n"
    "各位代表：\n现在，我报告工作，请予审议。\n"
)


def test_parts_told_by_their_headings() -> None:
    text = (
        HEAD
        + "一、2025年工作回顾\n成绩很好。\n二、“十五五”时期主要目标\n发展更好。\n三、2026年重点工作\n建成一条路。\n"
        "四、切实加强政府自身建设\n严格依法行政。\n各位代表！让我们更加紧密地团结在一起，共同奋斗！\n"
        "附件\n2026年民生实事项目清单\n1.新建10个公园。\n名词解释\n1.“两重”：国家重大战略。\n"
    )
    assert kinds(text) == [
        "preamble",
        "review",
        "plan_multi_year",
        "plan_year",
        "self_building",
        "closing",
        "annex",
        "annex",
    ]
    report = reading.read_bytes(text.encode(), "report.txt")
    assert [reading.explains_terms(report.text, annex) for annex in report.sections[-2:]] == [False, True]


def test_an_annex_may_say_below_its_title_that_it_explains_words() -> None:
    text = HEAD + "一、2026年重点工作\n新建10个公园。\n附件\n有关名词注释\n1.“十百千”工程：培育10家领军企业。\n"
    annex = reading.read_bytes(text.encode(), "report.txt").sections[-1]
    assert annex.kind == "annex"
    assert reading.explains_terms(text, annex)


def test_parts_without_headings_are_told_by_the_paragraphs_that_lead_into_them() -> None:
    text = (
        HEAD + "过去一年，成绩很好。\n2026年是“十五五”开局之年，任务很重。\n（一）扩大内需\n建成一条路。\n"
        "各位代表！完成任务，必须加强政府自身建设。\n严格依法行政。\n各位代表！\n支持国防和军队现代化建设。\n"
        "各位代表！\n让我们更加紧密地团结在一起！\n"
    )
    assert kinds(text) == ["preamble", "review", "plan_year", "self_building", "plan_year", "closing"]


def test_a_heading_of_two_kinds_is_divided_where_the_text_turns() -> None:
    text = (
        HEAD + "一、“十四五”时期成就和“十五五”时期主要目标\n“十四五”时期，成绩很好。\n“十五五”时期，发展更好。\n"
        "二、2026年重点工作\n建成一条路。\n"
    )
    assert kinds(text) == ["preamble", "review", "plan_multi_year", "plan_year"]


def test_a_text_that_is_no_report_has_no_parts_and_says_so() -> None:
    report = reading.read_bytes("夜里下了一场雨。他推开门，走了出去。\n".encode() * 200, "novel.txt")
    assert report.sections == ()
    assert report.sure == "review"
    assert any("不是政府工作报告" in doubt for doubt in report.doubts)


def titles(sections: tuple[Section, ...]) -> list[object]:
    return [(part.title, titles(part.children)) if part.children else part.title for part in sections]


def test_headings_nest_by_their_numbering() -> None:
    text = (
        HEAD
        + "一、2026年重点工作\n（一）扩大内需，稳定增长。促进消费和投资。\n大力提振消费。发放消费券，建成商业街。\n"
        "扩大有效投资。一要办好项目。开工十个项目。二要用好资金。落实资金。\n（二）深化改革\n"
        "一是放宽准入。压减清单。\n各位代表！支持国防建设。\n"
    )
    (plan,) = (part for part in reading.read_bytes(text.encode(), "report.txt").sections if part.kind == "plan_year")
    assert titles(plan.children) == [
        (
            "（一）扩大内需，稳定增长",
            ["大力提振消费", ("扩大有效投资", ["一要办好项目", "二要用好资金"])],
        ),
        ("（二）深化改革", ["一是放宽准入"]),
    ]
    assert plan.children[1].end < text.index("各位代表！支持")
    assert reading.bare_title("（一）扩大内需，稳定增长。") == "扩大内需，稳定增长"
