"""A report says the same in whatever format it is kept."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.reading import conversions

import taizhang

DEV = ("suzhou-2020", "hubei-2026", "beijing-2026", "national-2006")
# Points that the scores may fall short of those of the plain text.
ALLOWED = {"docx": 0.01, "odt": 0.01, "doc": 0.01, "pdf": 0.01, "html": 0.01, "ofd": 0.01, "scan": 0.06}


def convert(text: str, kind: str, folder: Path) -> Path:
    if kind == "docx":
        return conversions.as_docx(text, folder / "report.docx")
    if kind == "html":
        return conversions.as_html(text, folder / "report.html")
    if kind == "ofd":
        return conversions.as_ofd(text, folder / "report.ofd")
    if kind == "scan":
        pytest.importorskip("rapidocr", reason="the extra taizhang[ocr] is not installed")
        return conversions.as_scan(text, folder)
    return conversions.as_office(text, folder, kind)


@pytest.fixture
def gold(reference: Path, monkeypatch: pytest.MonkeyPatch) -> Gold:
    monkeypatch.syspath_prepend(str(reference / "gold"))
    return Gold(reference, importlib.import_module("align"), importlib.import_module("score"))


class Gold:
    """The annotated reports with the programs that carry their records over and score a reading."""

    def __init__(self, reference: Path, align: ModuleType, score: ModuleType) -> None:
        self.folder = reference / "gold"
        self.reports = reference / "reports"
        self.align, self.score = align, score

    def add(self, tally: Any, name: str, path: Path, folder: Path) -> None:
        """Count the reading of a file against the gold records carried over to its text."""
        folder.mkdir(parents=True)
        reading = taizhang.read(path)
        (folder / "target.txt").write_text(reading.report.text, encoding="utf-8", newline="")
        (folder / "reading.json").write_text(json.dumps(reading.to_dict(), ensure_ascii=False), encoding="utf-8")
        self.align.main(self.folder / name, self.reports / f"{name}.txt", folder / "target.txt", folder)
        self.score.score(folder / name, folder / "reading.json", [folder / "reports"], tally, [])

    def scores(self, names: Sequence[str], kind: str, folder: Path) -> dict[str, float]:
        """The pooled scores of reports in a format, `plain` for the texts themselves."""
        tally = self.score.Tally()
        for name in names:
            source, place = self.reports / f"{name}.txt", folder / kind / name
            place.mkdir(parents=True)
            path = source if kind == "plain" else convert(source.read_text(encoding="utf-8"), kind, place)
            self.add(tally, name, path, place / "read")
        return dict(tally.scores())

    def compare(self, names: Sequence[str], kind: str, folder: Path) -> None:
        """Fail where the pooled scores from a format fall short of those from plain text by more than allowed."""
        before, after = (self.scores(names, one, folder) for one in ("plain", kind))
        # Sections are counted by sentence numbers, which another layout changes.
        short = {
            key: (before[key], after[key])
            for key in before
            if key != "sections" and after[key] < before[key] - ALLOWED[kind] - 1e-9
        }
        assert not short, f"{kind}: scores from plain text and from the format: {short}"


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "ofd"])
def test_suzhou_in_other_formats(gold: Gold, kind: str, tmp_path: Path) -> None:
    gold.compare(["suzhou-2020"], kind, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("kind", list(ALLOWED))
def test_all_annotated_reports_in_every_format(gold: Gold, kind: str, tmp_path: Path) -> None:
    gold.compare(DEV, kind, tmp_path)
