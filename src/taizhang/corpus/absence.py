"""Reports that say outright that they set no target: a statement of its own, not a missing value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from taizhang.catalogue import indicator_code

# «没有提出全年经济增速具体目标», «不设定经济增长目标»: a denial, a verb of setting, what is not set, 目标.
ABSENT = re.compile(
    r"(?:没有|未|不再?)(?:提出|设定|设置|设立|设|确定)(?P<name>[^，。；]{2,14}?)(?:的)?(?:具体|量化|数字|年度|预期)*目标"
)


def absences(sentences: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The catalogue codes for which a sentence outside the review of the year says that no target is set.

    `sentences` are rows of the table of that name; the spans are those of the whole sentence.
    """
    for row in sentences:
        if row["kind"] == "review" or "目标" not in row["text"]:
            continue
        for match in ABSENT.finditer(row["text"]):
            name = match["name"].removeprefix("全年").removesuffix("具体")
            if code := indicator_code(name):
                yield {
                    "start": row["start"],
                    "end": row["end"],
                    "code": code,
                    "indicator": name,
                    "sentence": row["text"],
                }
