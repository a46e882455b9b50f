"""The parts of a report: which of its sentences look back, plan, close or explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from taizhang.model import Section, SectionKind, View
from taizhang.reading.headings import ADDRESS, NUMBERED, STYLES, TITLE_LENGTH, heading_tree, paragraphs, style_of
from taizhang.reading.lines import Span
from taizhang.reading.section_words import leads, title_kinds, words

ENDED = re.compile(r"[。！？；：:!?…”]$")
ADDRESSED = re.compile(r"(?:各位代表|同志们)[！：:，,!\s]*")
SUBMITTED = re.compile(r"审议|审查")
# «一、二季度经济» and «一、二、三产业» count; «一、一年接着一年干» is a heading.
COUNTING = re.compile(r"[一二三四五六七八九十]、[一二三四五六七八九十](?:、|季度|产|线|类|级|期|次|号)")
OPENING_PARAGRAPHS = 6  # the request for deliberation stands within these after the salutation
CLOSING_PARAGRAPHS = 4  # paragraphs that may follow the last appeal before annexes or end
UNNUMBERED = 42  # characters of a top heading without a number


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a part begins: index of its first paragraph, and of its heading's paragraph if it has one."""

    at: int
    kind: SectionKind
    heading: bool = False


class Speech:
    """The paragraphs of one report while its parts are told."""

    def __init__(self, view: View, year: int | None) -> None:
        self.view = view
        self.year = year
        self.spans: list[Span] = list(paragraphs(view.text))
        self.texts = [view.text[start:end] for start, end in self.spans]
        self.style = "part"
        if any(style_of(text, 0, len(text)) == "chapter" and len(text) < TITLE_LENGTH for text in self.texts):
            self.style = "chapter"

    def said(self, i: int) -> str:
        """A paragraph without its number and without the address to the deputies."""
        text = self.texts[i]
        match = NUMBERED.match(text) or ADDRESSED.match(text)
        return text[match.end() :] if match else text

    def is_address(self, i: int) -> bool:
        """Whether a paragraph does nothing but address the deputies."""
        return ADDRESSED.fullmatch(self.texts[i]) is not None

    def begin(self, i: int) -> int:
        """`i`, or the paragraph before it where that one only addresses the deputies."""
        return i - 1 if i and self.is_address(i - 1) else i

    def is_top(self, i: int) -> bool:
        """Whether a paragraph is a heading of the highest order."""
        text = self.texts[i]
        if i and text == self.texts[i - 1]:  # a page that repeats the heading of the one before
            return False
        title = text[: text.find("。")] if "。" in text else text
        if style_of(text, 0, len(text)) == self.style:
            return len(title) <= TITLE_LENGTH and not COUNTING.match(text)
        plain = len(text) <= UNNUMBERED and not NUMBERED.match(text) and not ENDED.search(text)
        return plain and bool(set(title_kinds(text, self.year)) - {"annex"})


def section_tree(view: View, year: int | None) -> tuple[Section, ...]:
    """The parts of a cleaned report with their headings; empty where the text shows no part.

    They tile the view: each sentence lies in exactly one part.
    """
    speech = Speech(view, year)
    marks = list(told(speech))
    return tuple(
        part(speech, mark, following.at if following else len(speech.spans))
        for mark, following in zip(marks, [*marks[1:], None], strict=False)
    )


def part(speech: Speech, mark: Mark, stop: int) -> Section:
    """A part from its mark to the paragraph `stop`, with the headings inside it."""
    start, end = speech.spans[mark.at][0], speech.spans[stop - 1][1]
    title, inner = "", start
    if mark.heading:
        text = speech.texts[mark.at]
        title = text[: text.find("。")] if "。" in text else text
        inner = start + len(title)
    children = () if mark.kind in ("preamble", "closing") else heading_tree(speech.view, inner, end)
    return Section(mark.kind, title, *speech.view.span(start, end), children)


def told(speech: Speech) -> Iterator[Mark]:
    """The marks of all parts, in order; none where nothing tells that this is a report."""
    count = len(speech.texts)
    first = preamble_end(speech)
    closing, annex = ending(speech, first)
    tops = [i for i in range(first, closing) if speech.is_top(i)]
    if not tops and not any(ADDRESS.match(text) for text in speech.texts[:first]):
        return
    if first:
        yield Mark(0, "preamble")
    if first < closing:
        yield from body(speech, first, closing, tops)
    if closing < annex:
        yield Mark(closing, "closing")
    if annex < count:
        yield from annexes(speech, annex)


def preamble_end(speech: Speech) -> int:
    """The index of the first paragraph after title page, salutation and request for deliberation."""
    addresses = (i for i, text in enumerate(speech.texts[:60]) if ADDRESS.search(text))
    address = next(addresses, None)
    begin = 0 if address is None else address + 1
    for i in range(begin, min(begin + OPENING_PARAGRAPHS, len(speech.texts))):
        if speech.is_top(i):
            return i
        if address is not None and SUBMITTED.search(speech.texts[i]):
            return i + 1
    if address is not None:
        return begin
    return next((i for i in range(len(speech.texts)) if speech.is_top(i)), 0)


def ending(speech: Speech, first: int) -> tuple[int, int]:
    """The index where the closing words begin and the one where the annexes begin.

    Both are the number of paragraphs where there are none; a text without closing words has its
    annexes looked for in its second half.
    """
    count = len(speech.texts)
    appeals = [i for i in range(first, count) if leads(speech.texts[i], "closing", speech.year)]
    middle = first + (count - first) // 2
    last = appeals[-1] if appeals and appeals[-1] >= middle else farewell(speech, first)
    after = middle if last is None else last + 1
    annex = next((i for i in range(after, count) if is_annex(speech, i)), count)
    if last is None or annex - last > CLOSING_PARAGRAPHS:
        return annex, annex
    return speech.begin(last), annex


def farewell(speech: Speech, first: int) -> int | None:
    """The last paragraph of a speech that ends in an address to the deputies and an exclamation."""
    last = len(speech.texts) - 1
    addressed = last > first and (ADDRESS.match(speech.texts[last]) or speech.is_address(last - 1))
    return last if addressed and speech.texts[last].endswith(("！", "!")) else None


def is_annex(speech: Speech, i: int) -> bool:
    """Whether a paragraph is the heading of an annex."""
    text = speech.texts[i]
    return (
        len(text) <= UNNUMBERED and not ENDED.search(text.rstrip("：:")) and "annex" in title_kinds(text, speech.year)
    )


def annexes(speech: Speech, first: int) -> Iterator[Mark]:
    """A mark for each annex; headings that follow one another directly are one."""
    for i in range(first, len(speech.texts)):
        if i == first or (is_annex(speech, i) and not is_annex(speech, i - 1)):
            yield Mark(i, "annex", heading=True)


def body(speech: Speech, first: int, closing: int, tops: Sequence[int]) -> Iterator[Mark]:
    """The marks from the review to the end of the plans."""
    titled = any("plan_year" in title_kinds(speech.texts[i], speech.year) for i in tops)
    headed = set(tops)
    bounds = [*([first] if first not in headed and first < closing else []), *tops]
    kind: SectionKind = "review"
    marks: list[Mark] = []
    for begin, stop in pairwise([*bounds, closing]):
        kinds = kinds_of(speech, begin, stop, kind, first_part=not marks)
        heading = begin in headed
        marks.append(Mark(begin, kinds[0], heading))
        marks += turns(speech, begin + heading, stop, kinds, titled)
        kind = marks[-1].kind
    yield from merged(with_self_building(speech, marks, closing))


def kinds_of(speech: Speech, begin: int, stop: int, before: SectionKind, first_part: bool) -> list[SectionKind]:
    """What a part is by its heading, else by its first words, else what the part before it was."""
    by_title: list[SectionKind] = [kind for kind in title_kinds(speech.texts[begin], speech.year) if kind != "annex"]
    if by_title and speech.is_top(begin):
        return by_title
    for i in range(begin, min(begin + 1 + speech.is_top(begin), stop)):
        for lead in ("plan_multi_year", "plan_year"):
            if leads(speech.said(i), lead, speech.year):
                return [lead]
    if first_part:
        return ["review"]
    return ["plan_year" if before in ("review", "self_building") else before]


def turns(speech: Speech, begin: int, stop: int, kinds: Sequence[SectionKind], titled: bool) -> Iterator[Mark]:
    """Where a part turns to another kind: a heading of several kinds, or a plan without a heading."""
    now = kinds[0]
    for i in range(begin, stop):
        turn = turned(speech, i, stop, now, kinds, titled)
        if turn and turn != now:
            now = turn
            yield Mark(speech.begin(i), turn, heading=bool(NUMBERED.match(speech.texts[i])))


def turned(
    speech: Speech, i: int, stop: int, now: SectionKind, kinds: Sequence[SectionKind], titled: bool
) -> SectionKind | None:
    """The kind that a paragraph turns to, none where it goes on."""
    said = speech.said(i)
    if leads(said, "plan_year", speech.year) and ("plan_year" in kinds or not titled) and now != "plan_year":
        return "plan_year"
    if "plan_multi_year" not in kinds or now == "plan_year":
        return None
    if leads(said, "plan_multi_year", speech.year):
        return "plan_multi_year"
    later = any(leads(speech.said(k), "plan_multi_year", speech.year) for k in range(i + 1, stop))
    return "review" if later and leads(said, "review", speech.year) else None


def with_self_building(speech: Speech, marks: Sequence[Mark], closing: int) -> Iterator[Mark]:
    """The marks with those for the government's own work inside the plans, and for what follows it."""
    done = any(mark.kind == "self_building" for mark in marks)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        yield mark
        stop = following.at if following else closing
        if mark.kind == "self_building":
            yield from plan_again(speech, mark.at + 1, stop)
        elif mark.kind in ("plan_year", "plan_multi_year") and not done:
            at = numbered_self_building(speech, mark.at + 1, stop) or addressed_self_building(
                speech, mark.at + 1, stop, last=following is None
            )
            if at:
                heading = bool(NUMBERED.match(speech.texts[at]))
                yield Mark(speech.begin(at), "self_building", heading)
                yield from plan_again(speech, at + 1, stop)


def numbered_self_building(speech: Speech, begin: int, stop: int) -> int | None:
    """The paragraph of a second-order heading on the government's own work, the last one of its plan."""
    pattern = words(speech.year)["self_headings"]["numbered"]
    found = [i for i in range(begin, stop) if STYLES["bracket"].match(speech.texts[i])]
    return next((i for i in found[-2:] if pattern.match(speech.texts[i])), None)


def addressed_self_building(speech: Speech, begin: int, stop: int, last: bool) -> int | None:
    """The paragraph that turns, with an address to the deputies, to the government's own work."""
    if not last:
        return None
    numbered = [i for i in range(begin, stop) if STYLES["bracket"].match(speech.texts[i])]
    for i in range(numbered[-1] + 1 if numbered else begin, stop):
        addressed = ADDRESS.match(speech.texts[i]) or speech.begin(i) != i
        if addressed and leads(speech.said(i), "self_building", speech.year):
            return i
    return None


def plan_again(speech: Speech, begin: int, stop: int) -> Iterator[Mark]:
    """Where the speech turns from the government's own work to other matters of the plan."""
    for i in range(begin, stop):
        if leads(speech.said(i), "plan_again", speech.year) and not NUMBERED.match(speech.texts[i]):
            yield Mark(speech.begin(i), "plan_year")
            return


def merged(marks: Iterator[Mark]) -> Iterator[Mark]:
    """Marks without those that repeat the kind before them and have no heading."""
    last: Mark | None = None
    for mark in marks:
        if last is None or mark.heading or mark.kind != last.kind:
            yield mark
            last = mark
