"""Milestones: every row of the verbs reads its example; what is no event is left alone."""

import pytest

from taizhang.extraction.milestone_rules import VerbRule, parse_rules, rules
from taizhang.extraction.milestones import milestones_in


def found(clause: str) -> list[tuple[str, str]]:
    return [(rule.stage, clause[event.start : event.end]) for rule, event in milestones_in(clause)]


def objects(clause: str) -> list[str]:
    return [event.object for _, event in milestones_in(clause)]


@pytest.mark.parametrize("rule", rules().verbs, ids=lambda rule: rule.example)
def test_each_row_reads_its_example(rule: VerbRule) -> None:
    assert rule.stage in [stage for stage, _ in found(rule.example)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("确保南湖快速路建成通车", [("finish", "南湖快速路建成通车")]),
        ("建成东山水厂、西山泵站等重点工程", [("finish", "建成东山水厂"), ("finish", "建成东山水厂、西山泵站")]),
        ("东山水厂、西山泵站建成投用", [("finish", "东山水厂、西山泵站建成投用"), ("finish", "西山泵站建成投用")]),
        (
            "支持东县、西县创建国家卫生县城",
            [("award", "东县、西县创建国家卫生县城"), ("award", "西县创建国家卫生县城")],
        ),
        ("推动东山高新区升格为国家级高新区", [("award", "东山高新区升格为国家级高新区")]),
        ("北湖铁路一期6月底前通车运营", [("finish", "北湖铁路一期6月底前通车运营")]),
        ("妇幼保健院迁建项目建成投用", [("finish", "妇幼保健院迁建项目建成投用")]),
        ("确保重点项目建成投用", []),
        ("新建公园10个", []),
        ("建成10个公园", []),
        ("完成工业投资150亿元", []),
        ("建立健全长效机制", []),
        ("鼓励企业设立研究院", []),
        ("建成一批口袋公园、健身驿站", []),
        ("办好人民满意教育", []),
        ("积极推进轨道交通9号线建设", []),
    ],
)
def test_clauses(clause: str, expected: list[tuple[str, str]]) -> None:
    assert found(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("建成东山水厂、西山泵站等重点工程", ["东山水厂", "西山泵站"]),
        ("开工建设东山、西山、南山供水工程", ["东山供水工程", "西山供水工程", "南山供水工程"]),
        ("创建时空信息、具身智能等国家应用中试基地", ["时空信息国家应用中试基地", "具身智能国家应用中试基地"]),
        ("建成东州、西克、南头等5个水厂项目", ["东州水厂项目", "西克水厂项目", "南头水厂项目"]),
        ("出台养老、托育服务实施方案", ["养老、托育服务实施方案"]),
        ("力争北湖大桥9月开工", ["北湖大桥"]),
        ("组建铁路公司统一运营地方铁路", ["铁路公司"]),
        ("支持东县、西县创建国家卫生县城", ["国家卫生县城", "国家卫生县城"]),
    ],
)
def test_what_the_event_happens_to(clause: str, expected: list[str]) -> None:
    assert objects(clause) == expected


@pytest.mark.parametrize(
    ("verb", "kind", "message"),
    [
        ("建成\tbuilt\tbefore\tplace\t建成东桥", "place\t\t", "verb 建成"),
        ("建成\tfinish\tbefore\tcastle\t建成东桥", "place\t\t", "verb 建成"),
        ("建成\tfinish\tbefore\tplace\t建成东桥", "place\t(\t", "class place"),
        ("建成\tfinish\tbefore", "place\t\t", "row 1"),
    ],
)
def test_a_wrong_row_is_named(verb: str, kind: str, message: str) -> None:
    verbs = f"verb\tstage\torder\tobject\texample\n{verb}\n"
    objects = f"class\taccept\trefuse\nevery\t\t\n{kind}\n"
    with pytest.raises(ValueError, match=message):
        parse_rules(verbs, objects)
