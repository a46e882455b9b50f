"""Headings, context, targets and tasks of a small report of our own."""

import pytest

from taizhang.extraction import extract, sentence_kinds
from taizhang.model import Reading
from taizhang.reading import read_bytes

REPORT = """东山市政府工作报告
——2026年1月10日在东山市第五届人民代表大会第三次会议上
市长 李明

各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全市地区生产总值增长5.2%。
二、2026年工作安排
2026年是“十五五”开局之年。做好今年工作，意义重大。
全市经济社会发展主要预期目标是：地区生产总值增长5%左右，力争更好结果；固定资产投资保持增长；城镇调查失业率5.5%左右；居民收入增长与经济增长同步；单位地区生产总值能耗下降完成省下达任务。
今年重点做好以下两个方面工作：
（一）大力发展现代产业。
坚持把发展经济的着力点放在实体经济上，推动产业向新向好。
做强先进制造业。实施智能化改造行动，新增省级智能工厂12家。建成东山芯片产业园。持续推进质量强市建设。
做优现代服务业。争创国家服务业标准化试点，9月底前出台物流业扶持政策。
（二）着力增进民生福祉。
坚持民生为大，办好群众身边事。
促进充分就业。开展技能培训3万人次，城镇新增就业2万人。
办好10件民生实事。（1）改造老旧小区20个；（2）新建东湖公园（牵头单位：园林局；配合单位：财政局）。
三、切实加强政府自身建设
政贵有恒，治须有常。
（一）坚持依法行政。弘扬法治精神，营造公平有序的法治环境。严格落实重大决策程序，自觉接受各方监督。
各位代表！让我们携手奋进，谱写东山新篇章！
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return extract(read_bytes(REPORT.encode(), "东山.txt"))


def texts(reading: Reading) -> list[str]:
    return [reading.report.text[task.start : task.end] for task in reading.tasks]


def test_every_promise_is_one_task_and_nothing_else_is(reading: Reading) -> None:
    assert texts(reading) == [
        "实施智能化改造行动，新增省级智能工厂12家。",
        "建成东山芯片产业园。",
        "持续推进质量强市建设。",
        "争创国家服务业标准化试点，9月底前出台物流业扶持政策。",
        "开展技能培训3万人次，城镇新增就业2万人。",
        "办好10件民生实事。",
        "（1）改造老旧小区20个；",
        "（2）新建东湖公园（牵头单位：园林局；配合单位：财政局）。",
        "严格落实重大决策程序，自觉接受各方监督。",
    ]


def test_the_path_holds_the_headings_without_numbers(reading: Reading) -> None:
    assert reading.tasks[0].path == ("2026年工作安排", "大力发展现代产业", "做强先进制造业")
    assert reading.tasks[-1].path == ("切实加强政府自身建设", "坚持依法行政")


def test_goals_are_the_figures_and_milestones_inside(reading: Reading) -> None:
    text = reading.report.text
    goals = [[(goal.type, text[goal.start : goal.end]) for goal in task.goals] for task in reading.tasks]
    assert goals[0] == [("figure", "12家")]
    assert goals[1] == [("milestone", "建成东山芯片产业园")]
    assert goals[2] == []


def test_due_dates(reading: Reading) -> None:
    assert (reading.tasks[0].due, reading.tasks[0].due_assumed) == ("2026-12-31", True)
    assert (reading.tasks[3].due, reading.tasks[3].due_assumed) == ("2026-09-30", False)
    assert (reading.tasks[2].due, reading.tasks[2].due_assumed) == (None, False)


def test_lists_of_livelihood_projects(reading: Reading) -> None:
    assert [task.livelihood for task in reading.tasks] == [False] * 5 + [True] * 3 + [False]


def test_sentences_of_a_paragraph_share_its_closing_bracket() -> None:
    annex = "附件\n2026年民生实事清单\n1.发放以工代赈报酬2亿元；扩大工伤保险覆盖面（牵头单位：人社局）。\n"
    found = extract(read_bytes((REPORT + annex).encode(), "东山.txt"))
    added = [task for task in found.tasks if task.path[:1] == ("附件",)]
    assert [(task.title, task.lead, task.livelihood) for task in added] == [
        ("发放以工代赈报酬2亿元", ("人社局",), True),
        ("扩大工伤保险覆盖面", ("人社局",), True),
    ]
    assert added[0].path == ("附件", "2026年民生实事清单")


def test_an_annex_that_explains_terms_promises_nothing(reading: Reading) -> None:
    annex = "名词解释\n1.“两个清单”：建立问题清单和责任清单，完成整改10项。\n"
    found = extract(read_bytes((REPORT + annex).encode(), "东山.txt"))
    assert len(found.tasks) == len(reading.tasks)


def test_every_sentence_of_the_parts_that_promise_has_a_kind(reading: Reading) -> None:
    kinds = {judged.statement.text: judged.kind for judged in sentence_kinds(reading.report)}
    assert kinds["二、2026年工作安排"] == "heading"
    assert kinds["2026年是“十五五”开局之年。"] == "context"
    assert kinds["做优现代服务业。"] == "heading"
    assert kinds["政贵有恒，治须有常。"] == "context"
    assert {kind for text, kind in kinds.items() if "主要预期目标" in text} == {"target"}


def test_who_answers_is_read_from_brackets(reading: Reading) -> None:
    assert (reading.tasks[7].lead, reading.tasks[7].support) == (("园林局",), ("财政局",))


def test_targets_with_and_without_numbers(reading: Reading) -> None:
    said = [(target.indicator, target.bound, target.quote) for target in reading.targets]
    assert said == [
        ("地区生产总值", "approx", "5%"),
        ("固定资产投资", "positive", "保持增长"),
        ("城镇调查失业率", "approx", "5.5%"),
        ("居民收入", "match", "与经济增长同步"),
        ("单位地区生产总值能耗", "assigned", "完成省下达任务"),
    ]
    assert reading.targets[0].stretch
    assert [figure.headline for figure in reading.figures] == [False, True, True, *[False] * (len(reading.figures) - 3)]
