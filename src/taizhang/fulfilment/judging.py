"""Verdicts on promises from the evidence found: numbers by their condition, acts by what is said of them."""

from __future__ import annotations

from taizhang.fulfilment.word_lists import Deed, answers, deed_pattern, deeds, progress
from taizhang.model import Condition, Context, Figure, Judgement, Stated

# Goals of direction: the words that keep them and those that break them.
DIRECTIONS = {"positive": ("rising", "falling"), "negative": ("falling", "rising")}


def judge_act(deed: Deed, evidence: str) -> Judgement:
    """Whether the clause says that the act was done: by a verb that answers it, or only of work going on."""
    if progress("undone").search(evidence):
        return Judgement("missed", "deed_undone")
    kept_by = answers()[deed.family]
    doing = [match for match in deed_pattern().finditer(evidence) if deeds()[match[0]].family in kept_by]
    if any(not prepared(evidence[: match.start()]) for match in doing):
        return Judgement("met", "deed_done")
    if doing:
        return Judgement("unclear", "deed_announced")
    if progress("under_way").search(evidence):
        if "progress" in kept_by:
            return Judgement("met", "deed_done")
        return Judgement("unclear", "deed_under_way")
    if progress("announced").search(evidence):
        return Judgement("unclear", "deed_announced")
    return Judgement("unclear", "deed_unstated")


def prepared(before: str) -> bool:
    """Whether the words right before a verb make it a preparation: 探索建立, 研究制定."""
    return any(match.end() == len(before) for match in progress("announced").finditer(before))


def judge_figure(condition: Condition, figure: Figure, context: Context) -> Judgement:
    """The verdict on an outcome that is a number or a range: a range must lead to one verdict at both ends."""
    ends = [one for one in (figure.value, figure.low, figure.high) if one is not None]
    judged = [condition.judge(end, context) for end in ends]
    if len({one.verdict for one in judged}) == 1:
        return judged[0]
    return Judgement("unclear", "no_number", goal=judged[0].goal, margin=judged[0].margin)


def stated(words: str, bound: str) -> Stated:
    """What words without a number say of a goal. A bad state does not tell whether it improved."""
    wanted, unwanted = DIRECTIONS.get(bound, (None, None))
    if wanted and unwanted and not progress("failed").search(words):
        if progress(wanted).search(words):
            return "fulfilled"
        return "failed" if progress(unwanted).search(words) else "unsettled"
    if progress("failed").search(words) or progress("worse").search(words):
        return "failed"
    if progress("bad").search(words):
        return "unsettled" if bound == "improve" else "failed"
    if progress("kept").search(words) or progress("good").search(words):
        return "fulfilled"
    return "unsettled"
