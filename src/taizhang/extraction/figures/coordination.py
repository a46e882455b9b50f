"""Coordination: several names that share a list of values."""

from __future__ import annotations

import re

from taizhang.extraction.figures.rules import pattern
from taizhang.language.predicates import delivering, delivery, longest_suffix

JOINT = pattern("coordination.joint")
MEASURE = pattern("coordination.measure")
STANDING_ALONE = pattern("coordination.standing_alone")
OPENING = pattern("coordination.opening")
SUPPORTING = pattern("coordination.supporting")
HEAD, ALTOGETHER = pattern("coordination.head"), pattern("coordination.altogether")
CARRIED, KIND = pattern("coordination.carried"), pattern("coordination.kind")
COMMON, HOUSE = pattern("coordination.common"), pattern("coordination.house")
PER_HEAD = pattern("coordination.per_head")
BARE, MEASURED = pattern("coordination.bare"), pattern("coordination.measured")
LEVELS, LEVEL = pattern("coordination.levels"), pattern("coordination.level")
# What is measured under a Latin name: PM2.5, GDP, R&D.
LATIN, SYMBOL = re.compile("[A-Z]"), re.compile(r"[A-Za-z][A-Za-z0-9.]*")
# Two (or three) in one word.
COMPOUNDS = (
    ("国考省考", ("国考", "省考")),
    ("国省考", ("国考", "省考")),
    ("城镇和农村", ("城镇", "农村")),
    ("城镇、农村", ("城镇", "农村")),
    ("中、高等", ("中等", "高等")),
    ("城、乡", ("城镇", "农村")),
    ("城乡", ("城镇", "农村")),
    ("存贷款", ("存款", "贷款")),
    ("存、贷款", ("存款", "贷款")),
    ("内外资", ("内资", "外资")),
    ("进、出口", ("进口", "出口")),
    ("进出口", ("进口", "出口")),
    ("第一、二、三产业", ("第一产业", "第二产业", "第三产业")),
    ("一、二、三产业", ("第一产业", "第二产业", "第三产业")),
    ("一二三产业", ("第一产业", "第二产业", "第三产业")),
    ("三大产业", ("第一产业", "第二产业", "第三产业")),
    ("三次产业", ("第一产业", "第二产业", "第三产业")),
    ("第二、三产业", ("第二产业", "第三产业")),
    ("第二、第三产业", ("第二产业", "第三产业")),
    ("二三产业", ("第二产业", "第三产业")),
    ("二、三产业", ("第二产业", "第三产业")),
    ("一二三产", ("第一产业", "第二产业", "第三产业")),
)
# Of these a joint is a part of the word: 第二、三产业.
JOINED_COMPOUNDS = tuple(compound for compound in COMPOUNDS if JOINT.search(compound[0]))
# These are said of the amount itself, whose name stays whole: 进出口总额增速.
RATES_OF_CHANGE = ("增速", "增幅", "涨幅", "降幅")
# Lines of an account that no kind of income goes before.
PROFITS, SALES = ("利润", "利税", "税"), ("销售", "营业", "主营业务")
PREPOSITIONS = "对向"
# Two directions of trade share what stands behind the second: 出口、进口总值.
DIRECTIONS = ("出口", "进口")
# What banks hold borrows only from what they hold.
BALANCES = ("存款", "贷款")
BALANCE = "余额"
# A list of so many names shows by its middle how long one of them is.
MANY = 4


def split_names(subject: str, n: int) -> list[str]:
    """`subject` as `n` names that stand alone, or an empty list where it does not divide so."""
    subject = ALTOGETHER.sub("", subject)
    joined = split_compound(subject, n, JOINED_COMPOUNDS)
    if joined:
        return joined
    parts = [part for part in JOINT.split(subject) if part]
    if len(parts) != n:
        parts = [part for part in subject.split("、") if part]
    if len(parts) != n:
        return split_compound(subject, n, COMPOUNDS)
    per = PER_HEAD.match(parts[0])
    if per and not any(PER_HEAD.match(part) for part in parts[1:]):  # 每千人托位、养老床位数
        parts = [parts[0], *(per.group() + part for part in parts[1:])]
    if all(LEVELS.match(part) for part in parts[:-1]) and (level := LEVEL.match(parts[-1])):  # 省、市重点项目投资
        return [*(part + parts[-1][level.end() :] for part in parts[:-1]), parts[-1]]
    house = HOUSE.match(parts[0])
    if house and not any(HOUSE.match(part) for part in parts[1:]):  # 某机场旅客和货邮吞吐量
        return [house.group() + name for name in named_apart([parts[0][house.end() :], *parts[1:]])]
    return named_apart(parts)


def named_apart(parts: list[str]) -> list[str]:
    """The members of a list as names that stand alone."""
    rate = longest_suffix(parts[-1], RATES_OF_CHANGE)
    if rate not in ("", parts[-1]) and not any(part.endswith(rate) for part in parts[:-1]):  # 钢铁、水泥投资增幅
        return [name + rate for name in named_apart([*parts[:-1], parts[-1].removesuffix(rate)])]
    deed = delivery(parts[-1])
    if deed and all(part in delivering() for part in parts[:-1]):  # 新开工、新竣工农村住房
        return [*(part + parts[-1][len(deed) :] for part in parts[:-1]), parts[-1]]
    measures = [found.group() if (found := MEASURE.search(part)) else "" for part in parts]
    if all(measures):
        return with_stem(parts)
    if any(CARRIED.match(part) for part in parts[1:]):
        return parts
    if measures[-1] and not any(measures[:-1]):
        return with_measure(parts, measures[-1])
    return with_head(parts)


def with_head(parts: list[str]) -> list[str]:
    """«刑事、治安案件»: the noun of the last name belongs to all that are as long as what stands before it there."""
    common = COMMON.search(parts[-1])
    if common and not any(part.endswith("业") for part in parts[:-1]):  # 汽车、电子信息产业
        return [*(part + common.group() for part in parts[:-1]), parts[-1]]
    own = {len(part) for part in parts[:-1]}
    head = HEAD.search(parts[-1])
    if not head or own != {head.start()} or any(HEAD.search(part) for part in parts[:-1]):
        return parts
    return [*(part + head.group() for part in parts[:-1]), parts[-1]]


def with_stem(parts: list[str]) -> list[str]:
    """«安全生产事故起数和死亡人数»: bare measures borrow the beginning of the first name."""
    first = parts[0]
    if first.endswith(BALANCES) and parts[-1].endswith(BALANCE):  # 人民币存款、贷款余额
        parts = [part.removesuffix(BALANCE) + BALANCE for part in parts]
    if first.endswith(DIRECTIONS) and parts[-1].startswith(DIRECTIONS):
        return [*(part + parts[-1][2:] for part in parts[:-1]), parts[-1]]
    stem = MEASURED.sub("", first).removesuffix("总")
    return [parts[0], *(overlapped(stem, part) if borrows(part, first) else part for part in parts[1:])]


def overlapped(stem: str, part: str) -> str:
    """«商品房销售面积、销售额»: what both say is said once; «工业销售收入、利税»: profit is no sale."""
    if part.startswith(PROFITS):
        stem = stem.removesuffix(longest_suffix(stem, SALES))
    return stem + part[2:] if stem.endswith(part[:2]) else stem + part


def borrows(part: str, first: str) -> bool:
    """Whether a member of a list is a bare measure that needs the beginning of the first."""
    if not BARE.match(part) or STANDING_ALONE.match(part):
        return False
    return not part.startswith(BALANCES) or any(word in first for word in BALANCES)


def with_measure(parts: list[str], measure: str) -> list[str]:
    """«食品、药品抽检合格率»: the measure of the last name belongs to all."""
    first, last = parts[0], parts[-1]
    opening = OPENING.match(first)
    if opening:
        rest = [first[opening.end() :], *parts[1:]]
        own = min(len(part) for part in rest[:-1])
        return [opening.group() + part + last[own:] for part in rest[:-1]] + [opening.group() + last]
    supporting = SUPPORTING.search(last)
    if supporting:
        shared = last[supporting.start() :]
    else:
        shared = shared_by_many(parts, measure) or shared_end(first, last, measure)
    lead = first[0] if first[0] in PREPOSITIONS else ""
    names = [*(part + shared for part in parts[:-1]), last]
    return [names[0], *(lead + name.removeprefix(lead) for name in names[1:])]


def shared_by_many(parts: list[str], measure: str) -> str:
    """«职工养老、医疗、失业、生育保险参保人数»: equally long names in the middle tell what the last adds to them."""
    sizes = {len(part) for part in parts[1:-1]}
    if len(parts) < MANY or len(sizes) != 1:
        return ""
    shared = parts[-1][sizes.pop() :]
    return shared if len(shared) > len(measure) else ""


def shared_end(first: str, last: str, measure: str) -> str:
    """How much of the last name belongs to all.

    What follows the characters that both names end their own half with («食品、药品抽检合格率»); else as much
    as makes both halves equally long («对非洲、拉美市场出口»); else the measure alone.
    """
    kind = KIND.search(last, 0, len(last) - len(measure))
    if kind and not first.endswith(kind.group()[:2]):  # 医药、电子信息产业总产值
        return last[kind.start() :]
    if last.startswith(first):  # 工业、制造业、工业技改投资: the last has a qualifier of its own
        return measure
    named = SYMBOL.match(last)
    if named and SYMBOL.fullmatch(first):  # PM10、PM2.5平均浓度
        return last[named.end() :]
    latin = LATIN.search(last, 1)
    if latin and not LATIN.search(first):  # 东城、西城片区PM10浓度
        return last[latin.start() :]
    for size in (4, 3, 2, 1):
        at = last.rfind(first[-size:]) if len(first) > size else -1
        if at > 0 and len(last) - at - size >= len(measure):
            return last[at + size :]
    own = len(first.lstrip(PREPOSITIONS))
    return last[own:] if own < len(last) - len(measure) <= own + 4 else measure


def split_compound(subject: str, n: int, compounds: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    """«城乡居民…», «国考省考断面…»: several in one word."""
    for word, names in compounds:
        if len(names) == n and word in subject:
            return [subject.replace(word, name, 1) for name in names]
    return []
