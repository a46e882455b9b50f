"""Which figures a person should check, and why."""

import pytest

from taizhang.extraction.figures.doubts import REASONS
from tests.extraction.figures.reading import figures_of

EXAMPLES = {
    "far": "工业增加值增长5%。同比增长6%。",
    "clause": "对外贸易总体稳定，增长6%。",
    "owned": "新增文明城市3个，总数22个。",
    "carried": "新增文明城市3个，总数22个，居全省第二。",
    "list_bound": "旅客人数增长6%、货运总量增长8%以上。",
    "turned": "为企业减轻负担3亿元。",
    "undivided": "投资、消费、出口分别增长3%和4%。",
    "short": "公园3座。",
    "slogan": "建成5大平台。",
    "crossed": "30家企业发行债券180只。",
    "several": "完成20万亩网围清拆和生态修复。",
    "particle": "有30个省取消了农业税。",
    "threshold": "落实总面积超60平方公里的近期可供用地。",
    "generic": "新创建项目6个。",
    "later": "体育场地面积达到2.5平方米，人均期望寿命预计达80岁。",
    "people": "解决2000万农村人口饮水安全问题。",
    "long": "建成具有国际先进水平且面向中小企业开放共享公共技术服务平台体系示范基地30个。",
}


@pytest.mark.parametrize("rule", REASONS)
def test_a_doubt_has_an_example(rule: str) -> None:
    assert REASONS[rule] in [one.reason for one in figures_of(EXAMPLES[rule])]


def test_a_plain_figure_is_certain() -> None:
    (one,) = figures_of("城镇调查失业率4.1%。")
    assert (one.sure, one.reason) == ("certain", None)
