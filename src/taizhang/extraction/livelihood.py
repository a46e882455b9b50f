"""Livelihood projects (民生实事): which sentences of a part belong to a list of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from taizhang.extraction.numbering import number_style
from taizhang.extraction.statements import Statement

LIVELIHOOD = re.compile(r"民生实事|为民办?实事|实事项目|惠民实事")
ANNEX_TITLE = 3  # sentences of an annex among which its title stands


def names_projects(statements: Sequence[Statement]) -> list[str]:
    """The titles at the head of an annex that name livelihood projects."""
    return [one.text for one in statements[:ANNEX_TITLE] if LIVELIHOOD.search(one.text)]


def project_rows(statements: Sequence[Statement], headings: Collection[int]) -> set[int]:
    """The statements of lists of livelihood projects: the one that announces a list and its numbered items.

    Headings numbered like the first item («1.医疗卫生方面») belong to the list; any other heading ends it.
    """
    found: set[int] = set()
    style: str | None = None
    for index, statement in enumerate(statements):
        heading = index in headings
        if style and number_style(statement.text) != style and (heading or statement.opens):
            style = None
        if style:
            found.add(index)
        elif not heading and LIVELIHOOD.search(statement.text):
            found.add(index)
            style = number_style(statements[index + 1].text) if index + 1 < len(statements) else None
    return found
