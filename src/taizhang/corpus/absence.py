"""Reports that say outright that they set no target: a statement of its own, not a missing value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taizhang.catalogue import indicator_code

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# «没有提出全年经济增速具体目标», «不设定经济增长目标»: a denial, a verb of setting, what is not set, 目标.
ABSENT = re.compile(
    r"(?:没有|未|不再?)(?:提出|设定|设置|设立|设|确定)(?P<name>[^，。；]{2,14}?)(?:的)?(?:具体|量化|数字|年度|预期)*目标"
)
CANDIDATES = (
    "select report, text from sentences where kind <> 'review' and text like '%目标%' and regexp_matches(text, ?)"
)


def absent_targets(connection: DuckDBPyConnection) -> set[tuple[str, str]]:
    """Pairs of report and catalogue code for which the report says that it sets no target."""
    rows = connection.execute(CANDIDATES, ["(没有|未|不再?)(提出|设)"]).fetchall()
    found = set()
    for report, text in rows:
        for match in ABSENT.finditer(text):
            code = indicator_code(match["name"].removeprefix("全年").removesuffix("具体"))
            if code:
                found.add((report, code))
    return found
