"""A report says the same in whatever format it is kept."""

import importlib
import json
import sys
from pathlib import Path

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


def scores(reference: Path, name: str, path: Path, folder: Path) -> dict[str, float]:
    """The scores of a reading against the gold records carried over to its text."""
    gold = reference / "gold"
    sys.path.insert(0, str(gold))
    try:
        align, score = importlib.import_module("align"), importlib.import_module("score")
    finally:
        sys.path.remove(str(gold))
    folder.mkdir(parents=True)
    reading = taizhang.read(path)
    (folder / "target.txt").write_text(reading.report.text, encoding="utf-8", newline="")
    (folder / "reading.json").write_text(json.dumps(reading.to_dict(), ensure_ascii=False), encoding="utf-8")
    align.main(gold / name, reference / "reports" / f"{name}.txt", folder / "target.txt", folder)
    tally = score.Tally()
    score.score(folder / name, folder / "reading.json", [folder / "reports"], tally, [])
    found = tally.scores()
    found.pop("sections", None)  # counted by sentence numbers, which another layout changes
    return dict(found)


def compare(reference: Path, name: str, kind: str, folder: Path) -> None:
    source = reference / "reports" / f"{name}.txt"
    plain = scores(reference, name, source, folder / "plain")
    converted = scores(reference, name, convert(source.read_text(encoding="utf-8"), kind, folder), folder / "converted")
    short = {key: (plain[key], converted[key]) for key in plain if converted[key] < plain[key] - ALLOWED[kind] - 1e-9}
    assert not short, f"{name} from {kind}: plain text and converted: {short}"


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "ofd"])
def test_suzhou_in_other_formats(reference: Path, kind: str, tmp_path: Path) -> None:
    compare(reference, "suzhou-2020", kind, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("kind", list(ALLOWED))
@pytest.mark.parametrize("name", DEV)
def test_every_annotated_report_in_every_format(reference: Path, name: str, kind: str, tmp_path: Path) -> None:
    compare(reference, name, kind, tmp_path)
