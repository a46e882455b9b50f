"""Figures in their clause: what stands before and after each number, up to where its reach ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest

from taizhang.extraction.figures.candidates import STREAK, clipped_point, is_figure, is_sum, scored, shares_unit
from taizhang.extraction.figures.predication import AFTER, take_apart
from taizhang.extraction.figures.rules import pattern
from taizhang.language import Quantity, scan
from taizhang.language.predicates import delivering

# No name is longer; without a limit a text without punctuation would take quadratic time.
REACH = 120
# The longest noun between two counts of which the second is part of the first: 8所高校14个学科.
NESTED = 6
HUNDREDTH = Decimal("0.01")
BATCH = re.compile("第[一二三四五六七八九十]+[批类组]")
TRILLION = 10**12
COUNTS = ("count", "measure")
AMONG = pattern("linking.among")
NOUN, USERS = pattern("candidates.noun_after"), pattern("candidates.users")
WHOLE_OF, WHOLE_DEED = pattern("linking.whole_of"), pattern("linking.whole_deed")
SIZE_ONLY = pattern("mentions.size_only")
YIELDS, MEASURE_OF_COUNTED = pattern("linking.yields"), pattern("linking.measure_of_counted")
SIZE_OF_COUNTED = pattern("candidates.size_of_counted")
SHARED_DEED = pattern("linking.shared_deed")
OF_MEASURE = pattern("candidates.of_measure")
HOUSEHOLDS = re.compile(r"[^，。；、\d]{0,6}(?:户|家庭)(?=[，。；、的]|$)")
# The comma in （预计，下同） parts no clauses.
CLAUSE_ENDS = re.compile(r"[，,：:；;。！？\n](?!下同）)")
SENTENCE_ENDS = "。！？；\n"
SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
SEPARATOR = re.compile(r"^(?:左右|以上|以内|以下|上下)?(?:、|和|与|及|以及|或)(?:以及|和)?")
JOINED = re.compile(r"^(?:左右|以上|以内|以下)?[、和与及或]$")
# A joint before the second number, words of bound between them left out: «长江干堤和近».
TAIL_JOINT = re.compile(r"(?:、|和|与|及|以及|并)(?=(?:总?投资)?(?:近|约|超过?|逾)?$)")
# A joint before the examples of the second number: «高速公路项目和某某等».
JOINED_EXAMPLES = re.compile(r"(?:和|与|及|以及)(?=[^，。；和与及]{1,20}等$)")
# Where the next number of the phrase begins, with what it counts of: «7条油路和投资20万元».
NEXT_NUMBER = re.compile(r"(?:、|和|与|及|以及)?(?:总?投资)?\d")
# Another unit in brackets belongs to the unit: 2.5万套（间）城市危旧房.
OTHER_UNIT = re.compile("（[间套户个处所家座件名栋条项人次台亩]{1,2}）")
# How a plan was passed, and how that is said where the number alone follows.
EXCEEDING, PAST_PLAN = ("超过", "超额", "超出", "超", "多", "高出"), "高于计划目标"
AGAINST_PLAN = pattern("mentions.against_plan")
# 人 before these belongs to the noun: 13亿人民.
PEOPLE = tuple("民口才员群士")


@dataclass(slots=True)
class Mention:
    """A figure with the text that can name it; all offsets are into the view.

    `pre` and `post` reach to the ends of the clause or to the neighbouring figure, `beyond` is what
    follows regardless. `linked` tells that it goes on a list (9个、特色基地2家); `joined`, that only a
    joint stands between the numbers (8%和8.1%): then the first holds the others in `group`. `crossed`
    tells that two figures share one phrase (175家企业发行债券1193只). `twin` is the one before that takes over `post`.
    """

    q: Quantity
    start: int
    end: int
    unit: str
    kind: str
    low: Decimal
    high: Decimal
    sentence: tuple[int, int]
    clause: int
    pre: str
    post: str
    beyond: str
    linked: bool = False
    joined: bool = False
    crossed: bool = False
    group: list[Mention] = field(default_factory=list)
    head: Mention | None = None
    follower: Mention | None = None
    twin: Mention | None = None


class Bounds:
    """The ends of clauses and sentences of a text."""

    def __init__(self, text: str) -> None:
        marks = [(found.start(), found.group() in SENTENCE_ENDS) for found in CLAUSE_ENDS.finditer(text)]
        self.clauses = [-1, *(at for at, _ in marks), len(text)]
        self.sentences = [-1, *(at for at, closes in marks if closes), len(text)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around a figure, marks left off."""
        return enclosing(self.clauses, start, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a figure, marks left off."""
        return enclosing(self.sentences, start, end)


def enclosing(marks: list[int], start: int, end: int) -> tuple[int, int]:
    """The stretch between two marks that holds `start` to `end`."""
    return marks[bisect_left(marks, start) - 1] + 1, marks[bisect_left(marks, end)]


def mentions(text: str) -> list[Mention]:
    """All figures of a text in order."""
    numbers = scan(text)
    bounds = Bounds(text)
    found: list[Mention] = []
    for q, follows, measured in zip_longest(numbers, numbers[1:], measures(text, numbers)):
        if not is_figure(text, q, follows, measured is not q):
            continue
        m = mention(text, q, measured, bounds)
        if found and found[-1].clause == m.clause and m.start - found[-1].end < REACH:
            divide(text, found[-1], m)
            if whose(found[-1], m):
                found.pop()
            elif sized(text, found[-1], m):
                found[-1].post = text[found[-1].end : m.end]
                continue
        found.append(m)
    return found


def sized(text: str, a: Mention, b: Mention) -> bool:
    """Whether the second only tells the size of what the first counts: «200家企业营业收入超百亿元»."""
    if a.kind != "count" or b.kind != "money":
        return False
    return SIZE_OF_COUNTED.search(text, a.end, b.start) is not None


def whose(a: Mention, b: Mention) -> bool:
    """Whether the first count only tells whose measure the second states: «17个传统产业增加值增长5%»."""
    if not b.crossed or a.kind != "count" or b.kind not in ("percent", "point"):
        return False
    return OF_MEASURE.search(take_apart(b.pre, False).stem) is not None


def measures(text: str, numbers: list[Quantity]) -> list[Quantity]:
    """For each number the quantity whose unit it takes: its own, or that at the end of its list (9.9、13和54个)."""
    found: list[Quantity] = []
    follows: Quantity | None = None
    for q in reversed(numbers):
        last = found[-1] if found else None
        listed = clipped_point(text, q, follows, last) or (
            shares_unit(text, q, follows) and last and last.kind != "number"
        )
        found.append(last if listed and last else q)
        follows = q
    return found[::-1]


def mention(text: str, q: Quantity, measured: Quantity, bounds: Bounds) -> Mention:
    """The figure with the text around it; `measured` is the quantity whose unit it takes."""
    low, high = ends_of(q)
    end, unit, kind = q.end, measured.unit, str(measured.kind)
    if unit == "台" and text.startswith("阶", end):
        end, unit, kind = end - 1, "元", "money"
    elif kind == "fraction":
        unit, kind = "%", "percent"
    elif kind == "number" and (told := scored(text, q)):
        unit, kind = "分" if told["score"] else "无", "score"
    elif kind == "number" and is_sum(text, q):
        unit, kind = "元", "money"
    elif kind == "number":
        households = HOUSEHOLDS.match(text, end) or USERS.search(text, max(0, q.start - 12), q.start)
        unit = "元" if high >= TRILLION else "户" if households else "人"
        kind = "count"
    elif unit == "人" and text.startswith(PEOPLE, end):
        end -= 1
    elif kind == "measure" and "/" not in unit and measured is q:
        unit = text[q.number_end : q.end].strip(" 多余") or unit
    clause, stop = bounds.clause(q.start, end)
    other = OTHER_UNIT.match(text, end) if kind == "count" else None
    if other:
        end, unit = other.end(), unit + other.group()
    return Mention(
        q=q,
        start=q.start,
        end=end,
        unit=unit,
        kind=kind,
        low=low,
        high=high,
        sentence=bounds.sentence(q.start, end),
        clause=clause,
        pre=text[max(clause, q.start - REACH) : q.start - beyond_power(text, q)],
        post=text[end : min(stop, end + REACH)],
        beyond=text[end : min(stop, end + 10)],
    )


def beyond_power(text: str, q: Quantity) -> int:
    """1 where 过 or 上 stands before a power of ten and means more than it: «连续两年过万亿元»."""
    return int(
        q.bound == "min"
        and q.quote[0] in "万亿千百"
        and text[q.start - 1] in "过上"
        and text[q.start - 2] not in "超以迈跨越"
    )


def ends_of(q: Quantity) -> tuple[Decimal, Decimal]:
    """Both ends of the value, the same for a single number; a fraction (三分之一) as a percentage."""
    low, high = (q.value, q.value) if q.value is not None else (q.low, q.high)
    if low is None or high is None:
        raise ValueError(f"no value: {q}")
    if q.kind == "fraction":
        return (low * 100).quantize(HUNDREDTH), (high * 100).quantize(HUNDREDTH)
    return low, high


def divide(text: str, a: Mention, b: Mention) -> None:
    """Share the text between two figures of one clause out among them."""
    mid, shared = text[a.end : b.start - beyond_power(text, b.q)], a.post
    separator, at, examples = SEPARATOR.match(mid), last_comma(mid), JOINED_EXAMPLES.search(mid)
    if not mid and a.kind == b.kind == "count":  # 96户177人脱贫
        a.post, b.pre = b.post, a.pre
    elif mid == "、" and a.kind in COUNTS and b.kind in COUNTS and a.unit != b.unit and NOUN.match(b.post):
        a.post, b.pre, b.linked, b.twin = b.post, "", True, a  # 1.8万户、18万平方米棚改任务
    elif JOINED.match(mid) and counted_behind(b) and a.kind in COUNTS and a.unit != b.unit and has_noun(a):
        a.post, b.pre, b.linked = mid[:-1], "", True  # 新增铁路里程80公里和5条输电通道
    elif JOINED.match(mid):
        b.head, b.joined, b.linked = a.head or a, True, True
        b.head.group.append(b)
        a.post, b.pre = mid[:-1], ""
    elif separator:
        a.post, b.pre, b.linked = mid[: separator.end()].rstrip("、和与及或以"), mid[separator.end() :], True
    elif examples and at < examples.start():
        a.post, b.pre, b.linked = mid[: examples.start()], mid[examples.end() :], True
    elif at >= 0 or TAIL_JOINT.search(mid):
        joint = TAIL_JOINT.search(mid)
        at = joint.start() if joint else at
        a.post, b.pre, b.linked = mid[:at], TAIL_JOINT.sub("", mid[at:].lstrip("、")), True
    else:
        cross(mid, a, b)
    if b.linked:
        a.follower = b
        share_words(a, b)
    if a.twin and a.post != shared and a.twin.post.endswith(shared):
        a.twin.post = a.twin.post.removesuffix(shared) + a.post


def counted_behind(m: Mention) -> bool:
    """Whether the noun of a count follows it."""
    return m.kind == "count" and NOUN.match(m.post) is not None


def has_noun(m: Mention) -> bool:
    """Whether what the number counts or measures stands before it: «新增铁路里程80公里»."""
    found = take_apart(m.pre, False)
    return len(found.subject) > len(found.verb)


def share_words(a: Mention, b: Mention) -> None:
    """What stands behind the last of a list holds for the one before it."""
    if a.kind == b.kind == "time" and not a.post:  # 甲断面连续8年、乙断面连续5年保持二类水质
        a.post = b.post
    if not a.post and a.unit == b.unit and BATCH.fullmatch(b.pre):  # 首批12项及第二批14项重点改革
        a.post = b.post
    if a.post.endswith("级"):  # 2家千亿级、24家百亿级工业企业
        a.post += b.post.partition("级")[2]
    elif a.kind == b.kind == "count" and "的" in b.post and SIZE_ONLY.fullmatch(a.post):
        a.post += "的" + b.post.partition("的")[2]  # 4个产值超百亿元、3个产值50亿元的产业集群
    elif a.post.endswith("）") and "）" in b.post:  # 28个省（区、市）、2300个县（市）建立了制度
        a.post += b.post.partition("）")[2]
    elif a.kind == b.kind == "count" and a.post and not done(a):  # 16所高校、48个学科入选名单
        deed = SHARED_DEED.search(b.post)
        a.post += deed.group() if deed and not take_apart(b.pre, True).verb else ""


def done(a: Mention) -> bool:
    """Whether a count has a deed of its own: «新建学校9所», «10个村出列»."""
    return take_apart(a.pre, True).verb != "" or SHARED_DEED.search(a.post) is not None


def cross(mid: str, a: Mention, b: Mention) -> None:
    """Two figures in one phrase: «219亿元支持116户企业关闭», «连续8年全国第一»."""
    if mid in EXCEEDING and a.unit == b.unit and AGAINST_PLAN.search(a.pre):
        a.post, b.pre = "", PAST_PLAN
        return
    a.post, b.pre = take_apart(mid, False).stem, mid
    if b.kind == "rank" and a.kind == "count":  # 就业率等5项指标居全国第一
        a.post, b.pre = take_apart(mid, False).stem, a.pre + mid
        return
    whole = WHOLE_OF.search(a.pre) if mid == "的" and a.kind == "money" else None
    if whole:
        noun = WHOLE_DEED.sub("", NEXT_NUMBER.split(AFTER.sub("", b.post))[0])
        a.pre, a.post, b.pre = noun + whole["what"], "", a.pre[: whole.start()]
        return
    among = AMONG.search(mid)
    if among:
        a.post, b.pre = mid[: among.start()], ""
        return
    if a.kind == "time":
        b.pre = STREAK.sub("", a.pre) + mid
        if b.kind == "rank":
            a.post = mid + b.q.quote
    elif a.post:
        if a.kind == b.kind == "count" and len(a.post) <= NESTED and not any(verb in a.post for verb in delivering()):
            b.pre, b.linked = "", True
        of = MEASURE_OF_COUNTED.match(a.post) if a.kind == "count" and b.kind != "count" else None
        if of and (b.kind in ("money", "measure") or a.post.endswith("率")):
            a.post = of["counted"]
            return
        yields = YIELDS.search(a.post) if a.kind == "count" and b.kind in ("money", "measure") else None
        if yields:
            a.post = a.post[: yields.start()]
            return
        a.post += AFTER.sub("", b.post)
        a.crossed = b.crossed = True
        b.twin = a


def last_comma(mid: str) -> int:
    """The last 、 that stands in no bracket, or -1."""
    at = mid.rfind("、")
    while at >= 0 and mid.rfind("（", 0, at) > mid.rfind("）", 0, at):
        at = mid.rfind("、", 0, at)
    return at
