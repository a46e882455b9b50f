"""The scores of a reading against a gold folder, all F1 or shares between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from taizhang.extraction.scoring.gold import Gold, Record
from taizhang.extraction.scoring.matching import FIGURE_TESTS, bigrams, merge, pair, same_name, same_target

META = ("place", "adcode", "level", "year", "date", "speaker")


@dataclass(frozen=True, slots=True)
class Error:
    """A record that is missed, invented or wrong: `kind` is the failed fields or the name of the measure."""

    report: str
    kind: str
    gold: Record | None
    predicted: Record | None
    context: str


@dataclass(slots=True)
class Doubt:
    """How the mark `review` meets the errors: counts of emitted figures, those marked, wrong, and both."""

    figures: int = 0
    marked: int = 0
    wrong: int = 0
    caught: int = 0

    def shares(self) -> dict[str, float]:
        """Share of the wrong figures that are marked, and share marked of all."""
        return {
            "caught": round(self.caught / self.wrong, 4) if self.wrong else 1.0,
            "marked": round(self.marked / self.figures, 4) if self.figures else 0.0,
        }


@dataclass(slots=True)
class Scores:
    """Counts by measure (right, gold, predicted), errors and doubt; counts of several reports add up."""

    counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    doubt: Doubt = field(default_factory=Doubt)

    def add(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Add counts of a measure."""
        r, g, p = self.counts.get(name, (0, 0, 0))
        self.counts[name] = r + right, g + gold, p + predicted

    def rates(self) -> dict[str, float]:
        """F1 of each measure to four decimals; 1 where there is nothing to find and nothing was found."""
        return {name: round(2 * r / (g + p), 4) if g + p else 1.0 for name, (r, g, p) in self.counts.items()}

    def merge(self, other: Scores) -> None:
        """Pool the scores of another report."""
        for name, counts in other.counts.items():
            self.add(name, *counts)
        self.errors += other.errors
        for part in ("figures", "marked", "wrong", "caught"):
            setattr(self.doubt, part, getattr(self.doubt, part) + getattr(other.doubt, part))


def context(text: str, record: Record) -> str:
    """The record's quote in its surroundings, on one line."""
    start, end = record["start"], record["end"]
    around = text[max(0, start - 24) : start], text[start:end], text[end : end + 12]
    return "{}«{}»{}".format(*(" ".join(part.split()) for part in around))


def score_reading(gold: Gold, reading: Record) -> Scores:
    """Score what `Reading.to_dict()` gives against the gold annotation of the same text."""
    scores = Scores()
    said = {name: list(reading.get(name, [])) for name in ("figures", "targets", "milestones", "tasks")}
    score_figures(gold, said["figures"], scores)
    listed = merge([figure for figure in gold.figures if figure.get("headline")] + gold.targets)
    score_spans(gold, "headline", listed, merge(said["targets"]), scores, same_target)
    score_spans(gold, "milestones", gold.milestones, said["milestones"], scores)
    staged = Scores()
    score_spans(gold, "milestones_stage", gold.milestones, said["milestones"], staged, same_stage)
    scores.add("milestones_stage", *staged.counts["milestones_stage"])
    score_tasks(gold, said["tasks"], scores)
    score_sections(gold, reading["report"].get("sections", []), scores)
    keys = [key for key in META if gold.meta.get(key)]
    right = sum(str(gold.meta[key]) == str(reading["report"].get(key)) for key in keys)
    scores.add("meta", right, len(keys), len(keys))
    return scores


def same_stage(gold: Record, predicted: Record) -> bool:
    """Whether two milestones have the same stage."""
    return bool(gold["stage"] == predicted.get("stage"))


def score_figures(gold: Gold, predicted: list[Record], scores: Scores) -> None:
    """Figures by field, and how the marks of doubt meet the wrong ones."""
    wanted, said = merge(gold.figures), merge(predicted)
    pairs = pair(wanted, said)
    right = dict.fromkeys(FIGURE_TESTS, 0)
    strict, wrong = 0, set(range(len(said))) - set(pairs.values())
    for i, figure in enumerate(wanted):
        if i not in pairs:
            scores.errors.append(Error(gold.name, "missed", figure, None, context(gold.text, figure)))
            continue
        answer = said[pairs[i]]
        failed = [name for name, test in FIGURE_TESTS.items() if not test(figure, answer)]
        for name in FIGURE_TESTS:
            right[name] += name not in failed
        if set(failed) <= {"period"}:
            strict += 1
            continue
        wrong.add(pairs[i])
        scores.errors.append(Error(gold.name, ",".join(failed), figure, answer, context(gold.text, figure)))
    for j in sorted(set(range(len(said))) - set(pairs.values())):
        scores.errors.append(Error(gold.name, "invented", None, said[j], context(gold.text, said[j])))
    sizes = len(wanted), len(said)
    for name, count in {"found": len(pairs), **right, "strict": strict}.items():
        scores.add(name, count, *sizes)
    marked = {j for j, figure in enumerate(said) if figure.get("sure") == "review"}
    scores.doubt = Doubt(len(said), len(marked), len(wrong), len(wrong & marked))


def score_spans(
    gold: Gold,
    name: str,
    wanted: list[Record],
    predicted: list[Record],
    scores: Scores,
    test: Callable[[Record, Record], bool] | None = None,
) -> dict[int, int]:
    """Records by span, and by a test where one is given; the pairs found."""
    pairs = pair(wanted, predicted)
    good = 0
    for i, record in enumerate(wanted):
        answer = predicted[pairs[i]] if i in pairs else None
        if answer is not None and (test is None or test(record, answer)):
            good += 1
        else:
            scores.errors.append(Error(gold.name, name, record, answer, context(gold.text, record)))
    scores.add(name, good, len(wanted), len(predicted))
    return pairs


def score_tasks(gold: Gold, predicted: list[Record], scores: Scores) -> None:
    """Task sentences, and of those found the share whose innermost heading is right."""
    if not gold.tasks:
        return
    tasks = [record for record in gold.tasks if record["kind"] == "task"]
    pairs = score_spans(gold, "tasks", tasks, predicted, scores)
    placed = sum(placed_right(gold, tasks[i], predicted[j]) for i, j in pairs.items())
    scores.add("path", placed, len(pairs), len(pairs))


def placed_right(gold: Gold, task: Record, answer: Record) -> bool:
    """Whether the innermost heading is the same, its numbering left aside."""
    path, said = task.get("path") or [], answer.get("path") or []
    if not path or not said:
        return not path and not said
    heading = gold.text[slice(*gold.spans[path[-1]])].strip()
    return bigrams(str(said[-1])) <= bigrams(heading) or same_name(heading, str(said[-1]))


def score_sections(gold: Gold, sections: list[Record], scores: Scores) -> None:
    """The share of the annotated body whose section kind is right."""
    starts = [(gold.spans[s["s"]][0], s["kind"]) for s in gold.meta.get("sections", []) if s["s"] in gold.spans]
    if not starts:
        return
    size = len(gold.text)
    kinds: list[str | None] = [None] * size
    paint(kinds, sections)
    right = sum(
        kind == said for (start, kind), (end, _) in pairwise([*starts, (size, "")]) for said in kinds[start:end]
    )
    body = size - starts[0][0]
    scores.add("sections", right, body, body)


def paint(kinds: list[str | None], sections: list[Record]) -> None:
    """Write the kind of each section over the characters it holds, inner sections last."""
    for section in sections:
        if section.get("kind"):
            kinds[section["start"] : section["end"]] = [section["kind"]] * (section["end"] - section["start"])
        paint(kinds, section.get("children", []))
