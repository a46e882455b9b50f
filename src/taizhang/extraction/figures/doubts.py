"""Which figures a person should check first, and why: named rules, each with its reason in words."""

from __future__ import annotations

from taizhang.extraction.figures.linking import Link
from taizhang.extraction.figures.mentions import Mention
from taizhang.extraction.figures.rules import pattern
from taizhang.extraction.figures.sense import mark_of
from taizhang.model import Mode

REASONS = {
    "far": "指标承前省略，取自上一句",
    "clause": "指标取自前面不带数字的分句",
    "owned": "指标由前一项补足",
    "undivided": "几个数值共用一个指标，未能分开",
    "long": "指标较长，可能多带了词",
    "short": "指标过短，可能少带了词",
    "slogan": "可能是概括性的数目",
    "crossed": "一个分句里有两个数量，指标可能交叉",
    "carried": "指标取自由前一项补足的指标",
    "list_bound": "列表末项的“以上”“左右”可能也管这一项",
    "turned": "指标以介词或指代开头，可能取错",
    "several": "数量之后有并列事项，可能只管前一项",
    "particle": "指标里有虚词，可能取多了",
    "threshold": "数量可能只是某一类的门槛",
    "generic": "指标只有泛称，可能缺了限定",
    "later": "句中“预计”写在数量之后，可能也管着它",
    "people": "没有量词，单位是补上的",
}
PARTICLE = pattern("doubts.particle")
GENERIC = pattern("doubts.generic")
TURNED = pattern("doubts.turned")
FORESEEN = pattern("periods.foreseen")
SEVERAL = pattern("doubts.several")
LONGEST = 26
SHORTEST = 2
SHORT_RANKED = 4


def doubt(m: Mention, link: Link, mode: Mode, text: str) -> str | None:
    """The name of the rule that doubts this figure, or none; `text` is the view's."""
    name = link.name
    if link.origin in REASONS:
        return link.origin
    if m.q.quote.endswith("大") or (m.q.chinese and m.kind == "count"):
        return "slogan"
    if m.q.kind == "number" and not m.joined and m.unit == "人":
        return "people"
    if len(name) <= SHORTEST or (m.kind == "rank" and len(name) <= SHORT_RANKED):
        return "short"
    if GENERIC.match(name):
        return "generic"
    if mode == "actual" and FORESEEN.search(text, m.end, m.sentence[1]):
        return "later"
    if TURNED.search(name):
        return "turned"
    if m.post.startswith("的") and m.q.bound in ("min", "max"):
        return "threshold"
    if link.bound == "exact" and m.follower and m.follower.kind == m.kind != "count" and mark_of(m.follower):
        return "list_bound"
    if m.crossed:
        return "crossed"
    if PARTICLE.search(name):
        return "particle"
    if link.counted and SEVERAL.search(name[-12:]):
        return "several"
    if len(name) > LONGEST:
        return "long"
    return None
