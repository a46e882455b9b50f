"""The text of a report as the page cuts it."""

from pathlib import Path

import taizhang
from taizhang.model import Reading
from taizhang.web.report_text import blocks
from tests.readings import TEXT, small_reading


def shown(reading: Reading) -> str:
    return "".join(piece.text for block in blocks(reading) for sentence in block.sentences for piece in sentence.pieces)


def bare(text: str) -> str:
    return "".join(text.replace("#", "").split())


def test_no_character_is_lost_or_doubled() -> None:
    assert bare(shown(small_reading())) == bare(TEXT)


def test_each_record_stands_on_exactly_its_span() -> None:
    reading = small_reading()
    pieces = [piece for block in blocks(reading) for sentence in block.sentences for piece in sentence.pieces]
    for number, figure in enumerate(reading.figures):
        spans = [(piece.start, piece.end) for piece in pieces if piece.figure == number]
        assert (spans[0][0], spans[-1][1]) == (figure.start, figure.end)


def test_a_task_is_a_sentence_of_its_own() -> None:
    reading = small_reading()
    found = [sentence for block in blocks(reading) for sentence in block.sentences if sentence.task is not None]
    assert [(sentence.start, sentence.end) for sentence in found] == [(task.start, task.end) for task in reading.tasks]


def test_real_reports_are_shown_whole(reference: Path) -> None:
    for path in sorted((reference / "reports").glob("*.txt"))[::5]:
        reading = taizhang.read(path)
        text = "\n".join(line for line in reading.report.text.splitlines() if set(line.strip()) - set("-*_"))
        assert bare(shown(reading)) == bare(text), path.name
