"""Milestones: named things that the coming-year part promises to start, finish, set up, win or host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from taizhang.extraction.milestone_rules import VerbRule, rules
from taizhang.extraction.statements import Statement
from taizhang.model import Milestone, SectionKind

PROMISING: frozenset[SectionKind | None] = frozenset({"plan_year", "self_building"})
# A clause and what its marks enclose are bounded, so that a text without marks costs no more than its length.
CLAUSE = re.compile(r"(?:“[^”]{0,200}”|《[^》]{0,200}》|（[^）]{0,200}）|[^，；。：！？]){1,300}+")
LIGHT = re.compile(
    r"(?:(?:并|力争|确保|争取|推动|加快|加速|促进|支持|实现|努力|积极|力促|推进|尽快|尽早|全力|保障|做好|协调|统筹"
    r"|抓好|抓紧|聚焦|靠前|同步|有序|扎实|持续|今年|年内|年底前?|上半年|下半年|\d{1,2}月底?前?)[，、]?)*"
)
# Words between an object and its verb: «6月底前建成», «全线通车». Found at the end, empty where there are none.
HOW_OR_WHEN = re.compile(
    r"(?:力争|确保|年内|今年|年底之?前|上半年|下半年|[一二三四]季度末?前?|\d{1,2}月(?:份|底|初|中旬)?(?:之?前)?|全线|全面|基本|主体|正式|顺利|如期|率先|同步){0,4}$"
)
UNDECIDED = re.compile(
    r"(?:鼓励|引导|允许|吸引|推动企业|支持企业)[^，；]{0,8}$|(?:探索|研究|酝酿|严禁|禁止|避免|控制新?|已经?|尚未|不得)$"
)
MADE_INTO = re.compile(r"[把将使][^，；、]{1,20}$")
# Classes of things of which each has its own place; one plan may name many subjects.
THINGS = {"built", "done", "title", "line", "platform"}
DECIDABLE = {"paper", "title", "meeting", "published"}
AND_SO_ON = re.compile(r"等(?!级|离子|高|额|次|教育)")
# A verb behind a body or paper tells what it is for: «组建铁路公司统一运营地方铁路».
PURPOSE = re.compile(
    r"(?<=公司|集团|中心|平台|基金|机构|联盟|措施|办法|方案)(?=统一|负责|开展|用于|推进|支持|打造|引导|带动|促进)"
)
CLOSING_NOUN = re.compile(r"工作$|(?<=赛|节|会|展)(?:等|系列)?活动$")
OPENING_MARK = re.compile(r"^(?:好|了|起|完善|更新|更加)")
LIST_MARK = re.compile(r"[、和及]")
MEMBER = re.compile("、")
# «甲、乙等5个水厂»: the noun of all stands behind 等, its number left out.
SHARED_NOUN = re.compile(r"(?P<members>[^、等]+(?:、[^、等]+)+)等(?:\d+[个所座条项家处])?(?P<noun>.{2,})")
NAME_END = re.compile(
    r"(?:节|会|赛|杯|汇|”|论坛|周|季|周年|马拉松|基金|公司|集团|委员会|实验室|综合体|园区|示范区|示范市|示范县|试验区|先行区|先导区|创新区|城市|试点|枢纽|公园|中心|基地"
    r"|医院|学校|大学|机场|铁路|公路|高速|大桥|隧道|规划|方案|条例|办法|清单|工程|平台|制度|体系|博物馆|图书馆|体育馆)$"
)
NAMED = re.compile(r"[“《第\da-zA-Z]|国家|全国|省|市|县|中国|世界|国际")
REASONS = {
    "open_list": "并列对象以“等”收尾，可能少带了中心词",
    "long": "事项较长，对象的界限可能不准",
    "unnamed": "对象未具名，可能是泛指",
}
LONG = 48  # characters of a milestone that may hold more than one thing
UNNAMED = 8  # characters of a milestone that hardly leave room for a name
SHORTEST = 3  # characters of an object that can be a name
SHORT_NAME = 2  # characters of a place that stands for its part of a list
LONGEST = 60
LONGEST_LIST = 240  # characters of a coordinated list of objects
NEAR = 24  # characters before a verb that may qualify it


def find_milestones(statements: Sequence[Statement]) -> list[Milestone]:
    """The milestones of the parts on the coming year and on the government itself, in order of start and end."""
    found: list[Milestone] = []
    for statement in statements:
        if statement.kind in PROMISING:
            found += milestones_of(statement)
    return found


def milestones_of(statement: Statement) -> Iterator[Milestone]:
    """The milestones of one statement."""
    for clause in CLAUSE.finditer(statement.text):
        for rule, event in milestones_in(clause.group()):
            span = clause.start() + event.start, clause.start() + event.end
            doubt = doubt_of(clause.group(), event.start, event.end)
            yield Milestone(
                *statement.span(*span),
                statement.quote(*span),
                rule.stage,
                event.object,
                sure="review" if doubt else "certain",
                reason=REASONS[doubt] if doubt else None,
            )


def doubt_of(clause: str, start: int, end: int) -> str | None:
    """The rule of `REASONS` by which a milestone should be looked at, or none."""
    words = clause[start:end]
    if clause.startswith("等", end) and not NAME_END.search(words):
        return "open_list"
    if len(words) > LONG:
        return "long"
    if len(words) < UNNAMED and not NAMED.search(words):
        return "unnamed"
    return None


class Event(NamedTuple):
    """Where a milestone stands in its clause, and what it happens to."""

    start: int
    end: int
    object: str


def milestones_in(clause: str) -> Iterator[tuple[VerbRule, Event]]:
    """The rule and place of each milestone of a clause."""
    left = 0
    for hit in rules().any_verb.finditer(clause):
        if hit.start() < left:
            continue
        for rule in rules().verbs:
            verb = rule.verb.match(clause, hit.start())
            events = READERS[rule.order](rule, clause, left, verb) if verb and decided(rule, clause, verb) else []
            if events:
                yield from ((rule, event) for event in events)
                left = max(event.end for event in events)
                break


def decided(rule: VerbRule, clause: str, verb: re.Match[str]) -> bool:
    """Whether the words before the verb leave the event promised (not «鼓励…设立», «探索建立»)."""
    before = UNDECIDED.search(clause, max(0, verb.start() - NEAR), verb.start())
    return before is None or (rule.kind in DECIDABLE and before.group() in ("探索", "研究", "酝酿"))


def read_before(rule: VerbRule, clause: str, left: int, verb: re.Match[str]) -> list[Event]:
    """Verb, then object: from the verb to each object of the list; «把…建成…» is no event."""
    if MADE_INTO.search(clause, max(left, verb.start() - NEAR), verb.start()):
        return []
    mark = OPENING_MARK.match(clause, verb.end())
    start = mark.end() if mark else verb.end()
    stop = object_end(clause, start)
    members = list(pieces(clause, start, stop))
    if not rules().every.admits(clause[start : members[0][1]]):
        return []
    found = [Event(verb.start(), end, clause[begin:end]) for begin, end in members if admitted(rule, clause[begin:end])]
    undivided = len(members) == 1 and "、" in clause[start:stop]
    if clause.startswith("等", stop) and (undivided or not found):
        stop = len(CLOSING_NOUN.sub("", clause[: start + LONGEST]))
        if admitted(rule, clause[start:stop]):
            found = [Event(verb.start(), stop, clause[start:stop])]
    owners = list(subjects(clause, left, verb.start())) if found and rule.kind == "title" else []
    if len(owners) > 1:
        return [Event(owner, found[0].end, found[0].object) for owner in owners]
    if len(found) == 1 and rule.kind in THINGS:
        return [found[0]._replace(object=name) for name in sharing_a_noun(found[0].object)]
    return found


def sharing_a_noun(words: str) -> list[str]:
    """The objects of a list whose members share the noun at its end; `words` alone where it is no such list.

    «东山、西山供水工程», «时空信息、具身智能等国家中试基地».
    """
    given = SHARED_NOUN.fullmatch(words)
    if given:
        return [member + given["noun"] for member in MEMBER.split(given["members"])]
    *others, last = MEMBER.split(words)
    size = len(others[0]) if others else 0
    if not others or not all(SHORT_NAME <= len(other) <= SHORTEST for other in others) or len(last) < size + SHORTEST:
        return [words]
    return [*(other + last[size:] for other in others), last]


def read_after(rule: VerbRule, clause: str, left: int, verb: re.Match[str]) -> list[Event]:
    """Object, then verb at the end of the clause: from each object of the list to the verb."""
    if verb.end() < len(clause) and clause[verb.end()] not in "、和及":
        return []
    start = after_light_words(clause, left)
    if verb.start() - start > LONGEST_LIST:
        return []
    stop = object_end(clause, start, before_adverbs(clause, start, verb.start()))
    return [
        Event(begin, verb.end(), clause[begin:end])
        for begin, end in pieces(clause, start, stop)
        if admitted(rule, clause[begin:end])
    ]


def read_around(rule: VerbRule, clause: str, left: int, verb: re.Match[str]) -> list[Event]:
    """Verb, object and the word that closes it, for each object of the list."""
    stop = object_end(clause, verb.end())
    tail = rule.object.accept.search(clause, verb.end(), stop) if rule.object.accept else None
    if tail is None or tail.start() - verb.end() < SHORTEST:
        return []
    return [
        Event(verb.start() if begin == verb.end() else begin, tail.end(), clause[begin:end])
        for begin, end in pieces(clause, verb.end(), tail.start())
        if end - begin >= SHORTEST
    ]


def read_after_open(rule: VerbRule, clause: str, left: int, verb: re.Match[str]) -> list[Event]:
    """Owner, verb and object: from each owner of the list to the object."""
    stop = object_end(clause, verb.end())
    if not admitted(rule, clause[verb.end() : stop]):
        return []
    begins = [*subjects(clause, left, verb.start()), verb.start()]
    owners = [Event(begin, stop, clause[begin:end].rstrip("、")) for begin, end in pairwise(begins)]
    return owners or [Event(verb.start(), stop, clause[verb.end() : stop])]


READERS = {"before": read_before, "after": read_after, "around": read_around, "after_open": read_after_open}


def after_light_words(clause: str, left: int) -> int:
    """Where the object begins behind words that only carry the promise (确保, 力争, 年底前)."""
    light = LIGHT.match(clause, left)
    return light.end() if light else left


def before_adverbs(clause: str, start: int, stop: int) -> int:
    """Where the object ends before words of time or manner."""
    adverbs = HOW_OR_WHEN.search(clause, start, stop)
    return adverbs.start() if adverbs else stop


def admitted(rule: VerbRule, words: str) -> bool:
    """Whether the words can be the object of the rule."""
    return SHORTEST <= len(words) <= LONGEST and rules().every.admits(words) and rule.object.admits(words)


def object_end(clause: str, start: int, stop: int | None = None) -> int:
    """The end of the object that begins at `start`, without «等 …» and light closing nouns."""
    stop = min(len(clause), start + LONGEST_LIST) if stop is None else stop
    for mark in AND_SO_ON.finditer(clause, start + 2, stop):
        if outside(clause[start : mark.start()]):
            return mark.start()
    purpose = PURPOSE.search(clause, start + SHORTEST, stop)
    if purpose and outside(clause[start : purpose.start()]):
        return purpose.start()
    closing = CLOSING_NOUN.search(clause, start, stop)
    return closing.start() if closing and closing.end() == stop and closing.start() - start > SHORTEST else stop


def outside(words: str) -> bool:
    """Whether every bracket and quotation mark that the words open is closed."""
    return all(words.count(opened) == words.count(closed) for opened, closed in ("（）", "“”", "《》"))


def pieces(clause: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The members of a coordinated list; a list whose members are no names of their own is one object.

    A member is a name when it has the length of one or ends like one (…节, …区). 和 parts only what ends like one.
    """
    begin = start
    for mark in LIST_MARK.finditer(clause, start, stop):
        member = clause[begin : mark.start()]
        if not outside(clause[start : mark.start()]):
            continue
        named = len(member) >= SHORTEST and NAME_END.search(member)
        if named or (mark.group() == "、" and len(member) > SHORTEST and stop - mark.end() > SHORTEST):
            yield begin, mark.start()
            begin = mark.end()
        elif mark.group() == "、":
            break
    yield begin, stop


def subjects(clause: str, left: int, stop: int) -> Iterator[int]:
    """Where the owners named before a verb begin: «支持孝感、黄冈创建 …»."""
    begin = after_light_words(clause, max(left, stop - LONGEST_LIST))
    if begin < stop:
        yield begin
        yield from (match.end() for match in MEMBER.finditer(clause, begin, stop))
