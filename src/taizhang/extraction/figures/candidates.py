"""Which numbers of a text are figures: names, dates, sizes and slogans that hold digits are left out."""

from __future__ import annotations

import re

from taizhang.extraction.figures.rules import pattern, words
from taizhang.language import Quantity
from taizhang.language.predicates import delivering, predicates

# How far back an opening quotation mark is looked for, and words around a number.
QUOTE_REACH = 40
BEFORE_REACH = 12
# How far back the verb of a list of ranks is looked for.
RANK_REACH = 80
MEASURE_REACH = 24
AFTER_REACH = 8

NAME_BEFORE = pattern("candidates.name_before")
STREAK = pattern("candidates.streak")
SHARE_BEFORE = pattern("candidates.share_before")
ORDINAL_AFTER = pattern("candidates.ordinal_after")
BOUND_BEFORE = pattern("candidates.bound_before")
POLICY_NOUN = pattern("candidates.policy_noun")
MOVES = pattern("candidates.moves")
WITHIN = pattern("candidates.within")
NOUN_AFTER = pattern("candidates.noun_after")
CLASS_AFTER = pattern("candidates.class_after")
OF_CLASS, CLASS_NOUN = pattern("candidates.of_class"), pattern("candidates.class_noun")
RANK_BEFORE = pattern("candidates.rank_before")
RANK_LISTED = pattern("candidates.rank_listed")
RANK_MOVED = pattern("candidates.rank_moved")
RANK_IN_LIST, RANK_ENDS = pattern("candidates.rank_in_list"), pattern("candidates.rank_ends")
RANK_AMONG, AMONG_RANKED = pattern("candidates.rank_among"), pattern("candidates.among_ranked")
PASSING = pattern("candidates.passing")
GREAT_ONES = pattern("candidates.great_ones")
PLACED = pattern("candidates.placed")
DELIVERED = pattern("candidates.delivered")
SCORED = pattern("candidates.scored")
HELD = pattern("candidates.held")
HIGH_RANK, AIMED_AT = pattern("candidates.high_rank"), pattern("candidates.aimed_at")
CAPACITY, YEARLY_OUTPUT = pattern("candidates.capacity"), pattern("candidates.yearly_output")
CAPACITY_UNITS = words("capacity_units")
PLANT_REACH = 50
TIMES = pattern("candidates.times")
SHORTENED, GENERATION = pattern("candidates.shortened"), re.compile(r"[2-6][gG]")
CLASS_LISTED = pattern("candidates.class_listed")
TAKEN, SIZE_COUNTED = pattern("candidates.taken"), pattern("candidates.size_counted")
PAPERS, PAPER_NOUN = pattern("candidates.papers"), pattern("candidates.paper_noun")
LIVELIHOOD, ACHIEVED = pattern("candidates.livelihood"), pattern("candidates.achieved")
LASTING = pattern("candidates.lasting")
NAME_AFTER = pattern("candidates.name_after")
NAMING_UNITS, SIZE_UNITS = words("naming_units"), words("size_units")
EVENT_UNITS = words("event_units")
GROUP_UNITS, THRESHOLD_UNITS = words("group_units"), words("threshold_units")
# A verb right before a size counts it.
COUNTING = re.compile(f"(?:{'|'.join(sorted(delivering() | set(predicates()), key=len, reverse=True))})(?:了)?$")
BIG = re.compile("[万亿]")
HUNDREDS = ("百亿", "千亿")
MARK, PASSED_MARK, SUMMED = pattern("candidates.mark"), pattern("candidates.passed_mark"), pattern("candidates.summed")
STEP_NOUNS = ("的", "台阶", "大关", "关口", "规模", "新台阶")
NO_RANKS = tuple("批强沿期列")
CLAUSE_MARKS = frozenset("，,；;。！？：:\n")
JOINTS = ("、", "和", "及", "与", "或")


def is_figure(text: str, q: Quantity, follows: Quantity | None, shared: bool) -> bool:
    """Whether the number states a quantity of something.

    `follows` is the next number of the text; `shared` tells that the number takes its unit from the end of a list.
    """
    before = text[max(0, q.start - BEFORE_REACH) : q.start]
    after = text[q.end : q.end + AFTER_REACH]
    if q.kind in ("date", "ordinal") or GENERATION.fullmatch(q.quote) or names(text, q) or quoted(text, q.start):
        return False
    if q.kind == "rank":
        return is_rank(text, q, before, after)
    if NAME_BEFORE.search(before) or in_class(text, q, after, follows):
        return False
    if q.kind == "number":
        return shared or scored(text, q) is not None or bare_amount(q, after) or is_sum(text, q)
    if q.kind in ("percent", "point", "multiple"):
        return q.quote != "对折" and not before.endswith("前")
    if q.kind == "fraction":
        return q.chinese or SHARE_BEFORE.search(before) is not None
    if q.kind == "time":
        return is_duration(q, before, after) or lasting(text, q)
    if q.unit == "人" and NAME_AFTER.match(after):
        return False
    return is_amount(q, before, after) or (q.chinese and given(text, q, after))


def names(text: str, q: Quantity) -> bool:
    """Whether the unit only names a thing (3号线); what was held or opened is counted (承办3届大会)."""
    if q.unit not in NAMING_UNITS:
        return False
    return q.unit not in EVENT_UNITS or HELD.search(text, max(0, q.start - MEASURE_REACH), q.start) is None


def given(text: str, q: Quantity, after: str) -> bool:
    """Whether a number in characters counts how often something was done, or measures that were given."""
    if q.unit == "次":
        return TIMES.match(after) is not None
    if q.unit in ("项", "件", "方面") and LIVELIHOOD.match(after):
        return True
    opens = q.start == 0 or text[q.start - 1] in CLAUSE_MARKS
    if (
        opens
        and q.unit in ("个", "家", "座", "项", "条")
        and q.value != 1
        and ACHIEVED.match(text[q.end : q.end + MEASURE_REACH])
    ):
        return True
    head = text[max(0, q.start - MEASURE_REACH) : q.start]
    return q.unit in ("项", "条") and PAPER_NOUN.match(after) is not None and PAPERS.search(head) is not None


def scored(text: str, q: Quantity) -> re.Match[str] | None:
    """The word for a score or a pure ratio that a number without unit states; its group `score` tells which."""
    return SCORED.search(text, max(0, q.start - MEASURE_REACH), q.start)


def lasting(text: str, q: Quantity) -> bool:
    """Whether years measure something: «平均受教育年限达11年»."""
    return q.unit == "年" and LASTING.search(text, max(0, q.start - MEASURE_REACH), q.start) is not None


def quoted(text: str, start: int) -> bool:
    """Whether the number stands inside quotation marks or a book title."""
    head = text[max(0, start - QUOTE_REACH) : start]
    return head.rfind("“") > head.rfind("”") or head.rfind("《") > head.rfind("》")


def in_class(text: str, q: Quantity, after: str, follows: Quantity | None) -> bool:
    """Sizes that only name a class.

    «12类45件实事», «12个百亿元、70个30亿元以上项目», «10兆瓦反应堆», «产值超10亿元的企业达100家».
    """
    if q.unit in GROUP_UNITS and follows and follows.start == q.end:
        return True
    if names_plant(text, q, after) or CLASS_LISTED.match(text[q.end : q.end + BEFORE_REACH]):
        return True
    if q.kind == "money" and SIZE_COUNTED.search(text, max(0, q.start - BEFORE_REACH), q.start):
        return True
    if q.kind == "count" and AMONG_RANKED.match(text[q.end : q.end + BEFORE_REACH]):
        return True
    if q.kind == "money" and text[q.start - 1] in "个家" and text[q.start - 2].isdigit():
        return True
    if q.kind == "money" and q.bound in ("min", "max") and OF_CLASS.match(after) and follows:
        return not CLAUSE_MARKS & set(text[q.end : follows.start])
    passing = q.outer_start < q.start or PASSING.search(text, max(0, q.start - 2), q.start)
    if q.kind == "money" and passing and follows and follows.unit in ("个", "家", "户"):
        return CLASS_NOUN.match(text[q.end : follows.start]) is not None
    return q.unit in SIZE_UNITS and NOUN_AFTER.match(after) is not None and not after.startswith("的")


def names_plant(text: str, q: Quantity, after: str) -> bool:
    """Whether a size names a project: «青冈20万吨淀粉糖项目», «年产3000辆专用车项目»; no «新增100万千瓦风电项目»."""
    if q.outer_end > q.end or not NOUN_AFTER.match(after):
        return False
    before = text[max(0, q.start - BEFORE_REACH) : q.start]
    if YEARLY_OUTPUT.search(before):
        return True
    if q.kind == "measure" and q.quote.endswith("/年"):  # 150亿方/年产能工程
        return True
    if q.unit not in CAPACITY_UNITS or before.endswith("等") or not CAPACITY.match(text[q.end : q.end + PLANT_REACH]):
        return False
    return q.outer_start == q.start and not before.endswith(tuple(CLAUSE_MARKS)) and not COUNTING.search(before)


def is_rank(text: str, q: Quantity, before: str, after: str) -> bool:
    """«居全国第3位», «全省第一»; no «第一产业», «第二轮», «前10强»."""
    if q.quote.startswith("前") and after.startswith(NO_RANKS):
        return after.startswith("强") and HIGH_RANK.search(before) is not None
    if ORDINAL_AFTER.match(after) or PLACED.search(before) or (q.quote.startswith("前") and after.startswith("的")):
        return False
    if q.quote.endswith("位") and RANK_MOVED.search(before):
        return True
    if RANK_BEFORE.search(before) or RANK_LISTED.search(before) or RANK_AMONG.search(before):
        return True
    return (
        RANK_ENDS.match(after) is not None
        and RANK_IN_LIST.search(text, max(0, q.start - RANK_REACH), q.start) is not None
    )


def is_duration(q: Quantity, before: str, after: str) -> bool:
    """Streaks (连续16个季度), lead times and limits; no «10分钟生活圈», «五年来», «三年行动计划»."""
    noun = NOUN_AFTER.match(after) is not None
    if STREAK.search(before) and after.startswith(("累计", "共")):
        return False
    if q.unit in ("天", "个月") and SHORTENED.search(before) and (not noun or MOVES.match(after)):
        return True
    if TAKEN.search(before) and q.unit in ("天", "个月"):
        return noun
    if STREAK.search(before):
        return not (noun and before.endswith("延长"))
    if q.unit == "岁":
        return not CLASS_AFTER.match(after) and (not noun or MOVES.match(after) is not None)
    if q.unit == "年" or q.chinese:
        return False
    return after.startswith(("以内", "以上", "内")) if q.unit == "个月" else not noun


def is_amount(q: Quantity, before: str, after: str) -> bool:
    """Counts, measures and money; no sizes of classes (亿元以上项目, 万吨级码头), no counted slogans."""
    if before.endswith("时速") or POLICY_NOUN.match(after) or (AIMED_AT.search(before) and q.kind == "count"):
        return False
    if CLASS_AFTER.match(after) and (after.startswith("级") or q.unit in THRESHOLD_UNITS):
        return False
    noun = NOUN_AFTER.match(after) is not None
    if q.unit == "米" and (noun or WITHIN.match(after)):
        return False
    if q.unit == "元" and q.chinese and noun and not (after.startswith(STEP_NOUNS) or MARK.match(after)):
        return False
    if q.unit in ("类", "种", "方面") and (q.chinese or q.unit == "方面"):
        return False
    if q.quote.endswith("大"):
        return not after.startswith(("类", "门类")) and not GREAT_ONES.search(before)
    if q.quote[0] in "万亿千百" or (q.chinese and BIG.search(q.quote)):
        return BOUND_BEFORE.search(before) is not None or (q.unit == "元" and (not noun or passes(before, after)))
    if q.chinese:
        return DELIVERED.search(before) is not None and q.value != 1 and q.unit not in ("批", "次")
    return True


def passes(before: str, after: str) -> bool:
    """Whether a sum is itself a mark: «跨越三千亿元两个台阶»; in «两个万亿元大关» the marks are counted."""
    return MARK.match(after) is not None and not before.endswith("个")


def shares_unit(text: str, q: Quantity, follows: Quantity | None) -> bool:
    """«提高18.8和10个百分点»: the unit stands only at the last of the list, which `follows` takes its own from."""
    if q.kind != "number" or q.chinese or follows is None or follows.kind in ("rank", "date", "ordinal"):
        return False
    return text[q.end : follows.start] in JOINTS


def clipped_point(text: str, q: Quantity, follows: Quantity | None, last: Quantity | None) -> bool:
    """«高于全国12.7个、12个百分点»: 个 stands for 个百分点, the unit of the `last` of the list."""
    if q.unit != "个" or follows is None or last is None or last.kind != "point":
        return False
    return text[q.end : follows.start] in JOINTS


def is_sum(text: str, q: Quantity) -> bool:
    """A sum of money without 元: «财政收入迈过千亿大关», «海洋生产总值突破万亿»."""
    if not q.quote.endswith("亿") or not (q.chinese or q.quote.endswith(HUNDREDS)):
        return False
    head = max(0, q.start - BEFORE_REACH)
    after = text[q.end : q.end + AFTER_REACH]
    mark = MARK.match(after) is not None
    if mark and PASSED_MARK.search(text, head, q.start):
        return True
    ends = mark or not after or after[0] in CLAUSE_MARKS or after[0] == "、"
    return ends and SUMMED.search(text, head, q.start) is not None


def bare_amount(q: Quantity, after: str) -> bool:
    """«1.77亿农民», «4万亿»: no measure word is written."""
    if q.chinese or not BIG.search(q.quote) or q.value is None or q.value < 10000:
        return False
    return not after.startswith(("级", "以上人口"))
