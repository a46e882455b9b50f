"""Which numbers of a text are figures: names, dates, sizes and slogans that hold digits are left out."""

from __future__ import annotations

import re

from taizhang.language import Quantity

QUOTE_REACH = 40
NAME_BEFORE = re.compile(r"[A-Za-z0-9_+＋·.\-—/第“《每]$")
STREAK = re.compile(r"(?:连续|连年|持续|长达|延长|再延长|延至|提前|缩短|压缩|压减)(?:了|约|近|至|到|为)?$")
YEARS_AFTER = re.compile(r"[来间内前后期多底末初计行规]")
TIME_UNITS = frozenset(["年", "个月", "周", "天", "小时", "个小时", "分钟", "岁", "米", "秒"])
CLASS_UNITS = frozenset(["元", "吨", "米", "千瓦", "公里", "美元", "平方米", "标箱"])
SHARE_BEFORE = re.compile(r"(?:占|全国|全省|全球|约|近|达|超过?|[\d/]、)$")
STEPS = ("的", "台阶", "大关", "关口", "规模", "新台阶")
GROUPS = frozenset(["类", "组", "种", "批", "方面"])
SIZES = frozenset(["兆瓦", "兆瓦时", "吉瓦时", "吉瓦", "微克", "毫克", "纳米", "英寸", "千伏安"])
BIG = re.compile(r"[万亿]")
ORDINAL_AFTER = re.compile(r"[批次届个季产代期轮条款方线]")
BOUND_BEFORE = re.compile(r"(?:超|超过|突破|近|约|逾|达|达到|过|上|为|跃上|有|总量|不低于|每年)$")
NAMING_UNITS = frozenset(
    ["千伏", "伏", "级", "世纪", "周年", "环", "号", "路", "届", "班", "层", "频", "期", "代", "英寸", "吨级"]
)
POLICY_NOUN = re.compile(
    r"(?:维度|方面|任务举措|重点任务|要点|环节|关键环节|原则|核心诉求|关切|主义|闸门|大局|第一|确立|维护|意识|自信)"
)
MOVES = re.compile(r"(?:提升|提高|提至|增|下降|降|延长|缩短|减|压缩|扩大|上升|左右)")
WITHIN = re.compile(r"(?:以?内|范围|之内)[^，。；、！？]")
POLICY_UNITS = frozenset(["大", "类", "种", "方面"])
NOUN_AFTER = re.compile(r"[^，。；、！？：:,;）)\s以左上下和与及到至的内]")
CLASS_AFTER = re.compile(r"级|(?:以上|以下|以内)(?!的?[，。；、！？）)和与及]|的?$)")
RANK_PLACE = (
    "全国|全省|全区|全球|世界|中部|西部|东部|东北|西北|西南|华东|华北|华南|全市|同类城市|各城市|各省区市?|地区|省份|城市|亚洲|长三角|中西部|"
    "我国|国内|国际|内地|大陆|省会城市|直辖市"
)
RANK_BEFORE = re.compile(
    rf"(?:居|列|位|排|名|进至|升至|跃至|升到|升为|保持|稳居|蝉联|排名)(?:{RANK_PLACE})*$|(?:{RANK_PLACE})$"
)
RANK_LISTED = re.compile(r"第[\d一二三四五六七八九十]+位?[、和]$")
RANK_MOVED = re.compile(r"[由从](?:上年)?(?:居)?(?:世界|全国|全省)?$")
PLACED = re.compile(r"[放摆][在到]$")
DELIVER_TAIL = re.compile(
    r"(?:新增|新建|建成|新设|增加|打造|培育|形成|出台|制定|实施|推出|开通|建设|创建|办好|完成|选派|等|共|获批|培育形成)$"
)


def quoted(text: str, start: int) -> bool:
    """Whether the number stands inside quotation marks or a book title."""
    head = text[max(0, start - QUOTE_REACH) : start]
    return head.rfind("“") > head.rfind("”") or head.rfind("《") > head.rfind("》")


def is_figure(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """Whether the number states a quantity of something."""
    if q.kind in ("date", "ordinal") or q.unit in NAMING_UNITS or quoted(text, q.start):
        return False
    before = text[max(0, q.start - 12) : q.start]
    after = text[q.end : q.end + 8]
    if q.kind == "rank":
        return is_rank(q, before, after)
    if NAME_BEFORE.search(before) or in_class(text, q, follows):
        return False
    if q.kind == "number":
        if after[:1] == "大" and not q.chinese:
            return not after.startswith("大类") and not POLICY_NOUN.match(after[1:])
        return shares_unit(text, q, follows) or bare_people(q, after)
    if q.kind in ("percent", "point", "multiple"):
        return q.quote != "对折"
    if q.kind == "fraction":
        return q.chinese or SHARE_BEFORE.search(before) is not None
    if q.kind == "time":
        return is_duration(q, before, after)
    return is_amount(q, before, after)


def in_class(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """Sizes that only name a class: «12类45件实事», «12个百亿元、70个30亿元以上项目», «10兆瓦反应堆»."""
    if q.unit in GROUPS and follows and follows.start == q.end:
        return True
    if q.kind == "money" and text[q.start - 1] in "个家" and text[q.start - 2].isdigit():
        return True
    return q.unit in SIZES and NOUN_AFTER.match(text, q.end) is not None and text[q.end : q.end + 1] != "的"


def is_rank(q: Quantity, before: str, after: str) -> bool:
    """«居全国第3位», «全省第一»; no «第一产业», «第二轮», «500强»."""
    if q.quote.startswith("前") and after[:1] in tuple("批强沿期列"):
        return False
    if ORDINAL_AFTER.match(after) or PLACED.search(before):
        return False
    if q.quote.endswith("位") and RANK_MOVED.search(before):
        return True
    return bool(RANK_BEFORE.search(before) or RANK_LISTED.search(before))


def is_duration(q: Quantity, before: str, after: str) -> bool:
    """Streaks (连续16个季度), lead times and limits; no «10分钟生活圈», «五年来», «三年行动计划»."""
    if STREAK.search(before):
        return not NOUN_AFTER.match(after) or not before.endswith("延长")
    if q.unit == "岁":
        return not NOUN_AFTER.match(after) or MOVES.match(after) is not None
    if q.unit == "年" or q.chinese:
        return False
    if q.unit == "个月":
        return after.startswith(("以内", "以上", "内"))
    return not NOUN_AFTER.match(after)


def is_amount(q: Quantity, before: str, after: str) -> bool:
    """Counts, measures and money; no sizes of classes (亿元以上项目, 万吨级码头), no counted slogans."""
    if before.endswith("时速") or (q.unit in ("微克", "毫克") and NOUN_AFTER.match(after)):
        return False
    if q.unit == "立方米" and q.quote.endswith("方") and after[:1] in tuple("案面式向针位"):
        return False
    if POLICY_NOUN.match(after):
        return False
    if CLASS_AFTER.match(after) and (after.startswith("级") or q.unit in CLASS_UNITS):
        return False
    if q.unit == "米" and (NOUN_AFTER.match(after) or WITHIN.match(after)):
        return False
    if q.unit == "元" and q.chinese and NOUN_AFTER.match(after) and not after.startswith(STEPS):
        return False
    if q.unit in POLICY_UNITS and (q.chinese or q.unit == "方面"):
        return False
    if q.quote.endswith("大"):
        return not after.startswith(("类", "门类"))
    if q.quote[0] in "万亿千百" or (q.chinese and BIG.search(q.quote)):
        return bool(BOUND_BEFORE.search(before)) or (q.unit == "元" and not NOUN_AFTER.match(after))
    if q.chinese:
        return bool(DELIVER_TAIL.search(before)) and q.value is not None and q.value > 1 and q.unit not in ("批", "次")
    return True


def shares_unit(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """«提高18.8和10个百分点»: the unit stands only at the last of the list."""
    if follows is None or follows.kind in ("number", "rank", "date", "ordinal"):
        return False
    return not q.chinese and text[q.end : follows.start] in ("、", "和", "及", "与", "或")


def clipped_point(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """«高于全国12.7个、12个百分点»: 个 stands for 个百分点."""
    return bool(
        q.unit == "个"
        and follows
        and follows.kind == "point"
        and text[q.end : follows.start] in ("、", "和", "与", "及")
    )


def bare_people(q: Quantity, after: str) -> bool:
    """«1.77亿农民», «4万亿»: no measure word is written."""
    if q.chinese or not BIG.search(q.quote) or q.value is None or q.value < 10000:
        return False
    return not after.startswith("级")
