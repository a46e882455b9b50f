"""What is found in a folder: files, archives, tables with a text column."""

import json
import zipfile
from pathlib import Path

import pytest

from taizhang.corpus.loading import Loader
from taizhang.corpus.sources import PassedOver, Source, SourceError, discover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "江苏省").mkdir()
    (tmp_path / "江苏省" / "2020苏州市.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("no report", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("b/2021无锡市.txt", "乙")
        archive.writestr("a/2021南京市.txt", "丙")
        archive.writestr("a/list.xlsx", b"no report")
    (tmp_path / "table.csv").write_text("地区,年份,正文\n扬州市,2019,丁\n镇江市,2019,戊\n", encoding="utf-8")
    rows = [{"place": "泰州市", "year": 2018, "text": "己"}]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return tmp_path


def sources_of(folder: Path) -> list[Source]:
    return [item for item in discover(folder) if isinstance(item, Source)]


def texts_of(folder: Path) -> list[str]:
    with Loader() as loader:
        return [loader.load(source).decode() for source in sources_of(folder)]


def test_every_document_is_found_in_order_of_name(folder: Path) -> None:
    assert [source.name for source in sources_of(folder)] == [
        "more.zip!a/2021南京市.txt",
        "more.zip!b/2021无锡市.txt",
        "rows.jsonl#1",
        "table.csv#1",
        "table.csv#2",
        "江苏省/2020苏州市.txt",
    ]


def test_what_holds_no_report_is_passed_over(folder: Path) -> None:
    passed = [item.name for item in discover(folder) if isinstance(item, PassedOver)]
    assert passed == ["more.zip!a/list.xlsx", "notes.xyz"]


def test_the_bytes_of_each_document_come_back(folder: Path) -> None:
    assert texts_of(folder) == ["丙", "乙", "己", "丁", "戊", "甲"]


def test_columns_beside_the_text_are_kept(folder: Path) -> None:
    by_name = {source.name: source for source in sources_of(folder)}
    assert (by_name["table.csv#2"].place, by_name["table.csv#2"].year) == ("镇江市", "2019")
    assert (by_name["rows.jsonl#1"].place, by_name["rows.jsonl#1"].year) == ("泰州市", "2018")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_row_comes_back_whole_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    long = '各位代表：\n第一行，"引号"\r\n第二行。' * 3
    quoted = '"' + long.replace('"', '""') + '"'
    (tmp_path / "table.csv").write_bytes(f"year,正文\r\n2019,短文\r\n2020,{quoted}\r\n2021,末行".encode(encoding))
    assert texts_of(tmp_path) == ["短文", long, "末行"]
    assert [source.year for source in sources_of(tmp_path)] == ["2019", "2020", "2021"]


def test_names_that_chinese_windows_wrote_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("2020############.txt", "甲")
    written = (tmp_path / "old.zip").read_bytes().replace(b"#" * 12, "江苏省苏州市".encode("gb18030"))
    (tmp_path / "old.zip").write_bytes(written)
    assert [source.name for source in sources_of(tmp_path)] == ["old.zip!2020江苏省苏州市.txt"]
    assert texts_of(tmp_path) == ["甲"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.zip", b"PK\x03\x04 no archive", "broken.zip"),
        ("table.csv", "地区,年份\n扬州市,2019\n".encode(), "row 1 has no text column"),
        ("rows.jsonl", b"[1, 2]\n", "row 1 is no JSON object"),
        ("rows.jsonl", b"{broken\n", "the row at byte 0 is no JSON"),
        ("table.csv", "正文\n甲\n".encode() + b"\xff\xff\xff\n", "table.csv"),
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
    assert "z.txt" in [item.name for item in found if isinstance(item, Source)]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        list(discover(tmp_path / "nowhere"))
