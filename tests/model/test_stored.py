"""A reading kept as text comes back the same."""

from dataclasses import replace

from taizhang.model import Run, SourceMap
from taizhang.model.stored import restore, store
from tests.readings import TEXT, small_reading


def test_a_reading_comes_back_the_same() -> None:
    reading = small_reading()
    assert restore(store(reading), TEXT) == reading


def test_the_places_in_the_document_are_kept() -> None:
    sources = SourceMap((Run(0, 5, page=1, paragraph=2, box=(1.0, 2.0, 3.5, 4.0), confidence=0.9),), ((595.0, 842.0),))
    reading = small_reading()
    reading = replace(reading, report=replace(reading.report, sources=sources))
    assert restore(store(reading), TEXT) == reading
