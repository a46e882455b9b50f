"""What each figure measures: the words around it, and what was spoken of before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.extraction.figures import context, lists
from taizhang.extraction.figures.coordination import JOINT, RATES_OF_CHANGE, split_names
from taizhang.extraction.figures.mentions import Mention
from taizhang.extraction.figures.predication import Words, per_unit, take_apart, tidy
from taizhang.extraction.figures.ranks import ranked, strongest
from taizhang.extraction.figures.rules import pattern, words
from taizhang.extraction.figures.sense import BETTER, WORSE, aspect_of, bound_of, mark_of, shared_mark, unit_of
from taizhang.language.predicates import delivering, delivery, longest_prefix, longest_suffix, without_delivery
from taizhang.model import Aspect, Bound

ATTRIBUTE = pattern("linking.attribute")
REACHING = pattern("linking.reaching")
GROWTH_AFTER = pattern("linking.growth_after")
GOAL_AFTER = pattern("linking.goal_after")
BESIDE = pattern("linking.beside")
PEOPLE = pattern("linking.people")
REACHED = pattern("linking.reached")
OF_ALL = pattern("linking.of_all")
NEWLY = pattern("linking.newly")
MEASURE_NOUN = pattern("linking.measure_noun")
STREAK_WORD = pattern("linking.streak_word")
ENDURING = pattern("linking.enduring")
DRAWN = pattern("linking.drawn")
FIRST_OF_ALL, FIRST_SUCH = pattern("linking.first_of_all"), pattern("linking.first_such")
DONE_EACH = pattern("linking.done_each")
CAUSING = pattern("linking.causing")
OF_ALL_PLACES = pattern("linking.of_all_places")
ACCOUNT_DONE = pattern("linking.account_done")
INDUSTRY, PROFIT = pattern("linking.industry"), pattern("linking.profit")
ACCOUNT, MORE = pattern("linking.account"), pattern("linking.more")
DAILY, PER_HEAD = pattern("linking.daily"), pattern("linking.per_head")
RATE, SHARE_OF_PLAN = pattern("linking.rate"), pattern("linking.share_of_plan")
OBJECT, AVERAGE = pattern("linking.object"), pattern("linking.average")
WORK = pattern("linking.work")
CLASS_OF, LEVEL_OF = pattern("linking.class_of"), pattern("linking.level_of")
FOR_PEOPLE, RESIDENT = pattern("linking.for_people"), pattern("linking.resident")
PASSING_SIZE = pattern("linking.passing_size")
AT_LEAST, DEED_BEHIND = pattern("linking.at_least"), pattern("linking.deed_behind")
BECAME, LIGHT, ACCOUNT_OWNER = pattern("linking.became"), pattern("linking.light"), pattern("linking.account_owner")
FUNDED, SPREAD, TOTAL_OF = pattern("linking.funded"), pattern("linking.spread"), pattern("linking.total_of")
SECTOR, NOTE = pattern("linking.sector"), pattern("linking.note")
TRADE = pattern("linking.trade")
PASSED_STEPS, BARE_MEASURE = pattern("linking.passed_steps"), pattern("coordination.bare")
WHOLE_ECONOMY, MEASURED_NAME = pattern("linking.whole_economy"), pattern("coordination.measured")
MONTHLY, PART_OF_ALL = pattern("linking.monthly"), pattern("linking.part_of_all")
COMPARED_EACH, TIMES_OF_OTHER = pattern("linking.compared_each"), pattern("linking.times_of_other")
SHARE_OF, GOES_TO = pattern("linking.share_of"), pattern("linking.goes_down_to")
NET_RISE = pattern("linking.net_rise")
SPENT, PURPOSE = pattern("linking.spent"), pattern("linking.purpose")
AT_LEVEL = pattern("linking.at_level")
ARRANGED, AS = pattern("linking.arranged"), pattern("linking.as")
BUILDING, DEED_NAMED = pattern("linking.building"), pattern("linking.deed_named")
SECOND_ACT, OWN_DEED = pattern("linking.second_act"), pattern("linking.own_deed")
AMONG_THEM, SIZED = pattern("linking.among_them"), pattern("linking.sized")
IN_PROGRESS = pattern("linking.in_progress")
INVESTED, CONTESTED = pattern("linking.invested"), pattern("ranks.contested")
INVESTED_THING = pattern("linking.invested_thing")
INVESTED_SO = pattern("linking.invested_so")
PROJECTS = ("项目", "工程")
OURS = ("我市", "我县", "我区", "我省", "我州", "我旗", "我镇")
PLANNED, GOAL_WORD = pattern("linking.planned"), pattern("linking.goal_word")
REACHES = pattern("periods.to")
RATE_NOUN = pattern("predication.rate_noun")
TIMES_OF = pattern("predication.times_of")
WHOLE_OF, WHOLE_DEED = pattern("linking.whole_of"), pattern("linking.whole_deed")
BESIDE_PREDICATE = pattern("linking.beside_predicate")
FALLING = pattern("sense.falling")
COST = pattern("sense.cost")
COSTS, PAPERS, KINDS, INTRANSITIVE = words("costs"), words("papers"), words("kinds"), words("intransitive")
# What stands right behind a number and is no counted noun.
NOT_COUNTED = ("并", "而", "且", "后", "时", "来", "、", "和", "及", "与", "（", "）", "”", "等", "，")
# 经济 alone names nothing that grows.
ECONOMY = "经济"
CHANGES = ("rise", "fall")
# Two sides of one account: each stands for the other behind what qualifies both.
SIDES = (
    ("收入", "支出"),
    ("出口", "进口"),
    ("存款", "贷款"),
    ("内资", "外资"),
    ("存款余额", "贷款余额"),
    ("各项存款", "各项贷款"),
    ("各项存款余额", "各项贷款余额"),
)
COUNTERPARTS = {one: other for pair in SIDES for one, other in (pair, pair[::-1])}
FULL_STOPS = "。！？\n"
# What opens a clause on a part of what was spoken of.
OF_WHICH = "其中"
# Before the number that a change starts from.
ORIGIN = ("由", "从")
# What money is for stands no further behind it.
PURPOSE_REACH = 40
# A noun up to this long takes over the verb of the clause before; a name up to this long may be taken over.
BARE, BRIEF = 5, 14
# What is completed or pushed on has its deed behind the last noun of a list, at most so far away.
COMPLETING, DEED_REACH = ("完成", "推进", "加快", "启动", "抓好", "推动", "实施", "开展"), 60
HEADS, EARNING = ("人均", "户均", "亩均"), "增收"
SHARE = "占"
PRODUCT, VALUE_ADDED = "生产总值", "增加值"
OUTPUT, OUTPUT_VALUE = "产量", "产值"
INVESTMENT = "固定资产投资"
# What passes a mark is a total: 突破21万户.
PASSING = "突破"
IMPROVE, RANK_UNITS = "提升", ("位", "名", "个位次", "位次")
# These verbs are done to people where people are counted: 整改问题30个，查处27人.
OF_PEOPLE = ("查处", "处理", "处分", "问责")
LIGHT_VERBS, STRIVING = ("实现", "完成", "达到"), ("力争", "确保", "争取")
# An attribute of an enterprise or a place, and a name by itself beside the measures of a whole economy.
TAXES = "税收"
# A prefix shorter than this names nothing: 平均压减时间.
STEM = 3


@dataclass(slots=True)
class Link:
    """What a figure measures and how.

    `origin` tells where the name comes from: `own` words, the clause before (`clause`), the sentence
    before (`far`), the figure before (`owned`), or one name for several values (`undivided`).
    """

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
        self.topic = ""  # the last name of the text
        self.history: list[str] = []  # the names of this sentence
        self.verb = ""  # the verb of delivery that the next item of a list takes over
        self.names: list[str] = []  # the names of a list of values, and how many were given out
        self.given = 0
        self.head: Link | None = None
        self.falling = False
        self.going_on = ""  # what a streak is of
        self.part = ""  # the measure that a part of the whole took over
        self.amounts: dict[str, str] = {}  # by unit, the last amount of this sentence
        self.industry = ""  # whose account the clauses up to the full stop give
        self.sentence = (-1, -1)
        self.last_end, self.unit = 0, ""
        self.origin = self.before = "own"  # where the name of this figure, and of the one before it, comes from

    def link(self, m: Mention) -> Link:
        """The indicator, aspect, sign, bound and unit of the next figure."""
        if any(mark in FULL_STOPS for mark in self.text[self.last_end : m.start]):
            self.industry = ""
        if m.sentence != self.sentence:
            self.sentence, self.history, self.verb, self.amounts = m.sentence, [], "", {}
            self.part = ""
        self.before, self.origin = self.origin, "own"
        if m.kind == "rank":
            found = self.rank(m)
        elif m.joined and self.head:
            found = self.follower(m, self.head)
        else:
            found = self.head = self.leader(m)
        found.origin = self.origin
        found.name = PLANNED.sub("", found.name)
        self.history.append(self.going_on or found.name)
        self.going_on = ""
        if PASSED_STEPS.search(found.name) and len(self.history) > 1:
            self.history[-1] = self.history[-2]
        self.topic, self.last_end, self.unit = found.name, m.end, found.unit
        if found.aspect == "value" and m.kind != "percent":
            self.amounts[found.unit] = found.name
        industry = INDUSTRY.match(found.name)
        self.industry = industry.group() if industry else self.industry
        return found

    def leader(self, m: Mention) -> Link:
        """A figure with words of its own."""
        mark = mark_of(m)
        post = AT_LEVEL.sub("", m.post[len(mark) :])
        grows = m.kind in ("percent", "multiple") and GROWTH_AFTER.match(post) is not None
        goal = GOAL_AFTER.match(post) if m.kind == "percent" else None
        told = grows or goal or m.group or m.kind == "point" or m.unit == "番" or FIRST_SUCH.search(m.pre)
        told = told or GOAL_WORD.match(post) or GOES_TO.match(post) or (ARRANGED.match(post) and AS.search(m.pre))
        counted = not told and post != "" and not post.startswith(NOT_COUNTED)
        pre = NOTE.sub("", m.pre)
        pre, per = (pre, "") if counted else per_unit(BESIDE_PREDICATE.sub("", pre))
        times = TIMES_OF.search(pre) or (m.linked and TIMES_OF_OTHER.match(pre)) if m.kind == "multiple" else None
        done = SHARE_OF_PLAN.search(pre) if m.kind == "percent" else None
        beside = times or done
        found = take_apart(FUNDED.sub("", pre[: beside.start()] if beside else pre), counted)
        if times:
            found.predicate = "level"
        if NET_RISE.match(found.subject):
            found.subject, found.predicate, found.verb = "", "rise", ""
        if goal and goal["moves"]:
            found.subject, found.predicate = goal["name"], "rise" if goal["moves"] == "增长" else "fall"
        if grows:
            found.predicate, found.word = "rise", post
        if self.improves(m, found):
            self.improve(found)
        aspect, sign = aspect_of(m, found, counted)
        if aspect == "value" and m.kind != "percent" and found.subject.endswith("增量"):
            aspect = "change"
        name = self.counted(m, found, post) if counted else self.subject(m, found)
        if done:
            name, self.names = name + done["plan"], [each + done["plan"] for each in self.names]
        fallen = self.fallen(m, found) if m.kind == "percent" and not counted and aspect == "value" else ""
        if fallen:
            name, aspect, sign = fallen, "growth", -1
        elif (
            aspect == "value"
            and m.kind == "percent"
            and (RATE_NOUN.search(name) or self.strives_on(m) or self.moves_on(m))
        ):
            aspect = "growth"
        if found.word in BETTER and WORSE.search(name):  # 浓度分别为…，改善6%
            sign = -1
        self.falling = aspect == "growth" and sign < 0
        unit = unit_of(m, per or self.divisor(m))
        bound = bound_of(m, found, mark or shared_mark(m))
        if counted and bound == "exact" and AT_LEAST.search(name):
            name, bound = AT_LEAST.sub("", name), "min"
        if m.kind == "money" and aspect == "value" and SPENT.search(name):
            purpose = PURPOSE.match(self.text[m.end : m.end + PURPOSE_REACH])
            name += purpose["what"] if purpose else ""
        return Link(name, aspect, sign, bound, unit, found, counted)

    def improves(self, m: Mention, found: Words) -> bool:
        """Whether a verb of change is a deed done to things: «新建美丽乡村170个、提升200个», «机构提升74家»."""
        if m.kind != "count" or found.word != IMPROVE or m.unit in RANK_UNITS:
            return False
        return found.subject != "" or (m.linked and self.history != [] and delivery(self.history[-1]) != "")

    def improve(self, found: Words) -> None:
        """Make the verb a part of the name: of what was named before, or of what stands before it."""
        if found.subject:
            self.verb = ""
        else:
            found.verb = found.word
        found.subject += found.word
        found.predicate = ""

    def strives_on(self, m: Mention) -> bool:
        """Whether the number is more of the growth before it: «增长6.5%左右，力争达到7%»."""
        grown = self.head is not None and self.head.aspect == "growth"
        return grown and self.history != [] and MORE.match(m.pre) is not None

    def moves_on(self, m: Mention) -> bool:
        """Whether the number is the other end of a rate of growth: «增速由4月的1%回升至8%»."""
        grown = self.head is not None and self.head.aspect == "growth"
        return grown and self.last_end == m.start - len(m.pre) and REACHES.match(m.pre) is not None

    def goes_on(self, m: Mention) -> bool:
        """Whether a count stands in the clause right behind the last figure: «建成新线20公里，复线10公里»."""
        if self.text[self.last_end : m.clause] not in ("，", "、") or not self.history:
            return False
        before = self.history[-1]
        if m.pre.startswith(STRIVING):
            return False
        alike = m.kind == "count" or (m.kind == "measure" and m.unit == self.unit)
        return alike and len(before) <= BRIEF and before not in delivering()

    def divisor(self, m: Mention) -> str:
        """«由每人每月85元提高到100元»: the other end of a change has the divisor of the first."""
        if self.unit.startswith(m.unit + "/") and REACHES.match(m.pre):
            return self.unit[len(m.unit) + 1 :]
        return ""

    def follower(self, m: Mention, head: Link) -> Link:
        """A further value of a list: it shares the words before the first."""
        self.given += 1
        name = self.names[self.given] if self.given < len(self.names) else head.name
        self.origin = head.origin
        mark = mark_of(m) or (mark_of(m.head.group[-1]) if m.head else "")
        per = head.unit[len(m.unit) + 1 :] if head.unit.startswith(m.unit + "/") else ""
        return Link(name, head.aspect, head.sign, bound_of(m, head.words, mark), unit_of(m, per), head.words)

    def rank(self, m: Mention) -> Link:
        """«居全国第3位», «全省第一»."""
        name = ranked(m.pre)
        contest = CONTESTED.search(context.previous_clause(self.text, m)) if name in ("", *OURS) else None
        name = (contest["what"] or contest["list"]) if contest else "" if name in OURS else name
        found = Words(name)
        if name and m.group:
            self.names, self.given = split_names(name, 1 + len(m.group)) or self.each(name, 1 + len(m.group)), 0
            if all(ATTRIBUTE.match(each) for each in self.names):
                self.names = [self.owned(m, each) for each in self.names]
            name = self.names[0] if self.names else name
        if m.joined and self.given + 1 < len(self.names):
            self.given += 1
            name = self.names[self.given]
        elif not name:
            self.names, self.given = (self.several(m, found, 1 + len(m.group)) if m.group else []), 0
            listed = "" if self.history or self.names else strongest(m.pre)
            name = self.names[0] if self.names else listed or self.elided(m, found)
        elif ATTRIBUTE.match(name):
            name = self.owned(m, name)
        return Link(name, "rank", 1, "max" if m.q.quote.startswith("前") else "exact", "位", found)

    def each(self, attribute: str, n: int) -> list[str]:
        """«甲企业12家、乙企业85家，总量分别居第2位、第1位»: an attribute of each of the last names."""
        recent = list(dict.fromkeys(self.history))[-n:]
        return [noun_of(name) + attribute for name in recent] if ATTRIBUTE.match(attribute) and len(recent) == n else []

    def subject(self, m: Mention, found: Words) -> str:
        """The indicator before its value, or the first of several: «地区生产总值增长6%»."""
        self.names, self.given = [], 0
        if found.predicate == "versus":
            recent = [] if found.subject else list(dict.fromkeys(self.history))[-1 - len(m.group) :]
            if m.group and len(recent) == 1 + len(m.group):  # 分别增长22%和35%，高于平均增速10.1和23.1个百分点
                self.names = [name + found.word for name in recent]
                return self.names[0]
            self.going_on = found.subject or SHARE_OF.sub("", self.elided(m, found))
            return self.going_on + found.word
        monthly = MONTHLY.match(found.subject)
        if monthly:  # the months tell when, the list is of one thing
            found.subject = monthly["what"]
        elif m.group:
            self.names = self.several(m, found, 1 + len(m.group))
            if self.names:
                return self.names[0]
        if found.word == EARNING and found.subject.endswith(HEADS):  # 贫困户人均增收1400元
            return found.subject + found.word
        subject = named(found)
        work = self.work(m, found) if subject == found.verb != "" and not self.history else ""
        if work:  # 加快旧村改造，新开工3万套
            return subject + work
        if found.stem.startswith("的") and self.history:  # 现行8%的税率降至6%
            return self.history[-1]
        daily = DAILY.match(subject)
        if daily and self.history:
            return with_verb(self.history[-1], subject)
        if subject and subject == found.verb and subject not in INTRANSITIVE and self.goes_on(m):
            return subject if m.unit == "人" and subject in OF_PEOPLE else with_verb(self.history[-1], found.verb)
        resident = RESIDENT.match(self.history[-1]) if self.history and RESIDENT.fullmatch(subject) else None
        if resident and m.kind != "count":
            return subject + self.history[-1][resident.end() :]
        level = CLASS_OF.match(subject)
        if level and self.history:
            return of_class(self.history[-1], level["level"])
        passing = PASSING_SIZE.match(subject) if m.kind == "count" and self.history else None
        if passing:
            return passing["size"] + "的" + noun_of(self.history[-1]).rpartition("元的")[2]
        sized = SIZED.match(subject)
        if sized and self.history and self.history[-1].endswith(sized["noun"]):
            return delivery(self.history[-1]) + subject
        if INVESTED_SO.match(subject) and self.history and self.history[-1].endswith(INVESTMENT):
            return self.history[-1]
        if INVESTED.match(subject) and (projects := self.projects()):
            return projects + subject
        bare = 0 < len(subject) <= BARE and not ATTRIBUTE.match(subject) and not m.pre.endswith(ORIGIN)
        if (
            bare
            and self.verb
            and not found.verb
            and not found.predicate
            and PASSING not in found.bounds
            and self.goes_on(m)
        ):
            return self.listed(m, found, self.history[-1])
        if AVERAGE.match(subject):
            raised = OBJECT.search(context.previous_clause(self.text, m))
            if not raised and subject in HEADS and self.history and subject not in self.history[-1]:
                return subject + without_delivery(self.history[-1])
            subject = raised["what"] if raised else ""
        if not subject:
            return self.elided(m, found)
        if self.history and subject.endswith("率") and subject[:-1] == self.history[-1][-len(subject) + 1 :]:
            return without_delivery(self.history[-1]) + "率"
        owner = ACCOUNT_OWNER.match(without_delivery(self.history[-1])) if self.history else None
        if owner and ACCOUNT.fullmatch(subject):
            return owner.group() + subject
        if self.industry and PROFIT.fullmatch(subject):
            return self.industry + subject
        if self.history and subject in COUNTERPARTS:
            return counterpart(self.history[-1], subject)
        if subject == ECONOMY and found.predicate == "rise":
            return subject + found.word
        if PART_OF_ALL.match(subject) and found.predicate in CHANGES and (before := self.spoken_of()):
            return subject + before
        alone = subject == TAXES and bool(self.history) and WHOLE_ECONOMY.search(self.history[-1]) is not None
        if ATTRIBUTE.match(subject) and not alone:
            self.verb = ""
            return self.owned(m, subject)
        if m.linked and self.history and not found.predicate:
            per = PER_HEAD.match(self.history[-1])
            return (per.group() if per else "") + self.listed(m, found, self.history[-1])
        self.verb = found.verb
        self.part = self.measure_of_whole(m, found, subject)
        return lists.before_noun(subject, found.verb) + self.part

    def measure_of_whole(self, m: Mention, found: Words, subject: str) -> str:
        """«肉类总产量增长5%，其中猪肉增长6%»: the measure that a part takes over, or the empty string."""
        if not self.history or MEASURED_NAME.search(subject):
            return ""
        if m.linked and self.part and TRADE.search(subject):  # 其中信息传输业增长25%、租赁业增长18%
            return self.part
        if not m.pre.startswith(OF_WHICH):
            return ""
        if m.kind == "money" and found.verb == "" and TRADE.search(subject):  # 其中装备制造业完成260亿元
            whole = MEASURED_NAME.search(self.history[0])
            return whole.group() if whole else ""
        if m.kind != "percent" or found.predicate not in CHANGES:
            return ""
        if self.history[-1].endswith(PRODUCT):
            return VALUE_ADDED if SECTOR.match(subject) else ""
        whole = MEASURED_NAME.search(self.history[-1])
        return whole.group() if whole else ""

    def projects(self) -> str:
        """The projects whose sums are told one after the other, or the empty string."""
        for name in reversed(self.history):
            if name.endswith(PROJECTS):
                return noun_of(name)
            if not any(project in name for project in PROJECTS):
                break
        return ""

    def spoken_of(self) -> str:
        """The last name, of this sentence or before it, as the quantity that a rate of change is of."""
        name = self.history[-1] if self.history else self.topic
        return name.removesuffix(longest_suffix(name, RATES_OF_CHANGE))

    def several(self, m: Mention, found: Words, n: int) -> list[str]:
        """The `n` names that share a list of values, or an empty list where they are not told apart."""
        against = COMPARED_EACH.match(found.subject)
        if against:
            return self.against_each(m, against, n)
        if found.predicate in CHANGES:
            found.subject = DRAWN.sub("", found.subject)
        rate = found.subject if found.subject in RATES_OF_CHANGE else ""
        if found.subject and not rate:
            each = DONE_EACH.search(found.subject)
            names = split_names(found.subject[: each.start()] if each else found.subject, n)
            if each:
                names = [name + (each["deed"] or each["done"]) for name in names]
            if not names:
                self.origin = "undivided"
            return names
        if self.numberless(m):
            clause = context.previous_clause(self.text, m)
            measured = context.MEASURED.search(clause) is not None
            spoken = tidy(clause) if measured else context.subject_of(clause)
            if found.predicate in CHANGES:  # 食品和居住价格涨幅较大，分别上涨2%和4%
                spoken = spoken.removesuffix(longest_suffix(spoken, RATES_OF_CHANGE))
            names = split_names(spoken, n)
            if names:
                return [name + rate for name in names]
        recent = list(dict.fromkeys(self.history))[-n:]
        return [name + rate for name in recent] if len(recent) == n else []

    def against_each(self, m: Mention, against: re.Match[str], n: int) -> list[str]:
        """«增速比全国、全市分别高0.5个、1.4个百分点»: one rate against each of several places."""
        places = [place for place in JOINT.split(against["places"]) if place]
        if len(places) != n:
            return []
        what = against["what"]
        what = self.owned(m, what) if ATTRIBUTE.match(what) else what or self.spoken_of()
        return [what + against["against"] + place + (against["how"] or "") for place in places]

    def listed(self, m: Mention, found: Words, before: str) -> str:
        """A further item of a list takes over the verb: «新增平台9个、特色基地2家», «制定法规3件、修订1件»."""
        if found.subject in INTRANSITIVE:
            return found.subject
        if found.stem.startswith(LIGHT_VERBS):  # 接待游客30万人次、实现旅游收入40亿元
            self.verb = ""
        if found.subject == found.verb:
            return with_verb(before, found.verb)
        if m.kind == "money" and FOR_PEOPLE.match(self.verb):
            self.verb = ""
        if found.verb or not self.verb or OWN_DEED.search(found.subject) or self.another_deed(found.subject):
            self.verb = found.verb
            return lists.before_noun(found.subject, found.verb)
        if found.subject in PAPERS or (found.subject in KINDS and before[-len(found.subject) :] in KINDS):
            return before[: -len(found.subject)] + found.subject
        return self.verb + found.subject

    def another_deed(self, subject: str) -> bool:
        """Whether what is built or new before is not done to this: «新建住宅9万平方米，商铺销售5万平方米»."""
        return BUILDING.match(self.verb) is not None and DEED_NAMED.search(subject) is not None

    def counted(self, m: Mention, found: Words, post: str) -> str:
        """«新建14家研究院», «5家企业通过认定»: the noun stands after the number."""
        self.names, self.given = [], 0
        noun = AMONG_THEM.sub("", IN_PROGRESS.sub("", CAUSING.split(BESIDE.split(post.removeprefix("的"))[0])[0]))
        people = PEOPLE.match(noun) if m.unit == "人" else None
        if people:
            return people.group()
        whole = WHOLE_OF.search(m.pre) if post.startswith("的") else None
        if whole:
            return WHOLE_DEED.sub("", noun) + whole["what"]
        thing = INVESTED_THING.match(post) if m.kind == "money" and WHOLE_OF.fullmatch(found.subject) else None
        if thing:
            return thing["thing"] + found.subject
        subject = found.subject
        if m.kind == "percent" and SPREAD.match(subject):
            return self.elided(m, found) + subject + noun
        if not subject and self.history and m.kind == "percent" and OF_ALL.match(noun):
            return self.history[-1] + noun
        if not subject and m.linked and self.verb:
            return self.verb + noun
        if REACHING.match(subject) and self.history:
            return without_delivery(self.history[-1]) + subject + noun
        if m.kind == "time":
            return self.streak(m, found, noun)
        if m.kind == "percent" and post.startswith("的") and not found.verb:  # 餐饮、住宿等行业现行8%的税率
            return subject + noun
        lead = lists.before_count(subject, found.verb, noun) or (self.verb if m.linked else "")
        self.verb = found.verb if lead else ""
        return lead + noun + (self.deed(m, noun) if lead in COMPLETING else "")

    def deed(self, m: Mention, noun: str) -> str:
        """«完成20所中小学、15所幼儿园建设»: the deed that stands behind the last noun of the list."""
        if m.follower is None:
            return ""
        end = min(m.end + DEED_REACH, m.sentence[1])
        behind = DEED_BEHIND.match(context.MARKS.split(self.text[m.end : end])[0])
        return behind["deed"] if behind and not noun.endswith(behind["deed"]) else ""

    def streak(self, m: Mention, found: Words, what: str) -> str:
        """«连续16年位居全国首位»: what goes on, and of what where that was named before."""
        subject = STREAK_WORD.sub("", found.subject)
        if ATTRIBUTE.match(subject):
            subject = self.owned(m, subject)
        elif not subject and ENDURING.match(what):
            subject = self.elided(m, found)
        self.going_on = subject
        return subject + what

    def fallen(self, m: Mention, found: Words) -> str:
        """«平均压减时间58%、材料52%»: what falls, or the empty string where nothing does."""
        falling = FALLING.search(found.subject)
        noun = falling["noun"] if falling else found.subject
        stem = found.subject[: falling.start()] if falling else ""
        if not falling and not (m.linked and self.falling and not found.predicate and noun in COSTS):
            return ""
        if m.linked and self.history and len(stem) < STEM:
            return COST.sub("", self.history[-1]) + noun
        return self.owned(m, stem + noun) if len(stem) < STEM else stem + noun

    def owned(self, m: Mention, attribute: str) -> str:
        """An attribute with its owner: the last figure, or what the clause before speaks of."""
        self.origin = "owned"
        if not self.history:
            spoken = context.clause_subject(self.text, m) or context.sentence_subject(self.text, m)
            return spoken + attribute
        spoken = context.clause_subject(self.text, m) if self.numberless(m) else ""
        if spoken:
            return spoken + attribute  # 第三产业加快发展，对经济增长的贡献率
        owner = SHARE_OF.sub("", noun_of(self.history[-1]))
        if owner.endswith(attribute):  # 总量连续31年居首位
            return owner
        if attribute.endswith("率") and (rate := RATE.search(owner)):  # 建议办复率100%，满意率98%
            return owner[: rate.start()] + attribute
        if m.linked and ACCOUNT.fullmatch(attribute) and (line := ACCOUNT.search(owner)):
            return owner[: line.start()] + attribute
        if attribute.endswith(OUTPUT_VALUE):  # 茶叶产量3万吨，综合产值70亿元
            owner = owner.removesuffix(OUTPUT)
        kept = len(owner) <= 4 or attribute in RATES_OF_CHANGE or attribute.startswith(SHARE)
        return (owner if kept else MEASURE_NOUN.sub("", owner)) + attribute

    def elided(self, m: Mention, found: Words) -> str:
        """No subject before the number: what the clause before, the last figure or the sentence before speaks of."""
        between = context.clause_subject(self.text, m) if self.numberless(m) else ""
        if not self.history:
            between = between or self.work(m, found)
            self.origin = "clause" if between else "far"
            return between or self.topic
        if context.MEASURED.search(between) or (between and self.told_of_part(m)):
            return between
        if self.before in ("owned", "carried"):
            self.origin = "carried"
            before = self.amounts.get(m.unit, "")  # 总产量78亿斤，单产提高1%，稳定在75亿斤以上
            if before and self.unit != m.unit and found.predicate == "level":
                return before
        name = OF_ALL_PLACES.sub("", REACHED.split(self.history[-1])[0])
        if found.word in RATES_OF_CHANGE:
            name = SHARE_OF.sub("", name)
        if "累计" in found.adverbs or found.predicate == "level" or PASSING in found.bounds:
            noun = without_delivery(name)
            name = NEWLY.sub("", name if BARE_MEASURE.match(noun) else noun)
        return name if len(name) > 1 else self.history[-1]

    def told_of_part(self, m: Mention) -> bool:
        """Whether the clause before turns to a part of the whole: «其中高速公路从无到有，达到210公里»."""
        return context.previous_clause(self.text, m).startswith(OF_WHICH)

    def work(self, m: Mention, found: Words) -> str:
        """«实施“示范食堂”建设行动，今年完成1000家»: what the clause before takes up, or the empty string."""
        if m.kind != "count" or found.predicate in CHANGES:
            return ""
        taken = WORK.search(context.previous_clause(self.text, m))
        return taken["work"] if taken else ""

    def numberless(self, m: Mention) -> bool:
        """Whether a clause without figure stands between the last figure and this one, or none came before."""
        return not self.history or "，" in self.text[self.last_end : m.clause - 1]


def noun_of(name: str) -> str:
    """The noun of a name, its verb kept where the noun says nothing alone: «新开工项目», «在建的重点项目»."""
    noun = without_delivery(name)
    return name if noun in KINDS or noun.startswith(PROJECTS) or BARE_MEASURE.match(noun) else noun


def with_verb(before: str, verb: str) -> str:
    """What a verb alone takes over: «制定法规3件、修订1件», «新能源开工500万千瓦、投产300万千瓦»."""
    before = TOTAL_OF.sub("", before)
    last = longest_suffix(before, delivering(), 4)
    if last and not longest_prefix(before, delivering()):
        return before[: -len(last)] + verb
    return verb + without_delivery(before)


def of_class(before: str, level: str) -> str:
    """«新增众创空间12家，其中国家级2家»: what was counted before, in one class of it."""
    name = LEVEL_OF.sub("", before)
    verb = delivery(name)
    return verb + level + name[len(verb) :]


def counterpart(before: str, subject: str) -> str:
    """«一般公共预算收入增长2%、支出6000亿元»: the other side of what was named."""
    for one, other in COUNTERPARTS.items():
        if subject == other and before.endswith(one):
            return before[: -len(one)] + subject
    return subject


def named(found: Words) -> str:
    """The subject of a value without what it reached before, what drives it, and of what it is the first."""
    subject = REACHED.split(found.subject)[0] or found.subject
    subject = ACCOUNT_DONE.sub("", LIGHT.sub("", BECAME.sub("", subject)))
    second = SECOND_ACT.search(subject)
    if second:
        subject = tidy(subject[second.end() :])
    owner, mark, attribute = subject.rpartition("、")
    if mark and ATTRIBUTE.match(attribute):  # 电厂三期建成投产、总装机
        ended = longest_suffix(owner, delivering(), 4)
        return owner[: len(owner) - len(ended)] + attribute if ended else subject
    first = FIRST_OF_ALL.search(subject)
    if first:
        return subject[first.end() :]
    return DRAWN.sub("", subject) if found.predicate in CHANGES else subject
