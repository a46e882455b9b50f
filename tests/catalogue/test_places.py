"""Places by name and code."""

import pytest

from taizhang.catalogue.places import find_place, place_by_code, places, short_name


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("中国", None, "100000"),
        ("江苏省", None, "320000"),
        ("江苏", None, "320000"),
        ("内蒙古自治区", None, "150000"),
        ("内蒙古", None, "150000"),
        ("广西", None, "450000"),
        ("新疆", None, "650000"),
        ("宁夏回族自治区", None, "640000"),
        ("北京市", None, "110000"),
        ("重庆", None, "500000"),
        ("苏州市", None, "320500"),
        ("苏州", None, "320500"),
        ("恩施土家族苗族自治州", None, "422800"),
        ("昆山市", None, "320583"),
        ("吉林市", None, "220200"),
        ("吉林", None, "220000"),
        ("鼓楼区", "南京市", "320106"),
        ("鼓楼区", "320300", "320302"),
        ("吴江市", None, "320584"),
    ],
)
def test_a_place_is_found_by_full_and_short_name(name: str, within: str | None, code: str) -> None:
    found = find_place(name, within)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["鼓楼区", "不存在市", "", "县"])
def test_a_name_that_many_bear_or_nobody_is_not_settled(name: str) -> None:
    assert find_place(name) is None


def test_a_former_name_says_until_when() -> None:
    found = find_place("吴江市")
    assert found is not None
    assert found.until is not None
    assert 2010 <= found.until <= 2014


def test_parents() -> None:
    parents = {code: place_by_code(code).parent for code in ("320583", "320500", "320000", "100000")}
    assert parents == {"320583": "320500", "320500": "320000", "320000": "100000", "100000": None}


@pytest.mark.parametrize(
    ("name", "short"),
    [("苏州市", "苏州"), ("凉山彝族自治州", "凉山"), ("大理白族自治州", "大理"), ("滨海新区", "滨海")],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_the_table_is_whole() -> None:
    current = [place for place in places() if place.until is None]
    assert len({place.code for place in current}) == len(current)
    assert sum(place.level == "province" for place in current) == 34
    assert sum(place.level == "city" for place in current) > 330
    assert sum(place.level == "county" for place in current) > 2800
