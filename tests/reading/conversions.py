"""A plain text laid out as offices and sites publish it, made with other programs than the readers use."""

from __future__ import annotations

import html
import io
import zipfile
from pathlib import Path

import docx
import pypdfium2
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from tests.office_suite import opened

FONT = "Noto Serif CJK SC"


def as_docx(text: str, path: Path, columns: int = 1, masthead: str = "") -> Path:
    """A Word document, one paragraph per line, set in columns below a masthead that goes across them."""
    document = docx.Document()
    if masthead:
        document.add_paragraph(masthead)
        document.add_section(WD_SECTION.CONTINUOUS)
    if columns > 1:
        setting = OxmlElement("w:cols")
        setting.set(qn("w:num"), str(columns))
        setting.set(qn("w:space"), "420")
        section = document.sections[-1]._sectPr
        for old in section.findall(qn("w:cols")):
            section.remove(old)
        section.append(setting)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(16 if columns == 1 else 10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for line in text.split("\n"):
        if line.strip():
            document.add_paragraph(line)
    document.save(str(path))
    return path


def as_office(text: str, folder: Path, extension: str) -> Path:
    """A document that LibreOffice made: odt, doc, pdf."""
    return opened(as_docx(text, folder / "report.docx"), folder, extension)


def as_html(text: str, path: Path) -> Path:
    """A page as government sites publish it: menus, crumbs, buttons, editor and imprint around the text."""
    paragraphs = "".join(
        f'<p style="text-indent:2em">\u3000\u3000{html.escape(line)}</p>\n' for line in text.split("\n") if line.strip()
    )
    page = f"""<!DOCTYPE html>
<html><head><meta charset="gb2312"><title>政府工作报告_某某人民政府</title>
<script>var a = "1000亿元";</script><style>p {{ margin: 0 }}</style></head>
<body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw">新闻中心</a></li><li>政务公开</li></ul>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; </div>
<div style="display:none">隐藏 2000亿元</div>
<div class="tools">【字体：<a>大</a> <a>中</a> <a>小</a>】<a>打印</a></div>
<div id="zoom">{paragraphs}</div>
<div class="bottom"><span>责任编辑：王某</span></div>
<ul><li><a href="/files/annex.pdf">附件：指标表.pdf</a></li></ul>
<div>主办单位：某某人民政府办公室　ICP备00000000号</div></body></html>"""
    path.write_bytes(page.encode("gb18030"))
    return path


OFD = "http://www.ofdspec.org/2016"
WIDTH, ROWS, SIZE = 28, 26, 5.6  # characters in a row, rows on a page, millimetres of the type


def set_in_rows(text: str, width: int) -> list[str]:
    """Lines of a text as rows of so many characters, the first of each set in by two."""
    rows = []
    for line in filter(str.strip, text.split("\n")):
        set_in = "\u3000\u3000" + line
        rows += [set_in[i : i + width] for i in range(0, len(set_in), width)]
    return rows


def as_ofd(text: str, path: Path, columns: int = 1) -> Path:
    """An OFD file: rows of text in columns, with a running head and page numbers."""
    rows = set_in_rows(text, WIDTH if columns == 1 else WIDTH // columns - 1)
    each = ROWS * columns
    pages = [rows[i : i + each] for i in range(0, len(rows), each)]
    listed = "".join(f'<ofd:Page ID="{i + 1}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "OFD.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="{OFD}" Version="1.0" DocType="OFD">'
            "<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
        )
        file.writestr(
            "Doc_0/Document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><ofd:Document xmlns:ofd="{OFD}"><ofd:CommonData><ofd:MaxUnitID>1'
            "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        for i, page in enumerate(pages):
            file.writestr(f"Doc_0/Pages/Page_{i}/Content.xml", ofd_page(page, i + 1))
    return path


def ofd_page(rows: list[str], number: int) -> str:
    """The content of one page."""
    objects = [ofd_text("某某人民政府公报", 80, 14), ofd_text(f"— {number} —", 98, 285)]
    for i, row in enumerate(rows):
        bare = row.lstrip("\u3000")
        column, down = divmod(i, ROWS)
        left = 26 + SIZE * (WIDTH // 2 * column + len(row) - len(bare))
        objects.append(ofd_text(bare, left, 34 + down * 9))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page xmlns:ofd="{OFD}"><ofd:Content><ofd:Layer ID="9">'
        f"{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def ofd_text(text: str, x: float, y: float) -> str:
    """A text object with its base line at `y` millimetres."""
    step = f"g {len(text) - 1} {SIZE}" if len(text) > 1 else ""
    box = f"{x} {y - SIZE} {SIZE * (len(text) + 1)} {SIZE * 1.4}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{box}" Font="1" Size="{SIZE}">'
        f'<ofd:TextCode X="0" Y="{SIZE}" DeltaX="{step}">{html.escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def as_scan(text: str, folder: Path, pages: int | None = None) -> Path:
    """A PDF of pictures at 200 dpi, of the first `pages` pages."""
    return scanned(as_office(text, folder, "pdf"), folder, pages)


def scanned(pdf_file: Path, folder: Path, pages: int | None = None) -> Path:
    """A PDF as a PDF of pictures at 200 dpi."""
    pdf = pypdfium2.PdfDocument(pdf_file)
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in list(pdf)[:pages]]
    scan = folder / "scan.pdf"
    made = io.BytesIO()
    pictures[0].save(made, "PDF", resolution=200, save_all=True, append_images=pictures[1:])
    scan.write_bytes(made.getvalue())
    return scan
