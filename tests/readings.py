"""A small reading made by hand, for tests of what comes after extraction."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from taizhang.model import Figure, Goal, Milestone, Reading, Report, Section, Target, Task

TEXT = (
    "苏州市政府工作报告（2020年）\n\n"
    "一、2019年工作回顾\n预计地区生产总值1.93万亿元，增长6%。\n"
    "二、2020年主要任务\n主要预期目标是：地区生产总值增长6%左右，固定资产投资保持增长。\n"
    "1. 加快城市建设。\n新建健身步道200公里。南湖快速路建成通车。\n"
)


def span(quote: str) -> dict[str, int | str]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def place(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def small_reading() -> Reading:
    """Two figures of the review, two targets, one task with a figure and one with a milestone."""
    review, plan = TEXT.index("一、"), TEXT.index("二、")
    area = ("2020年主要任务", "加快城市建设")
    return Reading(
        report=Report(
            text=TEXT,
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            place="苏州市",
            adcode="320500",
            level="city",
            year=2020,
            title="苏州市政府工作报告（2020年）",
            sections=(
                Section("review", "一、2019年工作回顾", review, plan),
                Section("plan_year", "二、2020年主要任务", plan, len(TEXT)),
            ),
        ),
        figures=(
            Figure(
                **span("1.93万亿元"),
                indicator="地区生产总值",
                code="gdp",
                aspect="value",
                unit="元",
                value=Decimal(1930000000000),
                bound="exact",
                mode="estimate",
                period="2019",
            ),
            Figure(
                **span("6%"),
                indicator="地区生产总值",
                code="gdp",
                aspect="growth",
                unit="%",
                value=Decimal(6),
                bound="exact",
                mode="estimate",
                period="2019",
            ),
            Figure(
                **span("200公里"),
                indicator="新建健身步道",
                aspect="value",
                unit="公里",
                value=Decimal(200),
                bound="exact",
                mode="target",
                period="2020",
            ),
        ),
        targets=(Target(**span("保持增长"), indicator="固定资产投资", bound="positive", period="2020"),),
        milestones=(Milestone(**span("南湖快速路建成通车"), stage="finish"),),
        tasks=(
            Task(
                *place("新建健身步道200公里。"),
                title="新建健身步道200公里。",
                path=area,
                goals=(Goal("figure", *place("200公里")),),
                due="2020-12-31",
                due_assumed=True,
                livelihood=True,
            ),
            Task(
                *place("南湖快速路建成通车。"),
                title="南湖快速路建成通车。",
                path=area,
                goals=(Goal("milestone", *place("南湖快速路建成通车")),),
                due="2020-06-30",
                lead=("市交通运输局",),
            ),
        ),
    )
