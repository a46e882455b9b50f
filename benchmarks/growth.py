"""How the time of a whole reading grows with the text: a tenfold text should take about ten times as long."""

from __future__ import annotations

import time
from dataclasses import dataclass

from taizhang.extraction import extract
from taizhang.reading import read_bytes

SENTENCE = "全市地区生产总值达到1.93万亿元、增长6%左右，居全国第3位，建成北湖大桥"
SHAPES = {
    "one sentence without full stop": (SENTENCE + "，", 100_000),
    "one run of digits": ("7", 10_000),
    "one run of Chinese digits": ("三", 10_000),
    "a coordinated list": ("8%、", 20_000),
    "opened brackets": ("（", 20_000),
    "numbered headings": ("一是推进建设。", 50_000),
}


@dataclass(frozen=True, slots=True)
class Growth:
    """Processor seconds for a text of `size` characters and for a tenth of it."""

    shape: str
    size: int
    tenth: float
    whole: float


def text_of(piece: str, size: int) -> str:
    """A small report whose only paragraph is `piece` again and again."""
    return "二、2031年主要任务\n" + piece * (size // len(piece)) + "\n"


def seconds(text: str) -> float:
    """Processor seconds for a whole reading of the text, the best of two."""
    rounds = []
    for _ in range(2):
        begin = time.process_time()
        extract(read_bytes(text.encode(), "growth"))
        rounds.append(time.process_time() - begin)
    return min(rounds)


def measure() -> list[Growth]:
    """Every shape in full size and a tenth of it."""
    return [
        Growth(shape, size, seconds(text_of(piece, size // 10)), seconds(text_of(piece, size)))
        for shape, (piece, size) in SHAPES.items()
    ]


def table(rows: list[Growth]) -> str:
    """The rows as a Markdown table."""
    lines = ["| text | characters | seconds | tenth of it | ratio |", "|---|---:|---:|---:|---:|"]
    for row in rows:
        ratio = row.whole / row.tenth if row.tenth else 0.0
        lines.append(f"| {row.shape} | {row.size:,} | {row.whole:.3f} | {row.tenth:.3f} | {ratio:.1f} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    print(table(measure()))


if __name__ == "__main__":
    main()
