"""People's word on promises: kept with its log, laid over the comparison, found again after a new reading."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import taizhang
from taizhang.ledger import Ledger, LedgerError, audit
from taizhang.model import Fulfilment, Reading
from tests.fulfilment.pair import EARLIER, write_pair


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def readings(tmp_path: Path) -> tuple[Reading, Reading]:
    earlier, later = write_pair(tmp_path)
    return taizhang.read(earlier), taizhang.read(later)


@pytest.fixture
def pair(ledger: Ledger, readings: tuple[Reading, Reading]) -> tuple[int, int]:
    first, last = (ledger.import_reading(one, "pair").report_id for one in readings)
    return first, last


def span(quote: str, text: str = EARLIER) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


def found(ledger: Ledger, pair: tuple[int, int], readings: tuple[Reading, Reading], quote: str) -> Fulfilment:
    comparison = ledger.rulings.compare(pair, readings)
    return next(one for one in comparison.fulfilments if one.promise.quote == quote)


PARKING = "取消城区机动车临时停放收费"


def test_a_correction_is_laid_over_and_logged(
    ledger: Ledger, pair: tuple[int, int], readings: tuple[Reading, Reading]
) -> None:
    ledger.rulings.rule(pair, readings, span(PARKING), "met", "见县发改局2018年第12号公告", "王")
    one = found(ledger, pair, readings, PARKING)
    assert (one.judgement.verdict, one.judgement.reason) == ("met", "ruled")
    assert (one.ruled_by, one.ruling) == ("王", "见县发改局2018年第12号公告")
    assert ledger.events()[-1].action == "rule"
    assert ledger.events()[-1].actor == "王"


def test_a_confirmed_verdict_keeps_its_reason(
    ledger: Ledger, pair: tuple[int, int], readings: tuple[Reading, Reading]
) -> None:
    ledger.rulings.rule(pair, readings, span("新增养老床位800张"), "missed", "", "王")
    one = found(ledger, pair, readings, "新增养老床位800张")
    assert (one.judgement.reason, one.sure, one.ruled_by) == ("far_short", "certain", "王")


def test_a_later_ruling_replaces_the_earlier_and_the_chain_keeps_both(
    ledger: Ledger, pair: tuple[int, int], readings: tuple[Reading, Reading]
) -> None:
    first = ledger.rulings.rule(pair, readings, span(PARKING), "met", "", "王")
    second = ledger.rulings.rule(pair, readings, span(PARKING), "unclear", "公告只涉及部分路段", "李")
    assert first == second
    assert found(ledger, pair, readings, PARKING).judgement.verdict == "unclear"
    assert [event.actor for event in ledger.events() if event.action == "rule"] == ["王", "李"]
    assert audit(ledger).whole


def test_a_ruling_is_found_again_in_a_corrected_text(
    ledger: Ledger, pair: tuple[int, int], readings: tuple[Reading, Reading], tmp_path: Path
) -> None:
    ledger.rulings.rule(pair, readings, span(PARKING), "met", "", "王")
    longer = tmp_path / "2018.md"
    longer.write_text(EARLIER.replace("增长7.2%", "增长7.2%，好于预期"), encoding="utf-8")
    assert found(ledger, pair, (taizhang.read(longer), readings[1]), PARKING).judgement.verdict == "met"


@pytest.mark.parametrize(("quote", "verdict"), [("各项工作", "met"), (PARKING, "done")])
def test_no_promise_or_no_verdict_changes_nothing(
    ledger: Ledger, pair: tuple[int, int], readings: tuple[Reading, Reading], quote: str, verdict: str
) -> None:
    before = ledger.head()
    place = span(quote) if quote in EARLIER else (0, 4)
    with pytest.raises(LedgerError):
        ledger.rulings.rule(pair, readings, place, verdict, "", "王")
    assert ledger.head() == before
