"""The title page: place, level, year, date, session and speaker of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.catalogue.places import Place
from taizhang.model import Level, View
from taizhang.reading.cleaning import HALF_WIDTH
from taizhang.reading.furniture import TITLE, Layout
from taizhang.reading.lines import content_lines, despaced
from taizhang.reading.place_evidence import own_levels, place_in_body, place_of
from taizhang.reading.years import DATE, YEAR, iso_date, number

ORDINAL = r"([一二三四五六七八九十]{1,3}|\d{1,2})"
SESSION = re.compile(rf"第?{ORDINAL}届(?:全国)?(?:人民代表大会|人大)第?{ORDINAL}次(?:全体)?会议")
OFFICE = r"(?:总理|省长|市长|主席|县长|区长|州长|盟长|旗长|专员|主任)(?:（代理?）)?"
SPEAKER = re.compile(
    rf"{OFFICE}\s*[:：]?\s*([\u3400-\u9fff](?: {{0,4}}[\u3400-\u9fff·]){{1,11}})\s*(?:各位代表.*)?[）)]?$"
)
ENDS_IN_OFFICE = re.compile(OFFICE + "$", re.MULTILINE)
AT_SESSION = re.compile(r"^.{0,30}(?:会议|大会)上的?")
SHORT = 14  # characters of a line that holds nothing but a place
BARE_NAME = re.compile(r"[\u3400-\u9fff](?: {0,4}[\u3400-\u9fff]){1,3}$")
TITLE_NAME = re.compile(rf"({YEAR}年)?.{{0,30}}?政府工作(的)?报告")

# Headings of the cleaned text that name the planned or the reviewed year.
SHORT_LINE = re.compile(r"^.{4,45}$", re.MULTILINE)
PLANNED = re.compile(
    rf"({YEAR})年(?!.*(?:回顾|总结|成就|成绩|报告|远景)).{{0,12}}(?:工作|任务|目标|安排|部署|建议)(?!.*。)"
)
REVIEWED = re.compile(rf"({YEAR})年.{{0,14}}(?:回顾|总结|主要工作和|工作情况)(?!.*。)")
OPENING = re.compile(r"代表(.{0,24}?(?:人民政府|国务院|行政公署|行署))")


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the head of a report says of it; `doubts` tells in words what should be looked at."""

    title: str | None
    place: Place | None
    level: Level | None
    year: int | None
    date: str | None
    session: str | None
    speaker: str | None
    doubts: tuple[str, ...]


def title_page(text: str, page: Layout, view: View) -> TitlePage:
    """The title page of the report that `page` bounds in `text`; `view` is its cleaned view.

    Where the stored text has no title page, place and year come from the body and are in doubt.
    """
    head = head_lines(text, page)
    title = title_of(head)
    date = date_of(head)
    session = SESSION.search(despaced("".join(head)))
    place, doubt = place_of_report(head, title, view)
    year, doubts = year_of(title, date, view)
    if title is None and date is None:
        doubts.insert(0, "没有标题页，年份据正文推定")
    if doubt:
        doubts.append(doubt)
    return TitlePage(
        title=title,
        place=place,
        level=place.level if place else next(iter(own_levels(view.text)), None),
        year=year,
        date=date,
        session=f"第{session[1]}届人民代表大会第{session[2]}次会议" if session else None,
        speaker=speaker_of(head, text[: page.salutation or 0]),
        doubts=tuple(doubts),
    )


def head_lines(text: str, page: Layout) -> list[str]:
    """The lines from the title to the salutation, half width, furniture left out."""
    if page.salutation is None:
        return []
    stop = text.find("\n", page.salutation)
    head = text[: len(text) if stop < 0 else stop].translate(HALF_WIDTH)
    return [
        head[start:end]
        for start, end in content_lines(head)
        if start >= page.start and (start, end) not in page.furniture
    ]


def title_of(head: Sequence[str]) -> str | None:
    """The title as printed, without blanks, Markdown marks and what follows it on its line."""
    for line in head:
        bare = despaced(line).lstrip("#")
        if TITLE.match(bare) and (match := TITLE_NAME.match(bare)):
            return AT_SESSION.sub("", match[0])
    return None


def date_of(head: Sequence[str]) -> str | None:
    """The date of the speech: the one beside the session, else a date that stands alone."""
    dates = [(line, match) for line in head if (match := DATE.search(despaced(line)))]
    beside = [match for line, match in dates if SESSION.search(line) or "大会" in line or "会议" in line]
    alone = [match for line, match in dates if len(despaced(line)) <= len(match[0]) + 4]
    found = beside or alone
    return iso_date(found[0]) if found else None


def speaker_of(head: Sequence[str], before: str) -> str | None:
    """The name behind the office, else one that stands alone: beside the office, or confirmed by a caption."""
    for line in head:
        match = SPEAKER.search(line)
        if match and (len(name := despaced(match[1])) <= 4 or "·" in name):
            return name
    for i, line in enumerate(head):
        beside = "".join(head[max(0, i - 1) : i]) + "\n" + "".join(head[i + 1 : i + 2])
        if BARE_NAME.match(line) and (
            ENDS_IN_OFFICE.search(beside) or re.search(OFFICE + despaced(line), despaced(before))
        ):
            return despaced(line)
    return None


def place_of_report(head: Sequence[str], title: str | None, view: View) -> tuple[Place | None, str | None]:
    """The report's place, and what is doubtful about it."""
    congress = [line for line in head if "代表大会" in line or SESSION.search(line)]
    offices = [line for line in head if SPEAKER.search(line) or ENDS_IN_OFFICE.search(line)]
    for line in [*([title] if title else []), *congress, *offices, *(line for line in head if len(line) <= SHORT)]:
        place, settled = place_of(despaced(line), view.text)
        if place:
            return place, None if settled else f"有几个地方叫{place.name}，所属据正文推定"
    opening = OPENING.search(view.text, 0, 3000)
    place, settled = place_of(opening[1], view.text) if opening else (None, True)
    if place and settled and head:
        return place, None
    place = place or place_in_body(view.text)
    return place, "标题页没有地名，地名据正文推定" if place else "看不出是哪个地方的报告"


def year_of(title: str | None, date: str | None, view: View) -> tuple[int | None, list[str]]:
    """The year whose tasks the report sets, and what contradicts it.

    In order of weight: a heading of the plan, title, date (sessions of November and December plan
    the next year), a heading of the review.
    """
    headings = [match[0] for match in SHORT_LINE.finditer(view.text)]
    planned = [number(match[1]) for line in headings if (match := PLANNED.search(line))]
    reviewed = [number(match[1]) for line in headings if (match := REVIEWED.search(line))]
    named = re.search(YEAR, title or "")
    found = {
        "计划部分标题": planned[0] if planned else None,
        "标题": number(named[0]) if named else None,
        "日期": int(date[:4]) + (date[5:7] >= "11") if date else None,
        "回顾部分标题": max(reviewed) + 1 if reviewed else None,
    }
    years = {source: year for source, year in found.items() if year}
    if not years:
        return None, ["看不出报告部署哪一年的工作"]
    year = next(iter(years.values()))
    doubts = [f"年份不一致：{source}为{other}年" for source, other in years.items() if other != year]
    return year, doubts
