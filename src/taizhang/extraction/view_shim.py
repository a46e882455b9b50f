"""A thin view and section tree."""

from __future__ import annotations

import re
from dataclasses import replace

from taizhang.model import Report, Section, View

FOLD = str.maketrans("０１２３４５６７８９％．，", "0123456789%.，")
HEAD = re.compile(r"^[#*\s]*(?:[一二三四五六]、)?[^。]{0,40}$")


def clean(text: str) -> View:
    """Half-width digits, no blanks, broken lines joined."""
    t = text.translate(FOLD)
    out, off = [], []
    lines = t.split("\n")
    pos = 0
    for i, line in enumerate(lines):
        for j, c in enumerate(line):
            if c in " 　\t\xa0":
                continue
            out.append(c)
            off.append(pos + j)
        pos += len(line) + 1
        k = i + 1
        while k < len(lines) and not lines[k].strip():
            k += 1
        gap = k - i
        joins = (
            gap <= 3
            and len(line) > 30
            and line.strip()
            and line.rstrip()[-1] not in "。！？；："
            and k < len(lines)
            and len(lines[k]) > 30
            and not re.match(r"[#\s]*(?:[（(]?[一二三四五六七八九十]+[）)、]|\d+[.．])", lines[k])
        )
        if not joins:
            out.append("\n")
            off.append(pos - 1)
    off.append(len(text))
    return View("".join(out), off)


def sections(report: Report) -> Report:
    """Top sections by their headings."""
    year = max((int(y) for y in re.findall(r"(20\d\d)年", report.text[:600])), default=2026)
    year = report.year or year
    out: list[tuple[int, str]] = [(0, "review")]
    pos = 0
    for line in report.text.split("\n"):
        s = line.strip().strip("#").strip()
        if 0 < len(s) < 50 and "。" not in s and re.match(r"[一二三四五六七八]、|第[一二三四]部分", s):
            if re.search(r"回顾|工作情况|工作总结|成就|过去", s):
                out.append((pos, "review"))
            elif re.search(r"十五五|今后五年|未来五年|十一五|总体要求和主要目标", s) and not re.search(r"2026|今年", s):
                out.append((pos, "plan_multi_year"))
            else:
                out.append((pos, "plan_year"))
        pos += len(line) + 1
    ends = [a for a, _ in out[1:]] + [len(report.text)]
    secs = tuple(Section(k, "", a, b) for (a, k), b in zip(out, ends, strict=True))  # type: ignore[arg-type]
    return replace(report, year=year, sections=secs)
