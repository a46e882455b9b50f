"""An outcome that a person enters by hand: 地区生产总值=增长3.4%@统计公报."""

from __future__ import annotations

from taizhang.language import quantities
from taizhang.model import Aspect, Observation

BY_HAND = "手工录入"
FORM = "write it as INDICATOR=VALUE or INDICATOR=VALUE@SOURCE, such as 地区生产总值=增长3.4%@统计公报"
SENSES: dict[str, Aspect] = {"growth": "growth", "change": "change", "rank": "rank"}


def entered_outcome(words: str, year: int) -> Observation:
    """The observation that `words` state for `year`; falls (下降1.4%) are negative, the source is kept.

    Raises `ValueError` where the words are out of form or do not hold exactly one number.
    """
    indicator, equals, rest = words.partition("=")
    value, _, source = rest.partition("@")
    if not equals or not indicator.strip() or not value.strip():
        raise ValueError(f"{words}: {FORM}")
    stated = quantities(value)
    if len(stated) != 1 or stated[0].value is None:
        raise ValueError(f"{words}: {value.strip()} is not one number; {FORM}")
    one = stated[0]
    assert one.value is not None
    return Observation(
        indicator=indicator.strip(),
        period=str(year),
        value=-one.value if one.direction == "down" else one.value,
        unit=one.unit,
        aspect=SENSES.get(str(one.sense), "value"),
        source=source.strip() or BY_HAND,
    )
