"""Mode and period."""

import pytest

from taizhang.model import SectionKind
from tests.extraction.figures.reading import figures_of


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("review", "地区生产总值增长6%。", [("actual", "2025")]),
        ("review", "预计地区生产总值增长6%，外贸增长3%。", [("estimate", "2025")] * 2),
        ("review", "生产总值800亿元（预计数）。", [("estimate", "2025")]),
        (
            "review",
            "生产总值800亿元、增长6%（预计数，下同）。税收增长3%，新增学校2所。",
            [("estimate", "2025")] * 3 + [("actual", "2025")],
        ),
        ("review", "过去五年，地区生产总值年均增长5%，总量达6万亿元。", [("actual", "2021/2025"), ("actual", "2025")]),
        ("review", "过去五年成绩很大。一年来，新增就业20万人。", [("actual", "2025")]),
        ("review", "过去五年极不平凡。果断出台政策，全年地区生产总值增长5%。", [("actual", "2025")]),
        ("review", "两年来新建寄宿制学校200所。", [("actual", "2024/2025")]),
        ("review", "绿色出行比例从72%提升至76%。", [("actual", "2024"), ("actual", "2025")]),
        ("review", "预期寿命由2020年的75岁提高到2025年的77岁。", [("actual", "2020"), ("actual", "2025")]),
        ("review", "2023年，企业利润增长9%。", [("actual", "2023")]),
        ("review", "参保人数比2020年增长20%。", [("actual", "2021/2025")]),
        ("plan_year", "新增就业20万人。", [("target", "2026")]),
        ("plan_year", "到2030年，非化石能源占比达到25%。", [("target", "2030")]),
        ("plan_year", "力争到2028年，经济总量突破5000亿元。", [("target", "2028")]),
        ("plan_year", "补助标准由20元提高到40元。", [("actual", "2025"), ("target", "2026")]),
        ("plan_year", "去年已取消收费40项。", [("actual", "2025")]),
        ("plan_year", "今后三年投入100亿元。", [("target", "2026/2028")]),
        ("plan_multi_year", "地区生产总值年均增长5%，寿命达到80岁。", [("target", "2026/2030"), ("target", "2030")]),
        ("plan_year", "去年财政超收70亿元，其中中央超收40亿元。", [("actual", "2025")] * 2),
        ("plan_year", "去年成效明显。今年安排资金70亿元。", [("target", "2026")]),
        ("review", "今年将安排资金70亿元。", [("target", "2026")]),
        ("review", "凝聚14亿人民的智慧。", [("actual", None)]),
        ("review", "预期寿命78岁，人均收入预计达4万元。", [("actual", "2025"), ("estimate", "2025")]),
        ("review", "过去五年成绩很大。优良天数比例稳定在90%以上。", [("actual", "2021/2025")]),
        ("review", "过去五年成绩很大。研发投入强度达到3%。", [("actual", "2025")]),
        ("review", "五年间，共提出法律议案50件。", [("actual", "2021/2025")]),
        ("review", "过去五年成绩很大。3家企业进入全国500强。", [("actual", "2025")]),
        ("review", "1998年以来，治理水土流失5万亩。", [("actual", "1998/2025")]),
        ("review", "1998年，机构由40个减少到29个。", [("actual", "1998"), ("actual", "1998")]),
        ("review", "是1950年到1997年投资总和的2倍。", [("actual", "2025")]),
        (
            "review",
            "过去五年成绩很大。企业总部、研发中心分别从70家、40家增加到90家、60家。",
            [("actual", "2020"), ("actual", "2020"), ("actual", "2025"), ("actual", "2025")],
        ),
        ("plan_year", "建设未来工厂20家。", [("target", "2026")]),
        ("plan_year", "用三年时间解决80万户家庭的住房问题。", [("target", "2026/2028")]),
        ("plan_multi_year", "研发经费投入强度提高到3%左右。", [("target", "2030")]),
    ],
)
def test_mode_and_period(kind: SectionKind, text: str, said: list[tuple[str, str | None]]) -> None:
    assert [(one.mode, one.period) for one in figures_of(text, kind)] == said


def test_a_report_without_year_has_no_periods() -> None:
    assert [one.period for one in figures_of("增长6%。", year=None)] == [None]
