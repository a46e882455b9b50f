"""What is found in a folder: files, archives, tables with a text column."""

import json
import zipfile
from pathlib import Path

import pytest

from taizhang.corpus.sources import Source, SourceError, discover, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "江苏省").mkdir()
    (tmp_path / "江苏省" / "2020苏州市.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("no report", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("b/2021无锡市.txt", "乙")
        archive.writestr("a/2021南京市.txt", "丙")
    (tmp_path / "table.csv").write_text("地区,年份,正文\n扬州市,2019,丁\n镇江市,2019,戊\n", encoding="utf-8")
    rows = [{"place": "泰州市", "year": 2018, "text": "己"}]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return tmp_path


def sources_of(folder: Path) -> list[Source]:
    return [item for item in discover(folder) if isinstance(item, Source)]


def test_every_document_is_found_in_order_of_name(folder: Path) -> None:
    assert [source.name for source in sources_of(folder)] == [
        "more.zip!a/2021南京市.txt",
        "more.zip!b/2021无锡市.txt",
        "rows.jsonl#1",
        "table.csv#1",
        "table.csv#2",
        "江苏省/2020苏州市.txt",
    ]


def test_the_bytes_of_each_document_come_back(folder: Path) -> None:
    assert [data.decode() for data in load(sources_of(folder))] == ["丙", "乙", "己", "丁", "戊", "甲"]


def test_columns_beside_the_text_are_kept(folder: Path) -> None:
    by_name = {source.name: source for source in sources_of(folder)}
    assert (by_name["table.csv#2"].place, by_name["table.csv#2"].year) == ("镇江市", "2019")
    assert (by_name["rows.jsonl#1"].place, by_name["rows.jsonl#1"].year) == ("泰州市", "2018")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.zip", b"PK\x03\x04 no archive", "broken.zip"),
        ("table.csv", "地区,年份\n扬州市,2019\n".encode(), "row 1 has no text column"),
        ("rows.jsonl", b"[1, 2]\n", "row 1 is no JSON object"),
        ("rows.jsonl", b"{broken\n", "rows.jsonl"),
    ],
)
def test_a_file_that_cannot_be_listed_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text("正文", encoding="utf-8")
    found = list(discover(tmp_path))
    errors = [str(item) for item in found if isinstance(item, SourceError)]
    assert len(errors) == 1
    assert said in errors[0]
    assert name in errors[0]
    assert [item.name for item in found if isinstance(item, Source)] == ["z.txt"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        list(discover(tmp_path / "nowhere"))
