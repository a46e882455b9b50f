"""Files that mean harm, and files that were harmed: a clear error within limits, never a crash."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from tests.reading import conversions

from taizhang import reading
from taizhang.reading import UnreadableDocument, sandbox
from taizhang.reading.formats import read_document
from taizhang.reading.limits import LIMITS

TEXT = (
    "政府工作报告\n——2026年1月8日在湖北省第十四届人民代表大会第四次会议上\n省长 王某\n各位代表：\n"
    "一、2025年工作回顾\n地区生产总值6万亿元，增长5%。\n二、2026年重点工作\n建成一条路，新建公园10个。\n"
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def docx(body: str, before: str = "", **parts: str) -> bytes:
    document = f'<?xml version="1.0"?>{before}<w:document {WORD}><w:body>{body}</w:body></w:document>'
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **parts})


def error(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        reading.read_apart(data, name)
    assert str(raised.value).startswith(f"{name}: ")
    return str(raised.value)


def test_a_zip_bomb_by_its_size() -> None:
    zeros = b"0" * 50_000_000
    assert "zip bomb" in error(package({"word/document.xml": zeros, **{f"{i}": zeros for i in range(4)}}), "a.docx")


def test_a_zip_bomb_that_lies_about_its_size() -> None:
    data = bytearray(docx("x" * (LIMITS.part + 10)))
    size = struct.pack("<I", LIMITS.part + 10)
    for at in range(len(data) - 4):
        if data[at : at + 4] == size[:4]:
            data[at : at + 4] = struct.pack("<I", 1000)
    assert error(bytes(data), "a.docx")


def test_an_archive_of_very_many_files() -> None:
    assert "files inside" in error(package({f"{i}.txt": "" for i in range(LIMITS.entries + 1)}), "a.docx")


def test_billion_laughs() -> None:
    laughs = '<!DOCTYPE lolz [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(10)
    )
    assert "entities" in error(docx("<w:p><w:r><w:t>&k;</w:t></w:r></w:p>", laughs + "]>"), "a.docx")


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    assert "秘密" not in error(docx("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", outside), "a.docx")


def test_a_remote_template_and_macros_are_ignored() -> None:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.splitlines())
    remote = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="attachedTemplate" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>'
    )
    parts = {"word/_rels/settings.xml.rels": remote, "word/vbaProject.bin": "evil"}
    report = reading.read_apart(docx(body, **parts), "a.docx")
    assert report.place == "湖北省"


def test_deep_nesting() -> None:
    assert "nesting" in error(docx("<w:sdt>" * 200 + "</w:sdt>" * 200), "a.docx")


def test_a_pdf_of_ten_thousand_pages() -> None:
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(10_000):
        pdf.new_page(10, 10)
    made = io.BytesIO()
    pdf.save(made)
    assert "10,000 pages" in error(made.getvalue(), "a.pdf")


def test_files_that_a_password_locks(tmp_path: Path) -> None:
    locked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600
    )
    assert "encrypted" in error(locked, "a.docx")
    marked = bytearray(docx("<w:p/>"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(signature)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(signature, at + 4)
    assert "encrypted" in error(bytes(marked), "a.docx")
    manifest = {"content.xml": "<x/>", "META-INF/manifest.xml": "<m><encryption-data/></m>"}
    assert "encrypted" in error(package(manifest), "a.odt")


def test_a_pdf_that_a_password_locks(tmp_path: Path) -> None:
    source = conversions.as_docx(TEXT, tmp_path / "report.docx")
    options = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    locked = conversions.opened(source, tmp_path, f"pdf:writer_pdf_Export:{options}")
    assert "encrypted" in error(locked.read_bytes(), "a.pdf")


def test_a_picture_of_very_many_pixels() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + b"\x00" * 40
    assert error(png, "a.png")


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeper = tmp_path / "sleeper"
    sleeper.write_text("import time\nfrom taizhang.reading import deadline\ndeadline.start(0.5)\ntime.sleep(60)\n")
    monkeypatch.setattr(sandbox, "COMMAND", (sandbox.COMMAND[0], str(sleeper)))
    assert "too long" in error(b"%PDF-1.7", "a.pdf")


def test_a_reader_that_crashes_harms_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    crash = tmp_path / "crash"
    crash.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(sandbox, "COMMAND", (sandbox.COMMAND[0], str(crash)))
    assert "failed" in error(b"%PDF-1.7", "a.pdf")


def test_a_reader_that_takes_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    glutton = tmp_path / "glutton"
    glutton.write_text("from taizhang.reading import worker\nworker.bound()\nx = bytearray(4_000_000_000)\n")
    monkeypatch.setattr(sandbox, "COMMAND", (sandbox.COMMAND[0], str(glutton)))
    assert "failed" in error(b"%PDF-1.7", "a.pdf")


def samples(folder: Path) -> dict[str, bytes]:
    """A good file of each kind."""
    made = {
        "docx": conversions.as_docx(TEXT, folder / "report.docx"),
        "ofd": conversions.as_ofd(TEXT, folder / "report.ofd"),
        "html": conversions.as_html(TEXT, folder / "report.html"),
        "odt": conversions.as_office(TEXT, folder, "odt"),
        "pdf": conversions.as_office(TEXT, folder, "pdf"),
    }
    return {kind: path.read_bytes() for kind, path in made.items()} | {"txt": TEXT.encode()}


def answered(data: bytes, name: str) -> None:
    """Reading either succeeds or says why not."""
    with contextlib.suppress(UnreadableDocument):
        read_document(data, name)


def mutated(data: bytes, rng: random.Random) -> bytes:
    """A file with some bytes changed, cut out or doubled."""
    broken = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(broken))
        action = rng.random()
        if action < 0.6:
            broken[at] = rng.randrange(256)
        elif action < 0.8:
            del broken[at : at + rng.randint(1, 60)]
        else:
            broken[at:at] = broken[at : at + rng.randint(1, 60)]
        if not broken:
            break
    return bytes(broken)


def test_truncated_files_of_each_kind(tmp_path: Path) -> None:
    for kind, data in samples(tmp_path).items():
        for share in (0.1, 0.5, 0.9, 0.99):
            answered(data[: int(share * len(data))], f"report.{kind}")


def harm(folder: Path, times: int) -> None:
    rng = random.Random(20260124)
    for kind, data in samples(folder).items():
        for _ in range(times):
            answered(mutated(data, rng), f"report.{kind}")


def test_mutated_files_of_each_kind(tmp_path: Path) -> None:
    harm(tmp_path, 25)


@pytest.mark.prove
def test_five_hundred_mutated_files_of_each_kind(tmp_path: Path) -> None:
    harm(tmp_path, 500)
