"""Coordination: which names share a list of values."""

from __future__ import annotations

import re

JOINTS = re.compile(r"、|以及|和|与|及")
COMPOUNDS = (
    ("国考省考", ("国考", "省考")),
    ("国省考", ("国考", "省考")),
    ("城镇和农村", ("城镇", "农村")),
    ("城镇、农村", ("城镇", "农村")),
    ("城乡", ("城镇", "农村")),
    ("存贷款", ("存款", "贷款")),
    ("存、贷款", ("存款", "贷款")),
    ("进、出口", ("进口", "出口")),
    ("进出口", ("进口", "出口")),
)
OPENING = re.compile(r"^[^、]{0,12}(?:用于|投入|安排)(?=[^、])")
HEAD = re.compile(
    r"(?:人均可支配收入|人均纯收入|可支配收入|余额|总额|交易额|进出口额|进出口|出口|进口|收入|支出|投资|产值|增加值|产量|销量|比重|比例|占比|参保率|覆盖率|合格率|普及率|入园率|普惠率|入学率|毛入学率|巩固率|解决率|满意率|利用率|贡献率|[一-鿿]{1,2}率|起数|死亡人数|人数|数量|浓度|总数|增速|规模|面积|里程|吞吐量|营业收入|利润|税收|处置能力|能力|贷款|存款|总值|强度|指数|排放量|消费量|成交额|营收|销售额|人次|经费|标准|资金|补助|投入|水平|税率|费|事故数|既遂数|立案数|量|寿命)$"
)


def split_names(subject: str, n: int) -> list[str]:
    """`subject` as `n` names, or an empty list where it does not divide so."""
    parts = [p for p in JOINTS.split(subject) if p]
    if len(parts) != n:
        parts = [p for p in re.split("、", subject) if p]
    if len(parts) != n:
        return split_compound(subject, n)
    last = parts[-1]
    heads = [HEAD.search(p) for p in parts]
    tail = heads[-1]
    if all(heads):
        # Each has its own head: the short ones at the end borrow the beginning of the first.
        first, head = parts[0], heads[0].group()  # type: ignore[union-attr]
        stem = first[: len(first) - len(head)]
        return [parts[0]] + [stem + p if heads[i + 1].group() == p and stem else p for i, p in enumerate(parts[1:])]  # type: ignore[union-attr]
    if tail and not any(heads[:-1]):
        opening = OPENING.match(parts[0])
        if opening:
            rest = [parts[0][opening.end() :], *parts[1:]]
            own = min(len(p) for p in rest[:-1])
            return [opening.group() + p + (last[own:] if p is not last else "") for p in rest]
        shared = tail.group()
        # «对东盟、欧盟进出口»: a preposition holds for all
        lead = parts[0][0] if parts[0][0] in "对向" else ""
        names = [p + longest_shared(parts[0], last, shared) for p in parts[:-1]] + [last]
        return [names[0]] + [lead + p if lead and not p.startswith(lead) else p for p in names[1:]]
    return parts


def longest_shared(first: str, last: str, head: str) -> str:
    """How much of the last part belongs to all.

    What follows the characters that both parts end their own half with («食品、药品抽检合格率»); else as much
    as makes both halves equally long («对非洲、拉美市场出口»); else the measure alone.
    """
    for size in (4, 3, 2, 1):
        at = last.rfind(first[-size:]) if len(first) > size else -1
        rest = last[at + size :]
        if at > 0 and len(rest) >= len(head) and (size > 1 or at > 0):
            return rest
    own = len(first.lstrip("对向"))
    if own < len(last) - len(head) <= own + 4:
        return last[own:]
    return head


def split_compound(subject: str, n: int) -> list[str]:
    """«城乡居民…», «国考省考断面…»: two in one word."""
    if n == 2:
        for word, pair in COMPOUNDS:
            if word in subject:
                return [subject.replace(word, one, 1) for one in pair]
    return []
