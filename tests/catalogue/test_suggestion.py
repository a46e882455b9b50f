"""Which departments a task may go to."""

import json
from pathlib import Path

import pytest

from taizhang.catalogue import Decision, organization_by_name, organizations, suggest
from taizhang.catalogue.organizations import duties


def leads(sentence: str, **context: object) -> str | None:
    found = suggest(sentence, **context)  # type: ignore[arg-type]
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("新建中小学和幼儿园6所，新增学位5000个。", "市教育局"),
        ("建设高标准农田3万亩。", "市农业农村局"),
        ("新建养老机构床位200张、助餐点30个。", "市民政局"),
        ("完成职工基本养老保险扩面。", "市人力资源和社会保障局"),
        ("新辟公交线路8条。", "市交通运输局"),
        ("持续打好蓝天保卫战，细颗粒物浓度继续下降。", "市生态环境局"),
        ("深化医保支付方式改革。", "市医疗保障局"),
        ("抓好人防设施建设。", "市人民防空办公室"),
        ("培育专精特新企业50家。", "市工业和信息化局"),
        ("促进房地产市场平稳健康发展。", "市住房和城乡建设局"),
    ],
)
def test_duty_words_lead_to_the_department(sentence: str, lead: str) -> None:
    assert leads(sentence) == lead


def test_nothing_is_suggested_where_nothing_speaks() -> None:
    assert suggest("一步一个脚印往前走。") == ()


def test_a_word_inside_a_longer_one_does_not_count() -> None:
    names = [row.name for row in suggest("提高职工养老保险待遇。")]
    assert "市民政局" not in names  # 养老 stands inside 养老保险
    assert "市卫生健康委" not in [row.name for row in suggest("推动班列健康发展。")]


def test_names_follow_the_level() -> None:
    assert leads("办好职业教育。", level="province") == "省教育厅"
    assert leads("办好职业教育。", level="county") == "县教育局"
    assert leads("办好职业教育。", level="nation") is None
    assert leads("办好职业教育。", level="province", adcode="310000") == "市教育局"
    assert leads("办好职业教育。", level="province", adcode="640000") == "自治区教育厅"
    assert leads("办好职业教育。", level="county", adcode="320509") == "区教育局"
    assert leads("办好职业教育。", level="county", adcode="320581") == "市教育局"
    assert organization_by_name("自治区教育厅") == organization_by_name("市教育局")


def test_headings_speak_where_the_sentence_does_not() -> None:
    assert leads("让孩子们走得更近。") is None
    assert leads("让孩子们走得更近。", path=("民生", "办好义务教育和学前教育")) == "市教育局"


def test_the_office_is_followed_and_says_so() -> None:
    history = [Decision("新增公共自行车站点100个。", lead=("市城管局",), support=("姑苏区",))]
    found = suggest("新增公共自行车站点80个。", history=history)
    assert (found[0].name, found[0].role) == ("市城市管理局", "lead")
    assert "曾牵头相近任务「新增公共自行车站点100个。」" in found[0].reason
    assert "姑苏区" in [row.name for row in found[1:]]
    assert leads("新增公共自行车站点80个。") == "市交通运输局"
    assert leads("开展全民阅读活动。", history=history) == leads("开展全民阅读活动。")


def test_reasons_add_up_to_the_score() -> None:
    found = suggest("建设高标准农田3万亩，发展智慧农业。")
    points = [float(part.rsplit("」", 1)[1].removesuffix("分")) for part in found[0].reason.split("；")]
    assert sum(points) == pytest.approx(found[0].score)


def test_the_data_are_in_form() -> None:
    assert len(organizations()) >= 45
    answered = {duty.organization for rows in duties().values() for duty in rows}
    assert answered == set(organizations())


@pytest.mark.parametrize("name", ["市发改委", "发展改革委", "省发展改革委", "发展和改革委员会"])
def test_a_department_is_found_by_any_of_its_names(name: str) -> None:
    found = organization_by_name(name)
    assert found is not None
    assert found.code == "fgw"


def test_most_tasks_of_a_real_report_get_a_suggestion(reference: Path) -> None:
    text = (reference / "reports/suzhou-2020.txt").read_text(encoding="utf-8")
    rows = [json.loads(row) for row in (reference / "gold/suzhou-2020/tasks.jsonl").read_text("utf-8").splitlines()]
    sentences = {row["s"]: text[row["start"] : row["end"]] for row in rows}
    tasks = [row for row in rows if row["kind"] == "task"]
    suggested = [suggest(sentences[row["s"]], [sentences[above] for above in row["path"]]) for row in tasks]
    assert sum(bool(found) for found in suggested) >= 0.8 * len(tasks)
