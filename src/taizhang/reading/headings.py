"""Numbered and run-in headings: which sentences announce what follows, and how they nest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from taizhang.model import Section, View
from taizhang.reading.lines import Span
from taizhang.reading.sentences import sentences

CN = "[一二三四五六七八九十]{1,3}"
# Styles of numbering, each with the pattern that begins a heading.
STYLES = {
    "chapter": re.compile(rf"第{CN}(?:部分|章)[：:、 ]?"),
    "part": re.compile(rf"{CN}、"),
    "bracket": re.compile(rf"[（(]{CN}[）)]"),
    "number": re.compile(r"\d{1,2}(?:[.．](?!\d)|、)"),
    "number_bracket": re.compile(r"[（(]\d{1,2}[）)]|[①-⑳]"),
    "is": re.compile(rf"{CN}(?:是|要)"),
    "ordinal": re.compile(rf"第{CN}[，,]"),
    "dash": re.compile("——"),
}
NUMBERED = re.compile("|".join(f"(?P<{name}>{pattern.pattern})" for name, pattern in STYLES.items()))
ADDRESS = re.compile(r"各位代表|同志们")
# A run-in title is a short sentence without figures before a longer text: «提升重点产业能级。»
RUN_IN = re.compile(
    r"(?!我们|今年|同时|此外|继续(?:加强|加大|做好)|要|让)"
    r"(?:(?:“[^”\n]{1,12}”|[^。！？；\n\d：]){4,30}|[^，。！？；\n\d：]{31,40})。(?=[^\n])"
)
TITLE_LENGTH = 60  # characters that a heading has at most
INLINE_LENGTH = 45
BARE = re.compile(r"[。！？；：]$")


@dataclass(slots=True)
class Node:
    """A heading while the tree grows: style, span of the title and end of its part, in the view."""

    style: str
    start: int
    title_end: int
    end: int
    children: list[Node] = field(default_factory=list)


def style_of(text: str, start: int, end: int) -> str | None:
    """The style of numbering that a sentence begins with, none where it is not numbered."""
    match = NUMBERED.match(text, start, end)
    return match.lastgroup if match else None


def bare_title(title: str) -> str:
    """A heading without its numbering word and without the mark at its end."""
    match = NUMBERED.match(title)
    return BARE.sub("", title[match.end() :] if match else title).strip()


def heading_tree(view: View, start: int, end: int) -> tuple[Section, ...]:
    """The headings between two places of the view, nested, as sections without a kind.

    Styles nest in the order in which they first appear. A heading reaches to the next one of its
    own or a higher style; run-in and inline ones end with their paragraph; an address to the
    deputies ends them all.
    """
    root = Node("root", start, start, end)
    stack = [root]
    before = ""
    for at, stop in paragraphs(view.text, start, end):
        if view.text[at:stop] == before:  # a page that repeats the heading of the one before
            continue
        before = view.text[at:stop]
        close(stack, at, inline_styles)
        if ADDRESS.match(view.text, at, stop):
            close(stack, at, lambda style: True)
        for node, inline in headings_of(view, at, stop):
            open_node(stack, node, inline)
    close(stack, end, lambda style: True)
    drop_loose(root)
    return tuple(section(view, node) for node in root.children)


def drop_loose(root: Node) -> None:
    """Take out run-in titles that no heading gathers: a short first sentence beside numbered parts."""
    loose = [node for node in root.children if node.style == "run_in"]
    if len(loose) < 2 or len(loose) < len(root.children):
        root.children = [node for node in root.children if node.style != "run_in"]


def inline_styles(style: str) -> bool:
    """Whether headings of a style end with their paragraph."""
    return style == "run_in" or style.startswith("inline")


def close(stack: list[Node], at: int, closes: Callable[[str], bool]) -> None:
    """End the open headings of the styles that `closes` names, and all below them."""
    for depth, node in enumerate(stack[1:], 1):
        if closes(node.style):
            for closed in stack[depth:]:
                closed.end = at
            del stack[depth:]
            return


def open_node(stack: list[Node], node: Node, inline: bool) -> None:
    """Put a heading at its place in the tree."""
    close(stack, node.start, lambda style: style == node.style or (not inline and inline_styles(style)))
    stack[-1].children.append(node)
    stack.append(node)


def headings_of(view: View, start: int, end: int) -> Iterator[tuple[Node, bool]]:
    """The headings in one paragraph: its own, then those of sentences inside it."""
    spans = list(sentences(view, start, end))
    for i, (at, stop) in enumerate(spans):
        style = style_of(view.text, at, stop) if view.text[stop - 1] not in "；：" else None
        opens_text = i + 1 < len(spans) and not style_of(view.text, *spans[i + 1])
        if i == 0:
            if style and stop - at <= TITLE_LENGTH:
                yield Node(style, at, stop, end), False
            elif not style and RUN_IN.match(view.text, at, end):
                yield Node("run_in", at, stop, end), True
        elif style and opens_text and stop - at <= INLINE_LENGTH:
            yield Node(f"inline_{style}", at, stop, end), True


def section(view: View, node: Node) -> Section:
    """A finished heading as a section of the report, in offsets of its text."""
    stop = node.end - (view.text[node.end - 1] == "\n")
    begin, finish = view.span(node.start, stop)
    title = BARE.sub("", view.text[node.start : node.title_end])
    return Section(None, title, begin, finish, tuple(section(view, child) for child in node.children))


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The spans of the paragraphs of a cleaned text."""
    for match in re.compile(r"[^\n]+").finditer(text, start, len(text) if end is None else end):
        yield match.span()
