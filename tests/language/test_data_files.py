"""The data files of the room are in form, and a file out of form is refused with file and line."""

from collections.abc import Callable

import pytest

from taizhang.language import bounds, folding, numberless, numerals, predicates, senses, tables, units


def test_every_file_is_in_form() -> None:
    assert numerals.characters()["万"] == ("big", 4)
    assert folding.table()[ord("億")] == "亿"
    assert units.units()["个百分点"].base == "百分点"
    assert units.currencies()["美元"] == "USD"
    assert bounds.words("after")["左右"] == "approx"
    assert (1, "进一步", "") in numberless.numberless()["一步"]
    assert senses.verbs()["下降"] == "down"
    assert predicates.predicates()["下降"] == "fall"
    assert "新增" in predicates.delivering()
    assert set(senses.sets()) <= set(units.units())


def test_every_unit_is_written_in_folded_characters() -> None:
    assert [written for written in units.units() if folding.fold(written) != written] == []


@pytest.mark.parametrize(
    ("reader", "line", "complaint"),
    [
        (numerals.characters, "千\tlarge\t3", "unknown role"),
        (folding.table, "億\t亿亿", "one character to one"),
        (units.units, "斗\t斗\tten\tvolume", "factor ten"),
        (units.units, "斗\t斗\t1\tgrain", "kind grain"),
        (units.units, "斗\t斗", "line 2: needs 4 to 6"),
        (units.units, "斗\t斗\t1\tvolume\n斗\t斗\t1\tvolume", "line 3: 斗 stands twice"),
        (units.currencies, "贝\tXXX\tshell", "no unit of money: 贝"),
        (numberless.numberless, "平安", "no word with a number character"),
        (senses.verbs, "增长\tsideways", "direction sideways"),
        (predicates.predicates, "增长\tup", "class up of 增长"),
    ],
)
def test_a_row_out_of_form_is_refused(
    reader: Callable[[], object], line: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class File:
        def __truediv__(self, name: str) -> "File":
            return self

        def read_text(self, encoding: str) -> str:
            return f"# heading\n{line}\n"

    monkeypatch.setattr(tables.resources, "files", lambda package: File())
    with pytest.raises(ValueError, match=complaint):
        reader.__wrapped__()  # type: ignore[attr-defined]
