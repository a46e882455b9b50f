"""How soon a panel answers: the queries behind the pages, first cold, then warm."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

WORDS = ("就业", "专精特新", "数据中心", "碳达峰碳中和", "义务教育", "展发国家", "熊猫大道")
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """One question: rows found, milliseconds when first asked and at best and worst afterwards."""

    name: str
    rows: int
    first: float
    best: float
    worst: float


def measure(panel: Path) -> list[Answer]:
    """Every question, once and then five times."""
    from taizhang.corpus import connect, search

    connection = connect(panel)
    (year,) = connection.execute("select max(year) - 1 from reports").fetchone() or (0,)
    series = "select * from place_year where code = 'gdp' and adcode = '320000' order by year"
    nation = (
        f"select * from place_year where code = 'gdp' and year = {year} and level = 'province' order by target desc"
    )
    questions: dict[str, Callable[[], int]] = {
        "opening the panel": lambda: len(connect(panel).execute("select 1").fetchall()),
        "indicator series of one province": lambda: len(connection.execute(series).fetchall()),
        "one target over all provinces": lambda: len(connection.execute(nation).fetchall()),
    }
    for word in WORDS:
        questions[f"sentences with {word}"] = lambda word=word: len(list(search(panel, word)))  # type: ignore[misc]
    return [answer(name, ask) for name, ask in questions.items()]


def answer(name: str, ask: Callable[[], int]) -> Answer:
    """Ask once, then again and again."""
    times = []
    rows = 0
    for _ in range(ROUNDS + 1):
        begin = time.perf_counter()
        rows = ask()
        times.append((time.perf_counter() - begin) * 1000)
    return Answer(name, rows, times[0], min(times[1:]), max(times[1:]))


def table(answers: list[Answer]) -> str:
    """The answers as a Markdown table."""
    lines = ["| question | rows | first, ms | warm, ms | slowest warm, ms |", "|---|---:|---:|---:|---:|"]
    for one in answers:
        lines.append(f"| {one.name} | {one.rows} | {one.first:.0f} | {one.best:.0f} | {one.worst:.0f} |")
    return "\n".join(lines)
