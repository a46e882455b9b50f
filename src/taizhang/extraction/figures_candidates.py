"""Which numbers of a text are figures: names, dates, sizes and slogans that hold digits are left out."""

from __future__ import annotations

import re

from taizhang.extraction.quantity_shim import Quantity

QUOTE_REACH = 40
NAME_BEFORE = re.compile(r"[A-Za-z0-9_+＋·.\-—/第“《]$")
STREAK = re.compile(r"(?:连续|连年|持续|长达|延长|再延长|延至|提前|缩短|压缩|压减)(?:了|约|近|至|到|为)?$")
YEARS_AFTER = re.compile(r"[来间内前后期多底末初计行规]")
TIME_UNITS = frozenset(["年", "个月", "周", "天", "小时", "个小时", "分钟", "岁", "米", "秒"])
POLICY_UNITS = frozenset(["大", "类", "种", "方面"])
NOUN_AFTER = re.compile(r"[^，。；、！？：:,;）)\s以左上下和与及到至的内]")
CLASS_AFTER = re.compile(r"级|(?:以上|以下|以内)(?!的?[，。；、！？）)和与及]|的?$)")
RANK_SCOPE = re.compile(
    r"(?:居|列|位|排|名|进至|升至|跃至|跃升至|前进至|保持|稳居|蝉联|总量|排名|(?:全国|全省|全球|世界|中部|西部|东部|全市|同类城市|各城市|地区|省份|城市|亚洲|长三角|中西部|我国|全区|国内|国际|省会城市|东北|直辖市))$"
)
DELIVER_TAIL = re.compile(
    r"(?:新增|新建|建成|新设|增加|打造|培育|形成|出台|制定|实施|推出|开通|建设|创建|等|共|获批|培育形成)$"
)


def quoted(text: str, start: int) -> bool:
    """Whether the number stands inside quotation marks or a book title."""
    head = text[max(0, start - QUOTE_REACH) : start]
    return head.rfind("“") > head.rfind("”") or head.rfind("《") > head.rfind("》")


def is_figure(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """Whether the number states a quantity of something."""
    before = text[max(0, q.start - 12) : q.start]
    after = text[q.end : q.end + 6]
    if quoted(text, q.start):
        return False
    if q.kind == "rank":
        if q.bare and text[q.end : q.end + 1] in ("批", "强", "沿", "期", "列"):
            return False
        return bool(RANK_SCOPE.search(before)) and not re.match(r"[批次届个季产代期轮条款方线]", after)
    if NAME_BEFORE.search(before):
        return False
    if q.kind == "none":
        return shares_unit(text, q, follows) or bare_people(q, after)
    if q.kind in ("percent", "point", "times"):
        return not (q.unit == "倍" and after.startswith("增"))
    if q.unit in TIME_UNITS:
        if q.unit == "年" and STREAK.search(before) is None:
            return False
        if NOUN_AFTER.match(after) and not STREAK.search(before):
            return False
        if q.unit in ("个月",) and not STREAK.search(before) and not after.startswith(("以内", "以上", "内")):
            return False
    if q.unit in ("千伏", "级"):
        return False
    if before.endswith("时速") or CLASS_AFTER.match(after):
        return q.unit not in ("元", "吨", "米", "千瓦", "公里", "美元", "平方米", "亩", "人") or bool(
            re.match(r"(?:以上|以下|以内)", after)
            and not q.bare
            and q.unit in ("亩", "人", "公里", "吨")
            and not before.endswith("时速")
        )
    if q.unit in POLICY_UNITS:
        return not q.chinese and q.unit == "大" and not after.startswith("类")
    if q.bare or (q.chinese and q.multiplied):
        return bool(re.search(r"(?:超|超过|突破|近|约|逾|达|达到|过|上|为|跃上|迈上|亿级|有|总量)$", before)) or (
            q.unit == "元" and not NOUN_AFTER.match(after)
        )
    if q.chinese:
        return (
            bool(DELIVER_TAIL.search(before))
            and not before.endswith("第")
            and q.high > 1
            and q.unit not in ("批", "次")
        )
    return True


def shares_unit(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """«提高18.8和10个百分点»: the unit stands only at the last of the list."""
    if follows is None or follows.kind in ("none", "rank"):
        return False
    return text[q.end : follows.start] in ("、", "和", "及", "与", "或")


def bare_people(q: Quantity, after: str) -> bool:
    """«1.77亿农民», «4万亿»: no measure word is written."""
    return q.multiplied and not q.chinese and q.high >= 10000 and not after.startswith("级")
