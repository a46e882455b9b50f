"""A corrected text, or a better reader, over a ledger that people worked on."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

import taizhang
from taizhang.ledger import Ledger, LedgerError, LedgerTask, Node, audit
from taizhang.model import Reading, Task
from tests.ledger.conftest import SENTENCES, reading_of

# What may differ for a task whose sentence stands as it stood: where it stands.
PLACE = {"start": None, "end": None, "number": 0, "goals": (), "revision": 0, "conflicts": ()}


def shown(task: LedgerTask) -> LedgerTask:
    """A task without its place."""
    return replace(task, **PLACE)


def edit_some(ledger: Ledger, chance: random.Random, count: int) -> dict[int, dict[str, object]]:
    """Edits of tasks drawn by chance: id → fields."""
    made: dict[int, dict[str, object]] = {}
    for number, task in enumerate(chance.sample(ledger.tasks(), count)):
        fields: list[dict[str, object]] = [
            {"lead": ("市发展改革委",), "support": ("市财政局",)},
            {"title": f"任务{number}的办公室说法"},
            {"due": "2020-09-30", "remark": f"第{number}号"},
            {"leader": "张副市长", "person": "李某"},
            {"area": "办公室归类", "key_project": True},
        ]
        made[task.id] = fields[number % len(fields)]
        ledger.edit_task(task.id, made[task.id], "王", seen=task.revision)
    return made


def changed_text(reading: Reading, chance: random.Random) -> tuple[str, dict[str, set[str]]]:
    """The report with twenty sentences changed, inserted, deleted and moved; and which, by what was done.

    Only sentences inside a paragraph are taken, so that no heading loses its text.
    """
    text = reading.report.text
    inner = [
        task
        for task in reading.tasks
        if text[task.start - 1] == "。"
        and text[task.end : task.end + 1] not in ("", "\n")
        and task.end - task.start > 20
    ]
    spans = {(task.start, task.end): text[task.start : task.end] for task in inner}
    taken = sorted(chance.sample(sorted(spans), 20))
    chance.shuffle(taken)
    done = {"change": taken[:5], "insert": taken[5:10], "delete": taken[10:15], "move": taken[15:]}
    what = {span: verb for verb, some in done.items() for span in some}
    pieces, at = [], 0
    # The moved sentences change places in a ring.
    ring = sorted(done["move"])
    comes = {span: spans[ring[number - 1]] for number, span in enumerate(ring)}
    for start, end in sorted(what):
        sentence = text[start:end]
        written = {
            "change": sentence[:-1] + "，同步完善配套设施。",
            "insert": sentence + f"年内新建示范车站{start}座。",
            "delete": "",
            "move": comes.get((start, end), ""),
        }
        pieces += [text[at:start], written[what[start, end]]]
        at = end
    return "".join([*pieces, text[at:]]), {verb: {spans[span] for span in some} for verb, some in done.items()}


def test_fifty_edits_outlive_twenty_changes_of_the_text(ledger: Ledger, reference: Path, tmp_path: Path) -> None:
    chance = random.Random(2020)
    reading = taizhang.read(reference / "reports" / "suzhou-2020.txt")
    report = ledger.import_reading(reading, "suzhou-2020.txt").report_id
    edits = edit_some(ledger, chance, 50)
    before = {task.id: task for task in ledger.tasks(state=None)}
    text, what = changed_text(reading, chance)
    (tmp_path / "corrected.txt").write_text(text, encoding="utf-8", newline="")
    done = ledger.import_reading(taizhang.read(tmp_path / "corrected.txt"), "corrected.txt")
    after = {task.id: task for task in ledger.tasks(state=None)}

    assert (done.report_id, done.version, done.new) == (report, 2, 5)
    for task_id, fields in edits.items():
        assert {name: getattr(after[task_id], name) for name in fields} == fields
    lost = {task.id for task in before.values() if task.sentence in what["delete"]}
    reworded = {task.id for task in before.values() if task.sentence in what["change"]}
    moved = {task.id for task in before.values() if task.sentence in what["move"]}
    assert {task.id for task in after.values() if task.state == "vanished"} == lost
    assert {(c.task_id, c.kind) for c in ledger.conflicts()} == {
        *((task_id, "vanished") for task_id in lost & edits.keys()),
        *((task_id, "changed") for task_id in reworded & edits.keys()),
    }
    for task_id in before.keys() - lost - reworded - moved:
        assert shown(after[task_id]) == shown(before[task_id])
    for task_id in moved:
        assert after[task_id].sentence == before[task_id].sentence
    new = [after[task_id] for task_id in after.keys() - before.keys()]
    assert all(task.sentence.startswith("年内新建示范车站") for task in new)
    assert len(new) == 5
    assert audit(ledger).whole


def test_work_of_any_kind_makes_a_conflict(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    ledger.plans.set(1, (Node("2020-06-30", 4),), "李")
    ledger.progress.draft(2, "市交通局", "李", words="已开工")
    ledger.evidence.attach(3, "a.jpg", b"picture", "李")
    done = ledger.import_reading(reading_of(SENTENCES[4:]), "shorter.txt")
    assert (done.vanished, done.conflicts) == (4, 3)
    assert {conflict.task_id for conflict in ledger.conflicts()} == {1, 2, 3}
    assert ledger.plans.of(1)
    assert ledger.progress.of(2)


def test_a_task_waits_for_one_decision_and_for_none_when_its_words_return(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    ledger.edit_task(2, {"remark": "甲"}, "王")
    for other in ("建成轨道交通1号线并投用。", "建成轨道交通1号线及支线。"):
        ledger.import_reading(reading_of([SENTENCES[0], other, *SENTENCES[2:]]), "new.txt")
    (conflict,) = ledger.conflicts()
    assert (conflict.before, conflict.after) == (SENTENCES[1], "建成轨道交通1号线及支线。")
    ledger.import_reading(reading_of([SENTENCES[0], *SENTENCES[2:]]), "gone.txt")
    assert [(c.id, c.kind) for c in ledger.conflicts()] == [(conflict.id, "vanished")]
    ledger.import_reading(reading_of(SENTENCES), "back.txt")
    assert ledger.conflicts() == ()
    assert ledger.conflicts(open_only=False)[0].settled == "returned"
    assert (ledger.task(2).state, ledger.task(2).remark) == ("standing", "甲")


def test_split_and_merged_tasks_follow_the_text(ledger: Ledger) -> None:
    ledger.import_reading(reading_of(["新建公园10个，改造公园4个。", *SENTENCES[1:3]]), "report.txt")
    parts = ledger.split_task(1, ["新建公园10个", "改造公园4个"], "王")
    merged = ledger.merge_tasks({2: None, 3: None}, "交通与学位", "王")
    corrected = reading_of(["推进城市更新。", "新建公园10个，改造公园4个。", *SENTENCES[1:3]])
    ledger.import_reading(corrected, "new.txt")
    text = corrected.report.text
    first, second, joined = (ledger.task(task_id) for task_id in (*parts, merged))
    assert first.start == second.start == text.index("新建公园10个")
    assert [text[goal.start : goal.end] for goal in first.goals] == ["10"]
    assert [text[goal.start : goal.end] for goal in joined.goals] == ["1", "5"]


def test_a_sentence_divided_by_a_better_reader_keeps_its_ancestor(ledger: Ledger) -> None:
    whole = reading_of(["新建综合公园10个，新增城市绿地500万平方米。", SENTENCES[1]])
    ledger.import_reading(whole, "report.txt")
    ledger.edit_task(1, {"remark": "甲"}, "王")
    (one, other) = whole.tasks
    middle = whole.report.text.index("新增")
    divided = (
        replace(one, end=middle, title="新建综合公园10个"),
        Task(middle, one.end, "新增城市绿地500万平方米", one.path),
        other,
    )
    done = ledger.import_reading(replace(whole, tasks=divided), "report.txt")
    assert (done.version, done.new, done.conflicts) == (2, 1, 1)
    new = next(task for task in ledger.tasks() if task.id > 2)
    assert new.ancestors == (1,)
    assert ledger.task(1).remark == "甲"


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (reading_of([]), "empty"),
        (replace(reading_of(SENTENCES), tasks=()), "keeps them"),
        (replace(reading_of(SENTENCES), tasks=(Task(0, 999, "越界", ()),)), "tasks 1 lies at 0 to 999"),
        (replace(reading_of(SENTENCES), tasks=(Task(0, 9, "甲", ()), Task(5, 12, "乙", ()))), "overlap"),
    ],
    ids=["empty", "no tasks", "outside", "overlap"],
)
def test_a_bad_reading_leaves_the_ledger_untouched(ledger: Ledger, reading: Reading, said: str) -> None:
    ledger.import_reading(reading_of(SENTENCES), "report.txt")
    before = ledger.head(), ledger.tasks()
    with pytest.raises(LedgerError, match=said):
        ledger.import_reading(reading, "bad.txt")
    assert (ledger.head(), ledger.tasks()) == before
