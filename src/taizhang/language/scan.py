"""One pass over a text that finds every quantity in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from taizhang.language.bounds import Bound, bound_after, bound_before
from taizhang.language.folding import fold
from taizhang.language.numerals import BLANK, LONGEST, characters, of_role, pattern, read_numeral, shift
from taizhang.language.quantity import Kind, Quantity
from taizhang.language.tables import rows
from taizhang.language.units import Unit, currencies, divisor_at, divisor_before, unit_at, units

DASH = re.compile(f"{BLANK}(?:[—–―─~〜-]{{1,2}}|至|到){BLANK}")
URL = re.compile(r"[a-zA-Z]{2,10}://[!-~]+")
YEAR = range(1000, 3000)
# The bits of exactness that a ratio keeps.
RATIO = Decimal("1e-15")
KINDS: dict[str, Kind] = {
    "count": "count",
    "money": "money",
    "percent": "percent",
    "discount": "percent",
    "point": "point",
    "multiple": "multiple",
    "time": "time",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One numeral with its unit, before bounds and ranges are looked at. `end` is the end of the unit."""

    start: int
    number_end: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str
    kind: Kind
    vague: bool
    power: int
    currency: str | None = None


@cache
def number() -> re.Pattern[str]:
    """A numeral with what belongs to it: 百分之五, 三又二分之一, 3/5, 2^5, 2e5, 40k."""
    n = pattern()
    over = f"{BLANK}分{BLANK}之{BLANK}"
    return re.compile(
        f"(?P<per>[百佰千]{over})(?P<persign>[负-])?(?P<share>{n})(?P<shareletter>{BLANK}[kKM](?![A-Za-z]))?"
        f"|(?P<two>[0-9] {{1,4}}[0-9])(?= {{0,4}}折)"
        f"|(?P<half>一半(?!是)|半(?={BLANK}[成折年天个小]))"
        f"|(?P<mixed>[0-9]++) {{1,4}}(?P<mixedtop>[0-9]++)/(?P<mixedbottom>[0-9]++)(?![0-9/])"
        f"|(?P<n>{n})(?:"
        f"{BLANK}又{BLANK}(?P<bottom2>{n}){over}(?P<top2>{n})"
        f"|{over}(?P<topsign>[负-])?(?P<top>{n})"
        f"|/(?P<slash>[0-9]++)(?![0-9/.年月])"
        f"|\\^(?P<power>[+-]?[0-9]{{1,3}})(?![0-9])"
        f"|[eE](?P<exponent>[+-]?[0-9]{{1,2}})(?![0-9A-Za-z])"
        f"|(?P<letter>{BLANK}[kKM](?![A-Za-z]))"
        ")?"
    )


@cache
def anchors() -> re.Pattern[str]:
    """Where a quantity may begin: one character class, so the search is fast."""
    return re.compile(f"[0-9.第前首榜对{''.join(characters())}]")


@cache
def words() -> dict[str, list[tuple[int, str]]]:
    """Words that state no number, by the number character in them: offset of that character and the word."""
    known = characters()
    found: dict[str, list[tuple[int, str]]] = {}
    for (word,) in rows("numberless.tsv", 1):
        inside = [(at, char) for at, char in enumerate(word) if char in known or char == "第"]
        if not inside:
            raise ValueError(f"numberless.tsv: {word} holds no number character")
        for at, char in inside:
            found.setdefault(char, []).append((at, word))
    return found


def word_over(text: str, at: int) -> int | None:
    """The end of the word without number that covers `at`, if one does."""
    ends = [at - k + len(word) for k, word in words().get(text[at], ()) if k <= at and text.startswith(word, at - k)]
    return max(ends) if ends else None


def scan(text: str) -> list[Quantity]:
    """Every quantity of the text in order of `start`; they do not overlap.

    Any text will do, raw or cleaned; offsets are into it. Names that hold digits (G60, 5G, PM2.5) and
    words with number characters (统一, 进一步) are passed over; dates and ordinals are found and marked
    by `kind`. The time is linear in the length of the text.
    """
    folded = fold(text)
    found = list(quantities_of(folded))
    return found if folded == text else [replace(one, quote=text[one.start : one.end]) for one in found]


def quantities_of(text: str) -> Iterator[Quantity]:
    """The quantities of a folded text."""
    closed = 0  # nothing begins before this offset
    urls = [match.span() for match in URL.finditer(text)] if "://" in text else []
    for anchor in anchors().finditer(text):
        at = anchor.start()
        if at < closed:
            continue
        while urls and urls[0][1] <= at:
            urls.pop(0)
        if urls and urls[0][0] <= at:
            closed = urls[0][1]
            continue
        found, closed = read_at(text, at, closed)
        if found:
            yield found


def read_at(text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
    """The quantity that begins at the anchor `at`, if any, and the offset where the search goes on."""
    char = text[at]
    over = word_over(text, at)
    if over:
        return None, over
    if char in "第前首榜对":
        return read_rank(text, at)
    if text.startswith("一半", at):
        return close(text, Part(at, at + 2, at + 2, Decimal(50), None, "%", "percent", False, 0), None, floor), at + 2
    part, end = read_part(text, at)
    if part is None:
        return None, end
    if text[at].isdigit() and named(text, part):
        return None, part.number_end
    last = range_end(text, part)
    return close(text, part, last, floor), (last or part).end


def named(text: str, part: Part) -> bool:
    """Whether Latin letters make the digits a name: G60, 5G, PM2.5, COVID-19. 60GB and GDP5% are none."""
    after = text[part.end : part.end + 1]
    if part.unit == "" and after.isascii() and after.isalpha():
        return True
    before = text[max(0, part.start - 2) : part.start]
    glued = (before[-1:].isascii() and before[-1:].isalpha()) or (
        before[-1:] == "-" and before[:1].isascii() and before[:1].isalpha()
    )
    return glued and part.kind not in {"percent", "point", "money"}


def read_part(text: str, at: int) -> tuple[Part | None, int]:
    """The numeral with its unit at `at`, and where to go on if there is none."""
    match = number().match(text, at)
    if match is None:
        return None, at + 1
    if match.end() - at > LONGEST * 4:
        return None, match.end()
    group = match.groupdict()
    if group["per"]:
        return read_share(text, match)
    if group["mixed"]:
        ratio = divided(Decimal(group["mixedtop"]), Decimal(group["mixedbottom"]))
        return ratio_part(match, ratio and ratio + Decimal(group["mixed"]))
    if group["half"] == "一半":
        return Part(at, match.end(), match.end(), Decimal(50), None, "%", "percent", False, 0), match.end()
    if group["half"] or group["two"]:
        digits = group["two"].replace(" ", "") if group["two"] else "0.5"
        return with_unit(text, at, match.end(), Decimal(digits), None, False, group["two"] or "半")
    numeral = read_numeral(match["n"])
    if numeral is None:
        return None, match.end("n")
    if group["top"] or group["slash"] or group["bottom2"]:
        return read_fraction(match, numeral.low)
    value = numeral.low
    if group["power"]:
        if abs(value) > 10**6 or not value:
            return None, match.end()
        value = (value ** int(group["power"])).normalize() if abs(value) <= 10**6 else value
        return Part(at, match.end(), match.end(), +value, None, "", "number", False, 0), match.end()
    if group["exponent"]:
        return Part(
            at, match.end(), match.end(), shift(value, int(group["exponent"])), None, "", "number", False, 0
        ), match.end()
    if group["letter"]:
        value = shift(value, 6 if group["letter"].strip() == "M" else 3)
    end = match.end() if group["letter"] else match.end("n")
    return with_unit(text, at, end, value, numeral.high, numeral.vague, match["n"])


def divided(top: Decimal, bottom: Decimal) -> Decimal | None:
    """A ratio to fifteen decimals, or none for a zero divisor."""
    return top / bottom if bottom else None


def ratio_part(match: re.Match[str], ratio: Decimal | None) -> tuple[Part | None, int]:
    """The part that is a pure ratio, if there is one."""
    if ratio is None:
        return None, match.end()
    return Part(match.start(), match.end(), match.end(), ratio, None, "", "fraction", False, 0), match.end()


def read_fraction(match: re.Match[str], first: Decimal) -> tuple[Part | None, int]:
    """三分之一, 三又二分之一, 3/5."""
    if match["bottom2"]:
        top, bottom = read_numeral(match["top2"]), read_numeral(match["bottom2"])
        ratio = divided(top.low, bottom.low) if top and bottom else None
        return ratio_part(match, None if ratio is None else ratio + first)
    if match["slash"]:
        return ratio_part(
            match, divided(first, Decimal(match["slash"])) if first == first.to_integral_value() else None
        )
    top = read_numeral(match["top"])
    ratio = divided(top.low, first) if top else None
    return ratio_part(match, -ratio if ratio is not None and match["topsign"] else ratio)


def read_share(text: str, match: re.Match[str]) -> tuple[Part | None, int]:
    """百分之五 and 千分之五."""
    numeral = read_numeral(match["share"])
    if numeral is None:
        return None, match.end()
    sign = -1 if match["persign"] else 1
    letter = match["shareletter"]
    exponent = (6 if letter.strip() == "M" else 3) if letter else 0
    low, high = (None if n is None else sign * shift(n, exponent) for n in (numeral.low, numeral.high))
    unit = "‰" if match["per"][0] == "千" else "%"
    assert low is not None
    return Part(match.start(), match.end(), match.end(), low, high, unit, "percent", numeral.vague, 0), match.end()


def with_unit(
    text: str, start: int, number_end: int, low: Decimal, high: Decimal | None, vague: bool, written: str
) -> tuple[Part | None, int]:
    """The numeral with the unit behind it, if the two make a quantity."""
    at = number_end
    while text[at : at + 1] == " " and at - number_end < 4:
        at += 1
    surplus = text[at : at + 1] in {"多", "余", "来"} and bool(text[at : at + 1])
    found = unit_at(text, at + 1) if surplus else unit_at(text, at)
    chinese = not any(char.isascii() and char.isdigit() for char in written)
    if found is None:
        if chinese and not stands_alone(text, start, number_end, written):
            return None, number_end
        return Part(
            start, number_end, number_end, low, high, "", "number", vague or surplus, power_of(written)
        ), number_end
    unit, end = found
    if unit.written == "块" and not letter(text[end : end + 1]):
        unit = units()["块钱"]
    if chinese and (unit.written == "大" or not counts(text, start, written)):
        return None, number_end
    part = Part(
        start,
        number_end,
        end,
        low,
        high,
        unit.base,
        kind_of(unit, low, written),
        vague or surplus,
        power_of(written),
        currencies().get(unit.base),
    )
    in_base = measured(part, unit, written)
    if in_base is None:
        return None, number_end
    part = continued(text, in_base, unit)
    return part, part.end


def kind_of(unit: Unit, value: Decimal, written: str) -> Kind:
    """The kind of a quantity in this unit: 2019年 and 3月 are dates, 5年 is a time."""
    if unit.written in {"月", "日", "世纪"}:
        return "date"
    if unit.written in {"年", "年度"} and len(written) == 4 and value in YEAR:
        return "date"
    return KINDS.get(unit.kind, "measure")


def measured(part: Part, unit: Unit, written: str) -> Part | None:
    """The part in the base unit. 八折 and 75折 are percentages; 十折 is none."""
    factor = unit.factor
    if unit.kind == "discount":
        if written == "半":
            return replace(part, low=Decimal(50))
        if part.low == 10:
            return None
        factor = Decimal(1) if part.low > 10 else factor
    if factor == 1:
        return part
    return replace(part, low=part.low * factor, high=None if part.high is None else part.high * factor)


def continued(text: str, part: Part, unit: Unit) -> Part:
    """What still belongs to the quantity behind its unit: 三成半, 七成六, 五元三毛, 一年半, 元/人·月."""
    tail = text[part.end : part.end + 1]
    if tail == "半" and unit.kind in {"percent", "multiple", "time"}:
        return replace(part, low=part.low + unit.factor / 2, end=part.end + 1)
    if unit.written == "成":
        more = re.compile(f" {{0,4}}([{of_role('digit')}])(?![{''.join(characters())}0-9成])").match(text, part.end)
        if more and unit_at(text, more.end()) is None:
            return replace(part, low=part.low + characters()[more[1]][1], end=more.end())
    if unit.kind == "money":
        return with_small_money(text, part)
    divisor = divisor_at(text, part.end)
    return replace(part, unit=f"{part.unit}/{divisor[0]}", end=divisor[1]) if divisor else part


def with_small_money(text: str, part: Part) -> Part:
    """五元三毛 → 5.3 元, 两美元又三美分 → 2.03 美元; otherwise a divisor as for any unit."""
    at = part.end + 1 if text[part.end : part.end + 1] in {"又", "零"} else part.end
    if at < len(text) and (text[at].isdigit() or text[at] in characters()):
        match = number().match(text, at)
        found = unit_at(text, match.end()) if match and match["n"] and match.end() - at < 4 else None
        if match and found and found[0].base == part.unit and found[0].factor < 1:
            numeral = read_numeral(match["n"])
            if numeral:
                return replace(part, low=part.low + numeral.low * found[0].factor, end=found[1])
    divisor = divisor_at(text, part.end)
    return replace(part, unit=f"{part.unit}/{divisor[0]}", end=divisor[1]) if divisor else part


def power_of(written: str) -> int:
    """The exponent of the powers from 万 up that close a numeral: 5万 → 4, 1.9万亿 → 12; 3 → 0."""
    exponent = 0
    for char in reversed(written.replace(" ", "")):
        role, value = characters().get(char, ("", 0))
        if role not in {"big", "small"}:
            break
        exponent += value
    return exponent


def stands_alone(text: str, start: int, end: int, written: str) -> bool:
    """Whether a Chinese numeral without unit is a number and no part of a word."""
    roles = [characters()[char][0] for char in written if char in characters()]
    if not any(role in {"digit", "tens", "half"} for role in roles) and "十" not in written:
        return False
    if len(roles) > 1:
        return True
    return not (letter(text[start - 1 : start]) or letter(text[end : end + 1]))


def letter(char: str) -> bool:
    """Whether a neighbour makes a single number character part of a word; signs and digits do not."""
    return char.isalpha() and char not in {"负"}


def counts(text: str, start: int, written: str) -> bool:
    """Whether a Chinese numeral before a unit states a number: 百 alone does so only in 上百家, 近百家."""
    roles = [characters()[char][0] for char in written if char in characters()]
    if len(roles) == 1 and roles[0] in {"small", "big"} and written != "十":
        return bound_before(text, start, True) is not None
    return True


def range_end(text: str, first: Part) -> Part | None:
    """The upper end of a range that `first` opens, or none: 4.5%—5%, 5至10万人, 百分之五到八."""
    if first.high is not None or first.kind == "date":
        return None
    dash = DASH.match(text, first.end)
    if dash is None or dash.end() >= len(text):
        return None
    if dash[0].strip() in {"至", "到"} and text[first.start - 1 : first.start] in {"从", "由", "自"}:
        return None
    if not anchors().match(text, dash.end()):
        return None
    last, _ = read_part(text, dash.end())
    if last is None or last.high is not None:
        return None
    if first.unit == "%" and last.unit == "":
        last = replace(last, unit="%", kind="percent")
    shared = shift(first.low, last.power) if not first.unit and not first.power else first.low
    if first.unit not in {"", last.unit} or not last.unit or shared >= last.low:
        return None
    return replace(last, high=last.low, low=shared)


def signed(text: str, start: int, floor: int) -> bool:
    """Whether a minus stands before the numeral: 负三十二, -22.2%; not the dash of a range or a code."""
    before = text[start - 1 : start] if start > floor else ""
    if before == "负":
        return True
    ahead = text[start - 2 : start - 1]
    return before == "-" and not (ahead == "-" or (ahead.isascii() and ahead.isalnum()))


def close(text: str, first: Part, last: Part | None, floor: int) -> Quantity | None:
    """The quantity of a part, or of a range from `first` to `last`, with sign and bounds."""
    whole = last or first
    start, low, high = first.start, whole.low, whole.high
    if signed(text, start, floor) and high is None:
        start, low = start - 1, -low
    power = characters().get(text[first.start], ("", 0))[0] in {"small", "big"}
    bound, outer_start, outer_end = bounded(text, start, whole, power)
    if high is not None:
        bound = "range"
    unit = whole.unit
    divisor = divisor_before(text, start) if unit and "/" not in unit else None
    if divisor:
        unit = f"{unit}/{divisor}"
    return Quantity(
        start=start,
        end=whole.end,
        quote=text[start : whole.end],
        unit=unit,
        kind="date" if last and whole.unit == "年" and low in YEAR else whole.kind,
        bound=bound,
        number_end=whole.number_end,
        outer_start=outer_start,
        outer_end=outer_end,
        value=low if high is None else None,
        low=None if high is None else low,
        high=high,
        chinese=not text[first.start].isdigit(),
        currency=whole.currency,
    )


def bounded(text: str, start: int, part: Part, power: bool) -> tuple[Bound, int, int]:
    """Bound and the span with its words. A word behind outweighs one before; 近三年 is no bound."""
    before, after = bound_before(text, start, power), bound_after(text, part.end)
    if before and part.kind in {"time", "date"} and text[before[1] : start].strip() == "近":
        before = None
    bound = after or before
    return (
        bound[0] if bound else "min" if part.vague else "exact",
        before[1] if before else start,
        after[1] if after else part.end,
    )


def read_rank(text: str, at: int) -> tuple[Quantity | None, int]:
    """第3位, 第一, 前十, 首位, 榜首; 第二季度 is an ordinal; 打对折 is half the price."""
    if text.startswith(("首位", "榜首"), at):
        return rank(text, at, at + 2, at + 2, Decimal(1), "exact", True), at + 2
    if text.startswith("对折", at):
        half = Decimal(50) if text[at - 1 : at] == "打" else None
        found = half and replace(rank(text, at, at + 2, at + 2, half, "exact", True), kind="percent", unit="%")
        return found or None, at + 2
    if text[at] not in "第前":
        return None, at + 1
    begin = at + 1
    while text[begin : begin + 1] == " " and begin - at < 4:
        begin += 1
    match = number().match(text, begin)
    numeral = read_numeral(match["n"]) if match and match["n"] else None
    if match is None or numeral is None or numeral.low != numeral.low.to_integral_value():
        return None, at + 1
    stop = match.end("n")
    place = re.compile(" ?(?:位次|位|名)").match(text, stop)
    end = place.end() if place else stop
    ranked = (
        bool(place)
        or not (letter(text[end : end + 1]) or text[end : end + 1].isdigit())
        or text[end : end + 1] in "的和及、"
    )
    chinese = not text[begin].isdigit()
    if text[at] == "前":
        if not place and not ranked and not text.startswith(("列", "强"), end):
            return None, at + 1
        return rank(text, at, end, stop, numeral.low, "max", chinese), end
    found = rank(text, at, end, stop, numeral.low, "exact", chinese)
    return (found if ranked else replace(found, kind="ordinal", unit="")), end


def rank(text: str, start: int, end: int, stop: int, value: Decimal, bound: Bound, chinese: bool) -> Quantity:
    """A rank quantity in 位."""
    return Quantity(start, end, text[start:end], "位", "rank", bound, stop, start, end, value=value, chinese=chinese)


# Built once on import, so the first call costs what every call costs.
units()
