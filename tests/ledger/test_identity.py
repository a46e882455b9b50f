"""Which sentence of a new text is which of the old."""

import pytest

from taizhang.ledger.identity import align

OLD = ["新建公园10个。", "建成轨道交通1号线。", "新增学位5万个。", "举办产业大会。", "改造老旧小区40个。"]


@pytest.mark.parametrize(
    ("new", "pairs"),
    [
        (OLD, {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}),
        (["新建公园10个。", "开工2号线。", *OLD[1:]], {0: 0, 1: 2, 2: 3, 3: 4, 4: 5}),
        ([OLD[0], *OLD[2:]], {0: 0, 2: 1, 3: 2, 4: 3}),
        ([OLD[0], "建成轨道交通1号线及其支线。", *OLD[2:]], {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}),
        ([*OLD[1:], OLD[0]], {0: 4, 1: 0, 2: 1, 3: 2, 4: 3}),
        (["推进文化强市建设。"], {}),
        ([], {}),
    ],
    ids=["same", "inserted", "deleted", "changed", "moved", "all new", "empty"],
)
def test_sentences_are_followed(new: list[str], pairs: dict[int, int]) -> None:
    assert align(OLD, new) == pairs


def test_lines_broken_elsewhere_are_no_change() -> None:
    assert align(["新建公园\n10个。"], ["新建公园10 个。"]) == {0: 0}


def test_two_alike_sentences_keep_their_order() -> None:
    assert align(["持续推进。", "甲。", "持续推进。"], ["持续推进。", "持续推进。"]) == {0: 0, 2: 1}
