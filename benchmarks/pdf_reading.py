"""A PDF of some forty pages: the bare text call of pypdfium2 against a report with a box for every character."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdfium2
from docx.oxml.ns import qn
from docx.shared import Pt

from taizhang import reading

PAGES = 40
FONT = "Noto Serif CJK SC"
SENTENCE = "{}是重点任务，预计完成投资{}亿元，增长{}.5%，新建改建农村公路{}公里，惠及群众{}.3万人，取得明显成效。"
TOPICS = ("城市更新", "乡村振兴", "科技创新", "生态保护", "教育医疗", "交通水利")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, each the best of several runs on one file."""

    pages: int
    characters: int
    bare: float
    report: float
    command: float

    @property
    def ratio(self) -> float:
        """How many bare text calls a report with boxes takes."""
        return self.report / self.bare


def measure(runs: int = 5) -> Times | None:
    """The times, or none where LibreOffice is not there to make the file."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder), program)
        data = path.read_bytes()
        command = [sys.executable, "-m", "taizhang.cli", "read", str(path), "--json"]
        return Times(
            len(pypdfium2.PdfDocument(data)),
            len(bare(data)),
            best(lambda: bare(data), runs),
            best(lambda: reading.read_bytes(data, path.name), runs),
            best(lambda: subprocess.run(command, check=True, capture_output=True), 2),
        )


def make(folder: Path, program: str) -> Path:
    """A report of about `PAGES` pages in the type and layout of official documents."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for line in ("2026年湖北省政府工作报告", "各位代表：", "一、2025年工作回顾"):
        document.add_paragraph(line)
    for i in range(PAGES * 16 // 5):
        words = (SENTENCE.format(TOPICS[(i + k) % 6], i + k, k + 1, i * 3 + 10, k + 2) for k in range(3))
        document.add_paragraph("".join(words))
    source = folder / "report.docx"
    document.save(str(source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(convert, check=True, capture_output=True)
    return folder / "report.pdf"


def bare(data: bytes) -> str:
    """All text, by the library's own call."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def best(call: Callable[[], object], runs: int) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return min(times)


def table(times: Times) -> str:
    """The times as a Markdown table."""
    rows = (
        ("bare text call of pypdfium2", times.bare),
        ("bytes to report with title page, sections and boxes", times.report),
        ("whole command `taizhang read FILE --json`", times.command),
    )
    lines = [
        f"{times.pages} pages, {times.characters:,} characters.",
        "",
        "| | seconds | bare calls |",
        "|---|---:|---:|",
    ]
    lines += [f"| {name} | {seconds:.3f} | {seconds / times.bare:.1f} |" for name, seconds in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    measured = measure()
    print(table(measured) if measured else "Skipped: no soffice (LibreOffice) installed.")
