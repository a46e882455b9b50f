"""Names that hold a list of examples: what of it belongs to the name."""

from __future__ import annotations

from taizhang.extraction.figures.rules import pattern

GENERIC = pattern("lists_of_names.generic")
JOINT_END = pattern("lists_of_names.joint_end")
BROUGHT = pattern("lists_of_names.brought")
CLASS_COUNT = pattern("lists_of_names.class_count")
# A noun this short and generic does not stand alone.
SHORT = 4
# No longer than this it has no qualifier.
BARE = 2


def before_count(pre: str, verb: str, noun: str) -> str:
    """What of the text before a count names it: «新增“苏州水八仙”等7个区域品牌» → 新增.

    Examples are left off, with 等 or without (武汉东湖、襄阳、宜昌3家高新区); a noun that says nothing
    alone (支持措施) keeps them.
    """
    pre = CLASS_COUNT.sub("", pre)
    if JOINT_END.search(pre):  # 实施提质行动和12个稳增长方案
        return verb
    if pre.endswith("等"):
        return pre if len(noun) <= SHORT and GENERIC.search(noun) and not brought(verb, noun) else verb
    return verb if "、" in pre[len(verb) :] else pre


def brought(verb: str, noun: str) -> bool:
    """Whether a qualified noun stands alone behind a verb of bringing in: «引进甲、乙等招商项目»."""
    return len(noun) > BARE and BROUGHT.match(verb) is not None


def before_noun(subject: str, verb: str) -> str:
    """«新增黄石、咸宁、天门等全国文明城市» → «新增全国文明城市»; generic nouns keep their examples."""
    at = subject.find("等", len(verb))
    noun = subject[at + 1 :]
    told = len(noun) > SHORT and not GENERIC.search(noun)
    if at > 0 and verb and (told or brought(verb, noun)) and "领域" not in noun:
        return verb + noun
    return subject
