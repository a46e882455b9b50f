"""The title page of every report in the reference folder, and of the forms that none of them has."""

from pathlib import Path

import pytest

from taizhang import reading

# place, code, level, year, date, session (congress, meeting), speaker; worked out by eye from the heads.
TRUTH = """
beijing-2026      北京市 110000 province 2026 2026-01-25 十六 四 殷勇
fujian-2026       福建省 350000 province 2026 2026-01-27 十四 四 赵龙
guizhou-2026      贵州省 520000 province 2026 2026-01-27 十四 四 李炳军
hebei-2026        河北省 130000 province 2026 2026-01-26 十四 四 王正谱
heilongjiang-2026 黑龙江省 230000 province 2026 2026-01-31 十四 四 梁惠玲
hubei-2026        湖北省 420000 province 2026 2026-01-27 十四 四 李殿勋
hunan-2026        湖南省 430000 province 2026 2026-02-03 十四 四 毛伟明
jiangsu-2026      江苏省 320000 province 2026 2026-02-03 十四 五 刘小涛
jiangxi-2026      江西省 360000 province 2026 2026-01-27 十四 四 叶建春
national-2000     中国 100000 nation 2000 2000-03-05 九 三 朱镕基
national-2001     中国 100000 nation 2001 2001-03-05 九 四 朱镕基
national-2002     中国 100000 nation 2002 2002-03-05 九 五 朱镕基
national-2003     中国 100000 nation 2003 2003-03-05 十 一 朱镕基
national-2004     中国 100000 nation 2004 2004-03-05 十 二 温家宝
national-2005     中国 100000 nation 2005 2005-03-05 十 三 温家宝
national-2006     中国 100000 nation 2006 2006-03-05 十 四 温家宝
national-2007     中国 100000 nation 2007 2007-03-05 十 五 温家宝
national-2008     中国 100000 nation 2008 - - - -
national-2009     中国 100000 nation 2009 - - - -
neimenggu-2026    内蒙古自治区 150000 province 2026 2026-02-04 十四 五 包钢
ningxia-2026      宁夏回族自治区 640000 province 2026 2026-02-03 十三 四 张雨浦
shaanxi-2026      陕西省 610000 province 2026 2026-01-27 十四 四 赵刚
shandong-2026     山东省 370000 province 2026 2026-01-27 十四 四 周乃翔
shanghai-2026     上海市 310000 province 2026 2026-02-03 十六 四 龚正
sichuan-2026      四川省 510000 province 2026 2026-02-03 十四 五 施小琳
suzhou-2020       苏州市 320500 city 2020 2020-01-08 十六 四 李亚平
yunnan-2026       云南省 530000 province 2026 2026-01-28 十四 四 王予波
zhejiang-2026     浙江省 330000 province 2026 2026-01-14 十四 四 刘捷
"""
WITHOUT_TITLE_PAGE = {"national-2008", "national-2009"}


@pytest.mark.parametrize("row", TRUTH.split("\n")[1:-1], ids=lambda row: row.split()[0])
def test_title_pages_of_the_reference_reports(reference: Path, row: str) -> None:
    name, place, adcode, level, year, date, congress, meeting, speaker = row.split()
    # The name of the file says nothing: read_bytes gets another one.
    report = reading.read_bytes((reference / "reports" / f"{name}.txt").read_bytes(), "report.txt")
    assert (report.place, report.adcode, report.level, report.year) == (place, adcode, level, int(year))
    if name in WITHOUT_TITLE_PAGE:
        assert (report.title, report.date, report.session, report.speaker) == (None, None, None, None)
        assert report.sure == "review"
        return
    assert (report.date, report.speaker) == (date, speaker)
    assert report.session == f"第{congress}届人民代表大会第{meeting}次会议"
    assert report.title is not None
    assert report.title.endswith("政府工作报告")
    assert report.sure == "certain"


SPEECH = (
    "\n各位代表：\n现在，我代表省人民政府向大会报告工作，请予审议。\n"
    "一、{last}年工作回顾\n一年来，工作扎实。\n二、{year}年主要任务\n建成一条路。\n"
)


def read(head: str, year: int = 2026) -> reading.Report:
    return reading.read_bytes((head + SPEECH.format(year=year, last=year - 1)).encode(), "report.txt")


def test_a_date_in_chinese_numerals() -> None:
    report = read("政府工作报告\n——二〇二六年一月二十七日在湖北省第十四届人民代表大会第四次会议上\n湖北省省长 王 某")
    assert (report.date, report.speaker) == ("2026-01-27", "王某")


def test_a_session_held_in_december_plans_the_next_year() -> None:
    report = read("政府工作报告\n——2025年12月28日在湖北省第十四届人民代表大会第四次会议上\n省长 王某某")
    assert (report.year, report.date, report.sure) == (2026, "2025-12-28", "certain")


def test_years_that_contradict_each_other_are_for_review() -> None:
    report = read("2025年湖北省政府工作报告\n——2026年1月27日在湖北省第十四届人民代表大会第四次会议上\n省长 王某某")
    assert (report.year, report.sure) == (2026, "review")
    assert "2025" in report.doubts[0]


def test_a_place_that_the_opening_words_name_below_a_title() -> None:
    text = (
        "政府工作报告\n各位代表：\n现在，我代表苏州市人民政府向大会报告工作，请予审议。\n一、2025年工作回顾\n很好。\n"
    )
    report = reading.read_bytes(text.encode(), "report.txt")
    assert (report.place, report.adcode, report.sure) == ("苏州市", "320500", "certain")


def test_a_place_that_only_the_opening_words_name() -> None:
    text = "各位代表：\n现在，我代表四川省人民政府向大会报告工作，请予审议。\n一、2025年工作回顾\n一年来成绩很好。\n"
    report = reading.read_bytes(text.encode(), "report.txt")
    assert (report.place, report.year, report.sure) == ("四川省", 2026, "review")


@pytest.mark.parametrize(
    ("head", "place", "adcode", "sure"),
    [
        ("2026年苏州市吴江区政府工作报告", "吴江区", "320509", "certain"),
        (
            "2026年政府工作报告\n——2026年1月8日在恩施土家族苗族自治州第九届人民代表大会第五次会议上",
            "恩施土家族苗族自治州",
            "422800",
            "certain",
        ),
        ("福州市鼓楼区2026年政府工作报告", "鼓楼区", "350102", "certain"),
        ("2026年鼓楼区政府工作报告", "鼓楼区", None, "review"),
        ("2026年政府工作报告\n吴江区区长 王某某", "吴江区", "320509", "certain"),
    ],
)
def test_places_below_the_province(head: str, place: str, adcode: str | None, sure: str) -> None:
    report = read(head)
    assert (report.place, report.level, report.sure) == (place, "city" if "州" in place[-3:] else "county", sure)
    assert adcode is None or report.adcode == adcode


def test_a_place_that_the_body_names_most() -> None:
    text = (
        "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n一、2025年工作回顾\n"
        "苏州经济平稳。苏州创新有力。苏州与无锡合作。苏州更加美丽。\n二、2026年主要任务\n建成一条路。\n"
    )
    report = reading.read_bytes(text.encode(), "report.txt")
    assert (report.place, report.adcode, report.level, report.sure) == ("苏州市", "320500", "city", "review")


@pytest.mark.parametrize(
    ("head", "place", "session", "speaker", "title"),
    [
        (
            "昆山市\n政府工作报告\n2026年1月12日\n代市长 张三",
            "昆山市",
            None,
            "张三",
            "政府工作报告",
        ),
        (
            "政 府 工 作 报 告\n2026年1月12日在市十九届人大五次会议上\n张三\n昆山市代市长",
            "昆山市",
            "第十九届人民代表大会第五次会议",
            "张三",
            "政府工作报告",
        ),
        (
            "在昆山市第十九届人民代表大会\n第五次会议上的政府工作报告\n（2026年1月12日）\n昆山市市长：张三",
            "昆山市",
            "第十九届人民代表大会第五次会议",
            "张三",
            "政府工作报告",
        ),
        (
            "政府工作报告\n——2026年1月12日在自治区第十四届人民代表大会第四次会议上\n"
            "新疆维吾尔自治区人民政府主席　艾尔肯·吐尼亚孜",
            "新疆维吾尔自治区",
            "第十四届人民代表大会第四次会议",
            "艾尔肯·吐尼亚孜",
            "政府工作报告",
        ),
    ],
)
def test_title_pages_of_other_makes(head: str, place: str, session: str | None, speaker: str, title: str) -> None:
    report = read(head)
    assert (report.place, report.session, report.speaker, report.title) == (place, session, speaker, title)
    assert (report.date, report.year, report.sure) == ("2026-01-12", 2026, "certain")
