"""The data files of the room: valid, and refused where they are not."""

import pytest

from taizhang.fulfilment import measures, word_lists
from taizhang.fulfilment.terms import Rarity, grams, likeness
from taizhang.fulfilment.word_lists import answers, deed_pattern, deeds, progress


def test_every_verb_has_a_family_that_something_answers() -> None:
    assert {deed.family for deed in deeds().values()} <= set(answers())
    assert all(set(kept_by) <= {*answers(), "progress"} for kept_by in answers().values())


def test_the_longest_verb_counts() -> None:
    assert deed_pattern().findall("隧道建成通车") == ["建成通车"]


def test_words_of_progress_have_their_sense() -> None:
    assert progress("failed").search("物价调控目标没有完成")
    assert not progress("failed").search("目标圆满完成")
    with pytest.raises(ValueError, match="no words"):
        progress("nonsense")


def test_a_row_with_too_few_columns_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"answers\.tsv, line"):
        word_lists.rows("answers.tsv", 3)


@pytest.mark.parametrize(
    ("name", "code", "better", "price"),
    [
        ("地区生产总值", "gdp", "higher", False),
        ("经济增长", "gdp", "higher", False),
        ("单位地区生产总值能耗", "energy_intensity", "lower", False),
        ("居民消费价格涨幅", "cpi", "lower", True),
        ("物价总水平", "cpi", "lower", True),
        ("城镇登记失业率", "unemployment_registered", "lower", False),
    ],
)
def test_names_of_one_measure(name: str, code: str, better: str, price: bool) -> None:
    found = measures.measure_of(name)
    assert found
    assert (found.code, found.better, found.price) == (code, better, price)


def test_a_share_of_gdp_is_not_gdp() -> None:
    assert measures.measure_of("服务业增加值占地区生产总值比重") != measures.measure_of("地区生产总值")


def test_terms_read_short_forms_in_full_and_skip_numbers() -> None:
    assert grams("提高低保标准") == grams("提高最低生活保障标准")
    assert grams("安排补助资金251亿元") == grams("补助")
    rarity = Rarity([grams("新建农村公路"), grams("新增养老床位")])
    assert likeness(rarity, "新建农村公路", "新建农村公路") == pytest.approx(1)
    assert likeness(rarity, "新建农村公路", "新增养老床位") == 0
