"""Files that mean harm, and files that were harmed: a clear error within limits, never a crash."""

from __future__ import annotations

import contextlib
import io
import random
import resource
import shutil
import struct
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

import pypdfium2
import pytest
from tests.reading import conversions

from taizhang import reading
from taizhang.reading import Archive, UnreadableDocument, sandbox
from taizhang.reading.formats import read_document
from taizhang.reading.limits import LIMITS
from taizhang.reading.office_suite import PROGRAMS, to_docx

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


class Listener(BaseHTTPRequestHandler):
    """Notes whatever is asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_OPTIONS(self) -> None:
        self.do_GET()


@pytest.fixture
def listener() -> Iterator[str]:
    """The address of a server that nothing may call."""
    Listener.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def with_links_out(address: str) -> bytes:
    """A Word document with a template, a picture and an object on another machine, and a macro."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.splitlines())
    outward = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{outward}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
        for number, kind in enumerate(("attachedTemplate", "image", "oleObject", "frame"))
    )
    listed = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}'
        "</Relationships>"
    )
    parts = {"word/_rels/settings.xml.rels": listed, "word/_rels/document.xml.rels": listed}
    return docx(body, **parts, **{"word/vbaProject.bin": "evil"})


def test_remote_templates_links_and_macros_are_ignored(listener: str) -> None:
    report = reading.read_apart(with_links_out(listener), "a.docx")
    assert report.place == "湖北省"
    assert Listener.asked == []


@pytest.mark.skipif(not any(map(shutil.which, PROGRAMS)), reason="no soffice (LibreOffice) installed")
def test_an_old_document_with_a_remote_picture_calls_nobody(listener: str) -> None:
    """LibreOffice asks for a linked picture three times, if it may; this is the plainest file that has one."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    image = f'<draw:image xlink:href="{listener}/p.png" xlink:type="simple"/>'
    picture = f'<draw:frame svg:width="3cm" svg:height="3cm">{image}</draw:frame>'
    document = (
        f'<?xml version="1.0"?><office:document xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:draw="{names}:drawing:1.0" xmlns:svg="{names}:svg-compatible:1.0" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"<text:p>湖北省{picture}</text:p></office:text></office:body></office:document>"
    )
    made = to_docx(document.encode(), "a.wps", ".fodt")
    assert "湖北省" in read_document(made, "a.docx").text
    assert Listener.asked == []


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


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A good file of each kind."""
    folder = tmp_path_factory.mktemp("good")
    made = {
        "doc": conversions.as_office(TEXT, folder, "doc"),
        "docx": conversions.as_docx(TEXT, folder / "report.docx"),
        "ofd": conversions.as_ofd(TEXT, folder / "report.ofd"),
        "html": conversions.as_html(TEXT, folder / "report.html"),
        "odt": conversions.as_office(TEXT, folder, "odt"),
        "pdf": conversions.as_office(TEXT, folder, "pdf"),
    }
    data = {kind: path.read_bytes() for kind, path in made.items()} | {"txt": TEXT.encode()}
    data |= {"wps": data["doc"], "zip": package({"a.txt": TEXT, "b.docx": data["docx"]})}
    if find_spec("rapidocr"):
        data |= {kind: picture(data["pdf"], kind) for kind in PICTURES}
    return data


def picture(pdf: bytes, kind: str) -> bytes:
    """The upper part of the first page of a PDF as a small picture."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("L")
    made = io.BytesIO()
    page.crop((60, 60, 500, 200)).save(made, kind)
    return made.getvalue()


def answered(data: bytes, name: str) -> None:
    """Reading either succeeds or says why not; of an archive of many, reading each."""
    with contextlib.suppress(UnreadableDocument):
        if name.endswith(".zip"):
            archive = Archive(data, name)
            for path in archive.reports():
                with contextlib.suppress(UnreadableDocument):
                    read_document(archive.read(path), path)
        else:
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


# Kinds that another program or a recognizer reads, a second or two a file.
PICTURES = ("png", "jpeg", "tiff", "bmp")
SLOW = ("doc", "wps", *PICTURES)
KINDS = ("docx", "odt", "ofd", "html", "pdf", "txt", "zip", *SLOW)


def sample(good: dict[str, bytes], kind: str) -> bytes:
    """The good file of a kind, read once; the test skips where the kind is not read here."""
    if kind not in good:
        pytest.skip("the extra taizhang[ocr] is not installed")
    answered(good[kind], f"report.{kind}")
    return good[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_truncated_files(kind: str, good: dict[str, bytes]) -> None:
    data = sample(good, kind)
    for share in (0.5,) if kind in SLOW else (0.1, 0.5, 0.9, 0.99):
        answered(data[: int(share * len(data))], f"report.{kind}")


def harm(kind: str, data: bytes, times: int) -> None:
    """Read a file so many times with other bytes damaged; memory stays below what a child process may have."""
    rng = random.Random(f"20260124 {kind}")
    for _ in range(times):
        answered(mutated(data, rng), f"report.{kind}")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < LIMITS.memory


@pytest.mark.parametrize("kind", KINDS)
def test_mutated_files(kind: str, good: dict[str, bytes]) -> None:
    harm(kind, sample(good, kind), 2 if kind in SLOW else 25)


@pytest.mark.prove
@pytest.mark.parametrize("kind", KINDS)
def test_five_hundred_mutated_files(kind: str, good: dict[str, bytes]) -> None:
    harm(kind, sample(good, kind), 500)
