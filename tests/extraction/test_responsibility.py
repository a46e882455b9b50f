"""Who answers, as brackets in the text name them."""

import pytest

from taizhang.extraction.responsibility import responsibility, without_bracket


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        ("新建公园10个（牵头单位：园林局、住建局；配合单位：财政局）。", ("园林局", "住建局"), ("财政局",)),
        (
            "降低物流成本（发展改革委牵头，交通运输部、商务部配合，9月底前完成）。",
            ("发展改革委",),
            ("交通运输部", "商务部"),
        ),
        ("稳定就业（人力资源社会保障部、教育部等按职责分工负责）。", (), ("人力资源社会保障部", "教育部")),
        ("修缮古桥（文物局负责）。", ("文物局",), ()),
    ],
)
def test_brackets(sentence: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    found = responsibility(sentence)
    assert found is not None
    assert (found.lead, found.support) == (lead, support)


def test_a_sentence_without_such_a_bracket_names_nobody() -> None:
    assert responsibility("新建公园（含改建）10个。") is None


def test_the_bracket_is_no_part_of_the_title() -> None:
    assert without_bracket("修缮古桥（文物局负责）。") == "修缮古桥。"
