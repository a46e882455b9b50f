"""Search: what the index finds is what a scan finds, whatever the words."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.corpus import InProcess, build, connect, search
from taizhang.corpus.search_index import SearchIndex, index, pairs
from tests.corpus.conftest import multiplied

TEXT = st.text(alphabet="就业工作5G𠮷，", max_size=12)


def test_sentences_are_found_by_two_characters(example_panel: Path) -> None:
    hits = list(search(example_panel, "数据中心"))
    assert [hit.text for hit in hits] == ["支持绿色低碳项目，建设5G网络和数据中心。"]
    assert len(list(search(example_panel, "就业", limit=3))) == 3
    assert list(search(example_panel, "业就业就")) == []
    for short in ("业", "", "就业 业"):
        with pytest.raises(ValueError, match="two characters"):
            list(search(example_panel, short))


@pytest.mark.parametrize(
    "words", ["就业", "预期目标", "绿色", "万人以上", "改造城镇老旧小区", "。各位", "就业 增长", "５Ｇ网络", "就业就业"]
)
def test_search_finds_what_a_scan_finds(example_panel: Path, words: str) -> None:
    rows = connect(example_panel).execute("select text from sentences").fetchall()
    asked = words.replace("５Ｇ", "5G").split()
    found = sorted(hit.text for hit in search(example_panel, words, limit=1000))
    assert found == sorted(text for (text,) in rows if all(word in text for word in asked))


def test_only_the_reports_asked_for_are_searched(example_panel: Path) -> None:
    (key,) = connect(example_panel).execute("select report from reports where source = '2020中国.txt'").fetchone() or (
        "",
    )
    assert {hit.report for hit in search(example_panel, "就业", reports={key})} == {key}
    assert list(search(example_panel, "就业", reports=set())) == []


def test_a_new_build_is_seen(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", 1)
    build(folder, tmp_path / "panel", InProcess())
    assert list(search(tmp_path / "panel", "熊猫大道")) == []
    path = folder / "00002020中国.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("扩大投资。", "扩大投资。建成熊猫大道。"), encoding="utf-8"
    )
    build(folder, tmp_path / "panel", InProcess())
    assert [hit.text for hit in search(tmp_path / "panel", "熊猫大道")] == ["建成熊猫大道。"]


@given(st.lists(TEXT, max_size=8), TEXT.filter(lambda word: len(word) >= 2))
def test_the_index_names_every_sentence_that_holds_the_word(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], word: str
) -> None:
    rows: list[Mapping[str, object]] = [{"report": str(number // 3), "text": text} for number, text in enumerate(texts)]
    path = tmp_path_factory.mktemp("index") / "b.arrow"
    path.write_bytes(index(rows))
    opened = SearchIndex(path)
    held = opened.holding(pairs(word))
    assert {number for number, text in enumerate(texts) if word in text} <= set(held.tolist())
    for report, inside in opened.by_report(held):
        assert all(rows[report * 3 + row]["report"] == opened.reports[report] for row in inside.tolist())
