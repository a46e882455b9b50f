# ruff: noqa: D, E501
"""Numbers with their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS = [
    "亿千瓦时",
    "千瓦时",
    "度电",
    "千瓦",
    "万千瓦",
    "兆瓦",
    "千伏安",
    "千伏",
    "标准煤",
    "吨标准煤",
    "标准箱",
    "标箱",
    "TEU",
    "平方公里",
    "平方米",
    "平方千米",
    "立方米",
    "公顷",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "米",
    "亩",
    "吨",
    "公斤",
    "千克",
    "克",
    "斤",
    "升",
    "微克/立方米",
    "毫克/升",
    "毫克/立方米",
    "微克",
    "毫克",
    "元/人",
    "万元/人",
    "元/亩",
    "人/百亿元",
    "元/人·月",
    "元/吨",
    "公斤/亩",
    "亿美元",
    "美元",
    "欧元",
    "港元",
    "日元",
    "英镑",
    "人民币",
    "元",
    "人次",
    "人天",
    "架次",
    "航次",
    "班次",
    "车次",
    "户次",
    "件次",
    "场次",
    "批次",
    "台次",
    "家次",
    "例次",
    "辆次",
    "标辆",
    "个百分点",
    "百分点",
    "个基点",
    "基点",
    "个工作日",
    "工作日",
    "个季度",
    "季度",
    "个月",
    "个小时",
    "小时",
    "分钟",
    "个多月",
    "周",
    "天",
    "岁",
    "个年度",
    "个",
    "家",
    "项",
    "条",
    "件",
    "户",
    "名",
    "人",
    "位",
    "套",
    "所",
    "座",
    "台",
    "辆",
    "张",
    "处",
    "支",
    "只",
    "部",
    "场",
    "批",
    "艘",
    "架",
    "枚",
    "颗",
    "类",
    "种",
    "款",
    "例",
    "起",
    "宗",
    "幅",
    "栋",
    "幢",
    "间",
    "口",
    "对",
    "组",
    "次",
    "届次",
    "篇",
    "册",
    "份",
    "期",
    "艘",
    "列",
    "头",
    "尾",
    "羽",
    "株",
    "棵",
    "粒",
    "片",
    "块",
    "道",
    "轮",
    "笔",
    "桩",
    "队",
    "团",
    "门",
    "期刊",
    "万次",
    "桶",
    "包",
    "盏",
    "盒",
    "枝",
    "根",
    "段",
    "卷",
    "节",
    "盘",
    "村",
    "县",
    "省",
    "市",
    "镇",
    "乡",
    "区",
    "国",
    "州",
    "倍",
    "番",
    "成",
    "年",
    "大",
    "余户",
    "%",
]
UNITS = sorted(set(UNITS), key=lambda u: (-len(u), u))
DIG = r"\d+(?:,\d{3})*(?:\.\d+)?"
CN = r"[一二两三四五六七八九十百千零〇]+(?:点[一二三四五六七八九零〇]+)?"
MULT = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)"
UNIT = "|".join(re.escape(u) for u in UNITS)
RANK = re.compile(
    r"第(?P<n>\d+|[一二两三四五六七八九十]+)(?P<u>位|名)?|前(?P<p>\d+|[一二两三四五六七八九十]+)(?P<pu>位|名|强|列)?|首位|榜首"
)
SCAN = re.compile(
    rf"(?P<rank>(?<![一二三四五六七八九十百千\d])(?:第(?P<rn>\d+|[一二三四五六七八九十]+)(?:位|名)?|前(?P<rp>\d+|[一二三四五六七八九十]+)(?:位|名)?|首位|榜首))"
    rf"|百分之(?P<bf>{CN})|(?P<frac>(?P<fd>[二三四五六七八九十])分之(?P<fn>[一二三四五六七八九]))"
    rf"|(?P<half>一半)"
    rf"|(?P<a>(?:{DIG}|{CN})(?:多|余)?(?:{MULT})?(?:多|余)?)(?P<au>%|{UNIT})?(?:—|-|–|~|～|至)(?P<b>(?:{DIG}|{CN}){MULT}?)(?P<ru>{UNIT})"
    rf"|(?P<n>{DIG}|{CN}|(?<![\d一二三四五六七八九十百千万亿数几零])(?={MULT}))(?P<m1>多|余)?(?P<mult>{MULT})?(?P<m2>多|余)?(?P<u>{UNIT})?"
)
VAL = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
SMALL = {"十": 10, "百": 100, "千": 1000}
MULTS = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "千万": 10**7, "百万": 10**6, "十万": 10**5,
    "亿": 10**8, "万": 10**4, "千": 1000, "百": 100,
}  # fmt: skip


def chinese(text: str) -> Decimal:
    """Value of a Chinese numeral below 万."""
    whole, _, part = text.partition("点")
    total, digit = 0, 0
    if not any(c in SMALL for c in whole):
        total = int("".join(str(VAL[c]) for c in whole))
    else:
        for c in whole:
            if c in SMALL:
                total += (digit or 1) * SMALL[c]
                digit = 0
            else:
                digit = VAL[c]
        total += digit
    return Decimal(f"{total}.{''.join(str(VAL[c]) for c in part)}" if part else str(total))


@dataclass(slots=True)
class Quantity:
    """A number with its unit as it stands in a text."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    kind: str
    more: bool = False
    chinese: bool = False
    multiplied: bool = False
    bare: bool = False

    @property
    def ranged(self) -> bool:
        return self.low != self.high


NUMBER = re.compile(rf"(?P<n>{DIG}|{CN})(?:多|余)?(?P<mult>{MULT})?(?:多|余)?$")


def number(text: str) -> Decimal:
    m = NUMBER.match(text)
    assert m
    n = m["n"]
    v = Decimal(n.replace(",", "")) if n[0].isdigit() else chinese(n)
    return v * MULTS.get(m["mult"] or "", 1)


def scan(text: str) -> list[Quantity]:
    """All numbers."""
    out = []
    for m in SCAN.finditer(text):
        s, e = m.span()
        if m["rank"]:
            d = m["rn"] or m["rp"]
            v = Decimal(1) if not d else (Decimal(d) if d[0].isdigit() else chinese(d))
            out.append(Quantity(s, e, v, v, "位", "rank", bare=bool(m["rp"])))
        elif m["bf"]:
            v = chinese(m["bf"])
            out.append(Quantity(s, e, v, v, "%", "percent"))
        elif m["frac"]:
            v = (chinese(m["fn"]) * 100 / chinese(m["fd"])).quantize(Decimal("0.01"))
            out.append(Quantity(s, e, v, v, "%", "percent", chinese=True))
        elif m["half"]:
            out.append(Quantity(s, e, Decimal(50), Decimal(50), "%", "percent", chinese=True))
        elif m["a"]:
            low, high = number(m["a"]), number(m["b"])
            u = m["ru"]
            f, base = fold(u)
            fm = re.search(rf"{MULT}$", m["a"])
            bm = re.search(rf"{MULT}$", m["b"])
            if bm and not fm:
                low = low * MULTS[bm.group()]
            out.append(Quantity(s, e, low * f, high * f, base, kind(base), chinese=not m["a"][0].isdigit()))
        else:
            n, u = m["n"], m["u"] or ""
            v = Decimal(1) if not n else (Decimal(n.replace(",", "")) if n[0].isdigit() else chinese(n))
            v *= MULTS.get(m["mult"] or "", 1)
            if not u and not m["mult"] and not (n and n[0].isdigit()):
                continue
            f, base = fold(u)
            q = Quantity(
                s,
                e,
                v * f,
                v * f,
                base,
                kind(base),
                bool(m["m1"] or m["m2"]),
                not (n and n[0].isdigit()),
                bool(m["mult"]),
                not n,
            )
            if u == "成":
                q.low = q.high = v * 10
                q.unit, q.kind = "%", "percent"
            out.append(q)
    return out


def fold(u: str) -> tuple[int, str]:
    if u.startswith("亿"):
        return 10**8, u[1:]
    if u.startswith("万"):
        return 10**4, u[1:]
    if u in ("个百分点", "百分点"):
        return 1, "百分点"
    return 1, u


def kind(u: str) -> str:
    return {"%": "percent", "百分点": "point", "倍": "times", "番": "times"}.get(u, "count" if u else "none")
