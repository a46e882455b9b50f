"""Encodings, and files that hold no text."""

import codecs

import pytest

from taizhang import reading
from taizhang.reading import UnreadableDocument
from taizhang.reading.furniture import Rule, rules
from taizhang.reading.limits import LIMITS

TEXT = (
    "政府工作报告\r\n——2026年1月8日在湖北省第十四届人民代表大会第四次会议上\r\n省长 王镕某\r\n"
    "各位代表：\r\n一、2025年工作回顾\r\n成绩很好。\r\n"
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be", "utf-16 without mark", "gb18030", "gbk"],
)
def test_encodings(data: bytes) -> None:
    report = reading.read_bytes(data, "report.txt")
    assert report.text == TEXT
    assert report.place == "湖北省"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n \t\n", "no text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01" + bytes(range(256)) * 40, "picture"),
        (bytes(range(1, 256)) * 40, "no text"),
        ("好".encode() * (LIMITS.text_bytes // 3 + 1), "at most"),
        (codecs.BOM_UTF8 + "好的".encode()[:-1], "damaged"),
    ],
    ids=["empty", "blank", "photo", "binary", "too long", "cut"],
)
def test_unreadable(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as raised:
        reading.read_bytes(data, "photo.txt")
    assert str(raised.value).startswith("photo.txt: ")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_rules_of_furniture_match_their_examples(rule: Rule) -> None:
    assert all(rule.pattern.match(example) for example in rule.examples)
