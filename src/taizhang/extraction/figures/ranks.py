"""What holds a rank."""

from __future__ import annotations

from taizhang.extraction.figures.predication import tidy
from taizhang.extraction.figures.rules import pattern

SCOPE = pattern("ranks.scope")
VERB = pattern("ranks.verb")
INNER = pattern("ranks.inner")
CONTEST = pattern("ranks.contest")
AMONG, STRONGEST = pattern("ranks.among"), pattern("ranks.strongest")
AMONG_PLACES = pattern("ranks.among_places")
SCOPE_BEFORE = pattern("ranks.scope_before")
ALSO, LISTED = pattern("ranks.also"), pattern("ranks.listed")
VERB_REACH = 12


def ranked(pre: str) -> str:
    """What holds the rank that follows `pre`, or the empty string where it is elided.

    «高铁里程居全国» → «高铁里程»; «北京稳居自然指数全球» → «自然指数»; «在国家综合测评中位列» → «国家综合测评».
    """
    scope = SCOPE.search(pre)
    s = AMONG.sub("", pre[: scope.start()] if scope else pre)
    verb = VERB.search(s, max(0, len(s) - VERB_REACH))
    if verb:
        s = AMONG_PLACES.sub("", SCOPE_BEFORE.sub("", AMONG.sub("", s[: verb.start()])))
        contest = CONTEST.search(s)
        s = contest[1] if contest else s
    else:
        inner = [found.end() for found in INNER.finditer(s)]
        s = s[inner[-1] :] if inner else s
    return LISTED.sub("", ALSO.sub("", tidy(s)))


def strongest(pre: str) -> str:
    """The list of the strongest that a rank is in, or the empty string: «荣登投资潜力百强县» → «投资潜力百强县»."""
    listed = STRONGEST.search(pre)
    return listed["list"] if listed else ""
