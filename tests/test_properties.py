"""What holds of every reading, also of damaged reports: same records, true spans, no exception, linear time."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import taizhang
from taizhang.extraction import extract
from taizhang.model import Reading
from taizhang.reading import read_bytes

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").rglob("*.md"))
SENTENCE = "全市地区生产总值达到1.93万亿元、增长6%左右，居全国第3位，建成北湖大桥"
# Ten times the text may take this many times the time: ten, and room for a busy machine.
ROOM = 25
SHAPES = {
    "glued sentence": (SENTENCE, 100_000),
    "glued sentence with commas": (SENTENCE + "，", 100_000),
    "run of digits": ("7", 10_000),
    "run of Chinese digits": ("三", 10_000),
    "run of full-width digits": ("７", 10_000),
    "coordinated values": ("8%、", 20_000),
    "values without marks": ("12个", 20_000),
    "opened brackets": ("（", 20_000),
    "opened quotes": ("“", 20_000),
    "opened titles": ("《", 20_000),
    "enumerations": ("一是", 20_000),
    "headings": ("一、", 20_000),
    "bracket headings": ("（一）", 20_000),
    "lines": ("一、\n", 20_000),
    "annexes": ("附件1\n", 20_000),
    "full stops": ("。", 20_000),
    "semicolons": ("；", 20_000),
    "blanks": (" ", 20_000),
    "verbs": ("建成", 20_000),
    "events": ("建成大桥", 20_000),
    "aims": ("目标任务", 20_000),
    "addresses": ("各位代表", 20_000),
    "years": ("2019年", 20_000),
    "plans": ("“十四五”", 20_000),
    "from and to": ("由5%提高到", 20_000),
    "notes": ("[1]", 20_000),
    "elements": ("<b>", 20_000),
}


def read(text: str) -> Reading:
    return extract(read_bytes(text.encode(), "mutated"))


def texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def swap_digits(text: str, chance: random.Random) -> str:
    return "".join(chance.choice("0123456789") if c.isdigit() and chance.random() < 0.3 else c for c in text)


def drop_marks(text: str, chance: random.Random) -> str:
    return "".join(c for c in text if c.isalnum() or chance.random() < 0.6)


def cut_lines(text: str, chance: random.Random) -> str:
    return "\n".join(line[: chance.randrange(len(line) + 1)] for line in text.split("\n") if chance.random() < 0.8)


def shuffle_clauses(text: str, chance: random.Random) -> str:
    parts = text.split("，")
    chance.shuffle(parts)
    return "，".join(parts)


def repeat_piece(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at : at + chance.randrange(1, 40)] * chance.randrange(2, 30) + text[at:]


MUTATIONS = (swap_digits, drop_marks, cut_lines, shuffle_clauses, repeat_piece)


def mutants(sources: list[str], count: int) -> Iterator[str]:
    """Pieces of reports, damaged in one or two ways; the same ones every time."""
    for seed in range(count):
        chance = random.Random(seed)
        source = sources[seed % len(sources)]
        begin = chance.randrange(max(1, len(source) - 1_000))
        text = source[:400] + source[begin : begin + chance.randrange(200, 2_500)]
        for mutate in chance.sample(MUTATIONS, chance.randrange(1, 3)):
            text = mutate(text, chance)
        yield text or "一"


def assert_true_spans(reading: Reading) -> None:
    text = reading.report.text
    for row in (*reading.figures, *reading.targets, *reading.milestones):
        assert text[row.start : row.end] == row.quote != ""
    for task in reading.tasks:
        assert 0 <= task.start < task.end <= len(text)
        for goal in task.goals:
            assert task.start <= goal.start < goal.end <= task.end
    ends = [task.end for task in reading.tasks]
    assert all(end <= task.start for end, task in zip(ends, reading.tasks[1:], strict=False))
    for top in reading.report.sections:
        for section in top.walk():
            assert 0 <= section.start <= section.end <= len(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_same_bytes_same_records(path: Path) -> None:
    assert taizhang.read(path).to_dict() == taizhang.read(path).to_dict()


def test_every_quote_of_every_report_is_its_span(reference: Path) -> None:
    for text in texts(reference / "reports"):
        reading = read(text)
        assert_true_spans(reading)
        assert reading.to_dict() == read(text).to_dict()


def test_a_sample_of_mutated_reports_is_read_without_exception(reference: Path) -> None:
    for text in mutants(texts(reference / "reports"), 300):
        assert_true_spans(read(text))


@pytest.mark.prove
def test_ten_thousand_mutated_reports_are_read_without_exception(reference: Path) -> None:
    for text in mutants(texts(reference / "reports"), 10_000):
        assert_true_spans(read(text))


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        read(text)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_of_the_text(shape: str) -> None:
    piece, size = SHAPES[shape]

    def text(length: int) -> str:
        return "二、2031年主要任务\n" + piece * (length // len(piece)) + "\n"

    assert seconds(text(size)) < ROOM * max(seconds(text(size // 10)), 0.001)
