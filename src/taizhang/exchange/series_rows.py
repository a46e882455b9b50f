"""A series as rows and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from taizhang.exchange.comparison_rows import condition_record
from taizhang.exchange.verdict_words import demand, measured
from taizhang.model import SeriesYear, StatedValue
from taizhang.model.reading import plain

SERIES_HEADINGS = ("年份", "目标", "结果", "后来的修订")


def series_rows(years: Sequence[SeriesYear]) -> list[tuple[str, str, str, str]]:
    """Year, target, outcome, revisions, each as printed."""
    return [
        (
            str(year.year),
            demand(year.target) or year.quote or "",
            stated_words(year.outcome) if year.outcome else "",
            "；".join(f"{stated_words(one)}（{one.report_year}年报告）" for one in year.revisions),
        )
        for year in years
    ]


def stated_words(stated: StatedValue) -> str:
    """A stated value as a paper prints it."""
    figure = stated.figure
    return measured(figure.value, figure.unit, figure.aspect)


def series_record(years: Sequence[SeriesYear]) -> list[dict[str, Any]]:
    """Every year as JSON, each outcome with the report and the place that states it."""
    return [
        {
            "year": year.year,
            "target": condition_record(year.target),
            "quote": year.quote,
            "outcomes": [
                {
                    "report_year": one.report_year,
                    "start": one.figure.start,
                    "end": one.figure.end,
                    "quote": one.figure.quote,
                    "value": plain(one.figure.value),
                    "unit": one.figure.unit,
                }
                for one in year.outcomes
            ],
        }
        for year in years
    ]
