"""Page furniture: the lines that belong to the page around a report."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from taizhang.reading.lines import Span, content_lines, despaced

Where = Literal["head", "tail", "any"]

SALUTATION = re.compile(r"(各位代表|同志们|各位委员)\s*[:：，,!！]")
TITLE = re.compile(r"#*.{0,40}政府工作(的)?报告(（.{0,40}）|——.*)?$")
TITLE_BEGIN = re.compile(
    r"(?!.*(政府网|首页|频道|导航))[在\d年\u4e00-\u9fff]{2,30}(省|市|县|区|州|盟|旗|人民政府|代表大会|年)$"
)
DATED_SESSION = re.compile(r"[\d二〇○零０-９]{4}年.{1,12}日.{0,40}(代表大会|人大).{0,20}会议")
CRUMB = re.compile(r"[>＞»]$")
VALUE_LENGTH = 24  # characters that the value under a label has at most
TAIL_LENGTH = 60  # characters of a line after a report that has no closing words
HEAD_LINES = 60  # the salutation stands within these lines, or the text has no title page
# The last words of a report: what follows them may be furniture.
FAREWELL = re.compile(r"各位代表|让我们|紧密团结|奋斗|贡献|篇章|附件|名词")


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of furniture as furniture.toml defines it."""

    name: str
    where: Where
    pattern: re.Pattern[str]
    follows: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the report stands in its text.

    `start`/`end` bound the report; `salutation` is where its speech begins (none where nobody is
    addressed); `furniture` are the spans of other lines, sorted.
    """

    start: int
    end: int
    salutation: int | None
    furniture: tuple[Span, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of furniture.toml."""
    table = tomllib.loads(files("taizhang.reading").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(row["name"], row["where"], re.compile(row["pattern"]), row.get("follows", 0), tuple(row["examples"]))
        for row in table["rule"]
    )


@cache
def combined(*where: Where) -> re.Pattern[str]:
    """One pattern for all rules of some places."""
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules() if rule.where in where))


def layout(text: str) -> Layout:
    """The bounds of the report in `text` and the furniture around and within it."""
    lines = content_lines(text)
    if not lines:
        return Layout(0, 0, None, ())
    address = next((i for i, span in enumerate(lines[:HEAD_LINES]) if SALUTATION.search(text, *span)), None)
    first = first_line(text, lines, address)
    beyond = tail_line(text, lines, address or 0)
    furniture = [*lines[:first], *lines[beyond:]]
    furniture += head_furniture(text, lines[first : address or first])
    furniture += [span for span in lines[address or first : beyond] if is_furniture(text, span, "any")]
    return Layout(
        start=lines[first][0],
        end=lines[beyond - 1][1],
        salutation=None if address is None else lines[address][0],
        furniture=tuple(sorted(set(furniture))),
    )


def is_furniture(text: str, span: Span, *where: Where) -> bool:
    """Whether a line matches a rule for one of the places."""
    return span[1] - span[0] <= 100 and combined(*where).match(text, *span) is not None


def first_line(text: str, lines: Sequence[Span], address: int | None) -> int:
    """The index of the line where the report begins: its title, else session or salutation.

    Breadcrumbs end in or consist of «>»; the line behind the last one is the crumb itself.
    """
    if address is None:
        return 0
    head = lines[:address]
    crumbs = [i for i, span in enumerate(head) if CRUMB.search(text, *span)]
    begin = crumbs[-1] + 2 if crumbs else 0
    for pattern in (TITLE, DATED_SESSION):
        for i in range(begin, address):
            if pattern.match(despaced(text[slice(*head[i])]).lstrip("—（(-")) and not is_furniture(
                text, head[i], "head", "any"
            ):
                return i - title_lines_above(text, head[begin:i])
    return address


def title_lines_above(text: str, head: Sequence[Span]) -> int:
    """How many lines directly above a title belong to it: a place, a government or a congress on its own line."""
    count = 0
    for span in reversed(head):
        if not TITLE_BEGIN.match(despaced(text[slice(*span)])) or is_furniture(text, span, "head", "any"):
            break
        count += 1
    return count


def head_furniture(text: str, head: Sequence[Span]) -> list[Span]:
    """The furniture between title and salutation: labels with their values, captions, buttons."""
    found = []
    follows = 0
    for span in head:
        line = text[slice(*span)]
        if is_furniture(text, span, "head", "any"):
            found.append(span)
            label = next((rule for rule in rules() if rule.follows and rule.pattern.match(line)), None)
            follows = label.follows if label and line[-1] in ":：" else 0
        elif follows and len(line) <= VALUE_LENGTH and not TITLE.match(despaced(line)):
            found.append(span)
            follows -= 1
        else:
            follows = 0
    return found


def tail_line(text: str, lines: Sequence[Span], address: int) -> int:
    """The index of the first line of the furniture after the report (the number of lines if none)."""
    after = address + (len(lines) - address) // 2
    for i in range(after, len(lines)):
        if is_furniture(text, lines[i], "tail") and (
            FAREWELL.search(text, lines[after][0], lines[i][0])
            or all(end - start <= TAIL_LENGTH for start, end in lines[i:])
        ):
            return i
    return len(lines)
