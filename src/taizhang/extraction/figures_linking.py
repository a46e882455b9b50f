"""What each figure measures: the words around it, and what was spoken of before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.extraction.figures_mentions import Mention
from taizhang.extraction.figures_names import (
    AFTER,
    PER,
    RANK_INNER,
    RANK_SCOPE,
    RANK_VERB,
    RATE_NOUN,
    TIMES_OF,
    Words,
    drop_list,
    drop_listed,
    subject_of,
    take_apart,
    tidy,
)
from taizhang.extraction.figures_sense import COST_NOUN, FALLING, SHORT_COST, aspect_of, bound_of
from taizhang.extraction.figures_split import split_names
from taizhang.language.words import delivering, longest_prefix
from taizhang.model import Aspect, Bound

ATTRIBUTE = re.compile(
    r"^(?:年)?(?:总量和增速|规模和增速|总?数量?|总量|总额|总值|总规模|规模|总投资|总面积|面积|总里程|占比|比重|占[^，]{1,12}|增速|增幅|涨幅|余额|金额|覆盖面|覆盖率|投资|"
    r"惠及[^，]*|带动[^，]*|受益[^，]*|资金|总人数|人数|户数|总市值|市值|转诊量|区级覆盖率|利用率|资源化利用率|良种率|总产值|产值|产量|比例|贡献率|满意率|合格率|增加值|总收入|收入|发放贷款|累计|位次|排名|(?:产值|营收|产量|规模|总量|数量|收入)占[^，]{1,12}|参保率|完成率|达标率|普及率|覆盖量|达产率|(?:平均)?(?:办理|审批)?(?:时间|材料|环节|时限))$"
)
REACHING = re.compile(r"^(?:惠及|受益|带动|受惠)")
VERBLESS = frozenset(["议案", "建议", "提案"])
POST_GROWTH = re.compile(r"^的?(?:正|较快)?(?:增长|增速|增幅|涨幅)$")
NOT_COUNTED = ("并", "而", "且", "后", "时", "来", "、", "和", "及", "与", "（", "(", "”", "等", "，")


CONTEST = re.compile(r"(?:、|，|^)并?在([^，、]{2,15})(?:中|上)$")
STREAK_WORD = re.compile(r"(?:连续|提前|连年)$")
ENDURING = re.compile(r"(?:位?居|稳居|名列|排名|保持|达|增|下降|低于|高于|超|全国|“双)")
ALSO = re.compile(r"(?:均|都|也|双双|分别|首次|连续)+$")
POST_CUT = re.compile(r"[、，](?=(?:其中)?(?:数量|总量|总数|增速|规模|均|居|占|增长|同比|累计|分别))")
PEOPLE = re.compile(r"(?:中国|全国|各族|全省|全市)*(?:人民|人口|中国人民|中华儿女)(?=的|$|大国)")
REACHED = re.compile(r"(?:连续)?(?:迈上|跨上|站上|登上|跃上)|(?:由|从)(?:前|20\d\d年|19\d\d年)")
TRAILING_NEW = re.compile(r"(?:新增|净增)$")
MEASURE_NOUN = re.compile(r"(?:参保人数|人数|数量|总数|总量|总额|运营里程|个数)$")
METRIC = re.compile(
    r"(?:率|额|量|收入|支出|产值|比重|占比|比例|面积|里程|人数|浓度|标准|总值|规模|余额|指数|寿命|经费|资金|投入|水平|税率|利润|产能|能耗)$"
)


@dataclass(slots=True)
class Link:
    """What a figure measures and how."""

    name: str
    aspect: Aspect
    sign: int
    bound: Bound
    unit: str
    words: Words
    counted: bool = False
    origin: str = "own"


class Linker:
    """Names the figures of a text in order, remembering what was spoken of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.topic = ""
        self.verb = ""
        self.sentence = (-1, -1)
        self.history: list[str] = []
        self.group_names: list[str] = []
        self.group_at = 0
        self.head: Link | None = None
        self.falling = False
        self.last_end = 0
        self.origin = "own"

    def link(self, m: Mention) -> Link:
        """The indicator, aspect, sign, bound and unit of the next figure."""
        if m.sentence != self.sentence:
            self.sentence, self.history, self.verb = m.sentence, [], ""
        self.origin = "own"
        if m.kind == "rank":
            found = self.rank(m)
        elif m.joined and self.head:
            found = self.follower(m, self.head)
        else:
            found = self.leader(m)
            self.head = found
        found.origin = self.origin
        self.history.append(found.name)
        self.last_end = m.end
        self.topic = found.name
        return found

    def leader(self, m: Mention) -> Link:
        """A figure with words of its own before it."""
        after = AFTER.match(m.post)
        mark = after.group(1) if after else ""
        post = m.post[len(mark) :]
        counted = bool(post) and not post.startswith(NOT_COUNTED) and m.kind != "point" and not m.group
        grows = bool(POST_GROWTH.match(post)) and m.kind in ("percent", "multiple")
        counted = counted and not grows
        pre, per = per_unit(m.pre) if not counted else (m.pre, "")
        times = TIMES_OF.search(pre) if m.kind == "multiple" else None
        words = take_apart(pre[: times.start()] if times else pre, counted)
        if times:
            words.predicate = "level"
        if grows:
            words.predicate, words.word = "rise", post
        aspect, sign = aspect_of(m, words, counted)
        name = self.name(m, words, post if counted else "", 1 + len(m.group))
        falling = FALLING.search(words.subject) if m.kind == "percent" and not counted and aspect == "value" else None
        if falling:
            name, aspect, sign = self.fallen(m, falling), "growth", -1
        elif aspect == "value" and self.carries_fall(m, words):
            name, aspect, sign = self.fallen(m, words.subject), "growth", -1
        self.falling = aspect == "growth" and sign < 0
        if RATE_NOUN.search(name) and m.kind == "percent" and aspect == "value":
            aspect = "growth"
        bound = bound_of(words, mark or closing(m) or ahead(m), m)
        return Link(name, aspect, sign, bound, unit_of(m, per), words, counted)

    def carries_fall(self, m: Mention, words: Words) -> bool:
        """«平均压减时间58%、材料52%»: the verb of falling holds for the next noun of the list."""
        return (
            m.linked and self.falling and m.kind == "percent" and words.predicate == "" and words.subject in SHORT_COST
        )

    def fallen(self, m: Mention, found: re.Match[str] | str) -> str:
        """What falls, in place of the noun of the figure before or behind its owner."""
        noun = found if isinstance(found, str) else found["noun"]
        stem = "" if isinstance(found, str) else found.string[: found.start()]
        if m.linked and self.history and len(stem) < 3:
            return COST_NOUN.sub("", self.history[-1]) + noun
        return (self.owner(m) if len(stem) < 3 else "") + stem + noun

    def follower(self, m: Mention, head: Link) -> Link:
        """A further value of a list: it shares the words before the first."""
        self.group_at += 1
        names = self.group_names
        name = names[self.group_at] if self.group_at < len(names) else head.name
        self.origin = head.origin
        after = AFTER.match(m.post)
        bound = bound_of(head.words, after.group(1) if after else "", m)
        return Link(name, head.aspect, head.sign, bound, unit_of(m, ""), head.words)

    def name(self, m: Mention, words: Words, post: str, n: int) -> str:
        """The indicator that stands alone."""
        self.group_names, self.group_at = [], 0
        subject = words.subject
        if post:
            return self.counted(m, words, post)
        if words.predicate == "versus":
            return (subject or self.elided(m, words)) + words.word
        if not subject:
            if n > 1 and self.numberless(m):
                clause = self.previous_clause(m)
                self.group_names = split_names(tidy(clause), n) or split_names(subject_of(clause), n)
                if self.group_names:
                    return self.group_names[0]
            names = self.history[-n:]
            if n > 1 and len(set(names)) == n:
                self.group_names = names
                return names[0]
            return self.elided(m, words)
        if n > 1:
            self.group_names = split_names(subject, n)
            if self.group_names:
                return self.group_names[0]
            self.origin = "undivided"
        if ATTRIBUTE.match(subject):
            self.verb = ""
            return owned(self.owner(m), subject)
        if m.linked and self.history and not words.predicate:
            if subject == words.verb:
                return subject + bare(self.history[-1])
            if not words.verb and self.verb:
                if subject in VERBLESS:
                    return self.history[-1][: -len(subject)] + subject
                return self.verb + subject
        self.verb = words.verb
        return drop_listed(subject, words.verb)

    def counted(self, m: Mention, words: Words, post: str) -> str:
        """«新建14家研究院», «5家企业通过认定»: the noun stands after the number."""
        noun = POST_CUT.split(post.removeprefix("的"))[0]
        people = PEOPLE.match(noun)
        if people and m.unit == "人":
            return people.group()
        subject = words.subject
        if not subject and m.linked and self.verb:
            return self.verb + noun
        if REACHING.match(subject) and self.history:
            return bare(self.history[-1]) + subject + noun
        if m.kind == "time":
            return self.streak(m, words, noun)
        lead = drop_list(subject, words.verb, noun)
        self.verb = words.verb if lead else ""
        return lead + noun

    def streak(self, m: Mention, words: Words, what: str) -> str:
        """«连续16年位居全国首位»: what goes on, and of what where that was named before."""
        subject = STREAK_WORD.sub("", words.subject)
        if not subject and ENDURING.match(what):
            subject = self.elided(m, words)
        return subject + what

    def owner(self, m: Mention) -> str:
        """Whose attribute is meant («占比», «总数»): of the last figure, or of the clause before."""
        self.origin = "owned"
        if self.history:
            return bare(self.history[-1])
        return self.clause_subject(m)

    def elided(self, m: Mention, words: Words) -> str:
        """No subject before the number: what was last spoken of, or the subject of the clause before."""
        if self.history:
            between = self.clause_subject(m) if self.numberless(m) else ""
            if METRIC.search(between):
                return between
            name = self.history[-1]
            stem = REACHED.split(name)[0]
            if "累计" in words.adverbs or words.predicate in ("level", "min"):
                stem = TRAILING_NEW.sub("", bare(stem))
            return stem if len(stem) > 1 else name
        between = self.clause_subject(m)
        self.origin = "clause" if between else "far"
        return between or self.topic

    def numberless(self, m: Mention) -> bool:
        """Whether a clause without figure stands between the last figure and this one, or none came before."""
        return "，" in self.text[self.last_end : m.clause - 1] or not self.history

    def clause_subject(self, m: Mention) -> str:
        """The subject of the clause before this one, where it holds no figure."""
        clause = self.previous_clause(m)
        return tidy(clause) if METRIC.search(clause) else subject_of(clause)

    def previous_clause(self, m: Mention) -> str:
        """The text of the clause before this one in the same sentence."""
        head = self.text[max(m.sentence[0], m.clause - 60) : m.clause].rstrip("，,：:；;")
        return re.split(r"[，,：:；;]", head)[-1]

    def rank(self, m: Mention) -> Link:
        """«居全国第3位», «全省第一»."""
        subject = ALSO.sub("", tidy(ranked(m.pre)))
        if not subject:
            name = self.elided(m, Words(""))
        elif ATTRIBUTE.match(subject):
            name = owned(self.owner(m), subject)
        else:
            name = subject
        return Link(name, "rank", 1, "max" if m.q.quote[0] == "前" else "exact", "位", Words(subject))


def ranked(pre: str) -> str:
    """What holds a rank: «高铁里程居全国» → «高铁里程»; «稳居自然指数全球» → «自然指数»."""
    scope = RANK_SCOPE.search(pre)
    s = pre[: scope.start()] if scope else pre
    verb = RANK_VERB.search(s, max(0, len(s) - 12))
    if verb:
        s = s[: verb.start()]
        contest = CONTEST.search(s)
        return contest[1] if contest else s
    inner = None
    for found in RANK_INNER.finditer(s):
        inner = found
    return s[inner.end() :] if inner else s


def owned(owner: str, attribute: str) -> str:
    """«新增长护险参保人数», «参保率» → «长护险参保率»: a measure noun of the owner gives way to the attribute."""
    return MEASURE_NOUN.sub("", owner) + attribute if len(owner) > 4 else owner + attribute


def bare(name: str) -> str:
    """The noun of a name, verb of delivery left off: «新增有进出口实绩企业» → «有进出口实绩企业»."""
    verb = longest_prefix(name, delivering(), 6)
    return name[len(verb) :] or name


def per_unit(pre: str) -> tuple[str, str]:
    """«提高到每人每月995元»: the text before the divisor, and the divisor (人·月)."""
    found = PER.search(pre, max(0, len(pre) - 10)) if "每" in pre[-10:] else None
    if not found or not (found["a"] or found["b"]) or found["c"].strip("仅约达"):
        return pre, ""
    parts = [part for part in (found["a"], found["b"]) if part]
    if parts in (["年"], ["月"], ["天"]):
        return pre, ""
    return pre[: found.start()], "·".join(parts)


def unit_of(m: Mention, per: str) -> str:
    """Base unit; where no measure word is written the natural one."""
    unit = m.unit.removesuffix("/年") if "/" not in m.q.quote else m.unit
    if m.kind == "fraction":
        return "%"
    return f"{unit}/{per}" if per and "/" not in unit else unit


def ahead(m: Mention) -> str:
    """«开办企业2个工作日、不动产登记3个工作日内完成»: the limit holds for each item of the list."""
    if m.kind != "time" or m.follower is None or m.follower.unit != m.unit:
        return ""
    after = AFTER.match(m.follower.post)
    return after.group(1) if after else ahead(m.follower)


def closing(m: Mention) -> str:
    """The bound word after a list covers all of it: «6%、5%左右»."""
    after = AFTER.match(m.group[-1].post) if m.group else None
    return after.group(1) if after else ""
