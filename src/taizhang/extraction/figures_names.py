"""The words around a number taken apart: subject, verb, predicate and bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from taizhang.extraction.figures_candidates import RANK_PLACE
from taizhang.language.words import delivering, longest_prefix, longest_suffix, predicates

OPENERS = re.compile(
    r"^(?:(?:\d{1,2}[.．、]|（[一二三四五六七八九十]+）)|其中|全年|全市|全省|全区|全县|全社会共|我市|我省|我区|目前|同时|并且|并|还|也|又|已|共计|共|预计|去年|今年|今年将|20\d\d年|19\d\d年|力争|确保|努力|计划|拟|将|要|到20\d\d年|到今年底|年内|截至[^，]{2,10}底|截至目前|到去年底|"
    r"大力|加快|深入|扎实|稳步|全面|积极|统筹|持续|重点|有序|主动|加力|着力|强力|进一步|继续|再|累计|先后|一年来|五年来|五年间|过去五年|近三年来?|近五年来?|今后五年|未来五年|“十[一二三四五]?五”(?:期间|时期|以来|时|规划期)?|《[^》]{2,20}》(?:提出|明确|确定)|分别|成功|预期|主要预期目标是|率先|实现|年均|平均每年|每年|首次|全国|国家|使|让|有(?!效|序|力|关|机)|仅|一是|二是|三是|特别是|包括|为此|由此|此外|要|可|(?:近|过去|今后|未来|前)?[一两二三四五六七八九十][年](?:多?来|间|内|累计|共)?(?=全国|新增|建成|新建|获得|中央|国家|淘汰|累计|共|城镇|参保|[^规行计攻])|用[一两三四五六七八九十]年(?:左右)?的?时间|把|让|对|在(?=[\d一二三四五六七八九十]))(?!的)"
)
KEEP_OPENERS = ("全国", "国家", "对")
CLOSERS = re.compile(r"(?:的|总共|合计|，|其中)+$")
VERSUS = re.compile(
    r"(?:高于|低于|快于|高出|优于|好于|领先|高|低|快)(?P<w>全国|全省|上年|去年|预期|同期|全市|全球|计划|目标|GDP|经济增速|地区生产总值|规上工业)[^，、]{0,8}$"
)
COMPARE = re.compile(
    r"(?:比|较|同|与|在)?(?:上年|去年|前年|上一年|年初|上年末|上年底|上年同期|20\d\d年|19\d\d年|“[^”]{2,4}”(?:期?末|初)|[一二三四五六七八九十\d]+年前|上届|前[五三两]年|五年前|预算|年度计划|年度预算|年初计划|上个五年|“[^”]{2,4}”时期)(?:同期|预算|实际|底|末|初|执行数|水平|同口径|时|的|相比)*$"
)
RANK_SCOPE = re.compile(rf"(?:{RANK_PLACE}|各|副省级|省区|经济大省|六省|中|之|的|同期|同类型)+$")
RANK_VERB = re.compile(
    r"(?:连续\S{0,4}|分别|均|都|稳|继续|保持|跃|高|名|位|排|进|升|晋|前|提升|上升|跻身|蝉联|达到|位次|排名)*"
    r"(?:(?:位|居|列|排|升|进|跃|名)(?:在|于|至|到)?|进入|跻身|蝉联|保持|位次|排名|上升到|上升至|提升到|提升至)$"
)
RANK_INNER = re.compile(r"(?:稳居|位居|位列|名列|跻身|蝉联|连续居|在)")
YEARS_BEFORE = re.compile(r"(?:近|这|过去)?(?:[一两三四五]|\d{1,2})年(?:来|间|内)?$")
TIMES_OF = re.compile(r"(?:是|为|相当于|达到)[^，、]{2,26}的$")
WHOLLY_COMPARED = re.compile(r"(?:比|较)(?:上年|去年|前年)[^，]{0,8}$")
COMPARE_ENDS = frozenset("年初末底期前算际数平时的比”届")
AFTER = re.compile(
    r"^(左右|上下|(?:的)?(?:新)?台阶|大关|关口|以上|以内|以下|之内|之间|以外|[多余](?=[，。；、]|$)|内(?=完成|办结|解决|[，。；、]|$)|及以上|及以下)"
)
RATE_NOUN = re.compile(r"(?:增速|增幅|涨幅|增长率|增长|涨跌幅|降幅|降低率|上涨率|下降率)$")
FALL_NOUN = re.compile(r"(?:降幅|下降率|降低率)$")
FINISHED = re.compile(r"(?:全部|如期|全面|顺利|已|均|圆满|提前|基本|超额)+(?:完成|办结|建成|实现)?(?:任务|目标)?$")
PER = re.compile(
    r"每(?P<a>人|户|亩|吨|万人|百人|千人|百户|立方米|公顷|平方公里|平方米|台|件|张|亿元|万元|天|年|月|生)?(?:每|/)?(?P<b>人|年|月|天|日|亩)?(?:平均)?(?P<c>[^，]{0,3})$"
)


@dataclass(slots=True)
class Words:
    """What `take_apart` found before a number."""

    subject: str
    stem: str = ""
    verb: str = ""
    predicate: str = ""
    word: str = ""
    bounds: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)


def take_apart(pre: str, counted: bool) -> Words:
    """Strip predicate, bound and adverbs from the end of `pre`.

    `counted` tells that a noun follows the number, so the verb before it belongs to the name.
    """
    table = predicates()
    found = Words(pre)
    s = pre
    while s:
        versus = VERSUS.search(s, max(0, len(s) - 14)) if not found.predicate and not counted else None
        if versus:
            found.predicate, found.word = "versus", versus.group()
            s = s[: versus.start()]
            continue
        if found.predicate and WHOLLY_COMPARED.match(s):
            found.adverbs.append(s)
            s = ""
            break
        if found.predicate and YEARS_BEFORE.search(s):
            s = YEARS_BEFORE.sub("", s)
            continue
        compared = COMPARE.search(s, max(0, len(s) - 14)) if s[-1] in COMPARE_ENDS else None
        if compared:
            found.adverbs.append(compared.group())
            s = s[: compared.start()]
            continue
        word = longest_suffix(s, table, 7)
        if not word:
            break
        kind = table[word]
        if kind == "keep":
            break
        if counted and kind in ("rise", "fall", "level", "cap"):
            break
        if kind in ("rise", "fall"):
            if found.predicate in ("rise", "fall"):
                break
            if len(word) == 1 and not (len(s) == 1 or found.predicate == ""):
                break
            found.predicate, found.word = kind, word
        elif kind in ("level", "cap"):
            if len(word) == 1 and found.predicate:
                break
            found.predicate = found.predicate or kind
            found.word = found.word or word
        elif kind in ("min", "max", "approx"):
            if found.predicate and len(word) == 1:
                break
            found.bounds.append(word)
        else:
            if (
                len(word) == 1
                and len(s) > 1
                and found.predicate == ""
                and not found.bounds
                and not counted
                and word in "中内年高中正现较总"
            ):
                break
            found.adverbs.append(word)
        s = s[: len(s) - len(word)]
    found.stem, found.subject = s, tidy(s)
    found.verb = longest_prefix(found.subject, delivering(), 6)
    return found


def tidy(s: str) -> str:
    """Drop adverbials at the beginning and particles at the end."""
    s = s.strip(" ")
    while True:
        m = OPENERS.match(s)
        if not m or m.group() in KEEP_OPENERS:
            break
        s = s[m.end() :]
    return CLOSERS.sub("", s)


GENERIC = re.compile(r"^(?:重大|重点|主要|一批)|(?:措施|项目|工程|活动|问题|政策|目标)$")
LISTED = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:大类|大|类|个方面|个门类)$")


def drop_list(pre: str, verb: str, noun: str) -> str:
    """«新增“苏州水八仙”等», «武汉东湖、襄阳、宜昌» before a count: only the verb names it.

    A noun that says nothing alone (支持措施) keeps its list.
    """
    pre = LISTED.sub("", pre)
    if pre.endswith("等") and len(noun) <= 4 and GENERIC.search(noun):
        return pre
    if pre.endswith("等") or "、" in pre[len(verb) :]:
        return verb
    return pre


def drop_listed(subject: str, verb: str) -> str:
    """«新增黄石、咸宁、天门等全国文明城市» → «新增全国文明城市»."""
    at = subject.find("等", len(verb))
    noun = subject[at + 1 :]
    if at > 0 and verb and len(noun) > 4 and not GENERIC.search(noun) and "领域" not in noun:
        return verb + noun
    return subject


CUT = re.compile(
    r"(?:支撑作用|稳步|持续|不断|进一步|加快|明显|显著|全面|深入|扎实|有序|总体|基本|保持|实现|得到|取得|质效|增量|提质|快速|平稳|积极|加速|强劲|健康|稳定|较快|大幅|稳中|逐步|蓬勃|继续|更加|成效|迈上|迈出|在上|在去|再创|创历|增强|壮大|回升|向好|突破|进展)"
)


def subject_of(clause: str) -> str:
    """The subject of a clause that holds no number: «服务业质效提升» → «服务业»."""
    clause = tidy(clause)
    m = CUT.search(clause)
    return clause[: m.start()] if m and m.start() >= 2 else ""
