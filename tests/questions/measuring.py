"""How well questions are split and grouped, on labelled ones: totals, never the texts.

Run in ``tests/`` as ``python -m questions.measuring [PART]``: open, locked, blind, practice_pairs,
practice_splits; and rewordings, from which words and weights were learnt, and rewordings_apart, of
which totals alone are looked at: both all far rewordings and near misses, by fresh hands.
"""

from __future__ import annotations

import csv
import difflib
import sys
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from questions.routed import shipped_plan

from xl_dialogue.questions.duplicates import groups
from xl_dialogue.questions.lexicon import abbreviations
from xl_dialogue.questions.splitting import LeadOf, split

LABELLED = Path(__file__).with_name("labelled")
SHORT = abbreviations(shipped_plan())
LIKENESS = 0.8
"""How alike a part and its label must be to count as the same."""


class Question(NamedTuple):
    """A labelled question; ``parts`` is empty for a single one."""

    id: str
    text: str
    duplicate_of: str
    parts: list[str]


class Splits(NamedTuple):
    multiple: int
    right: int
    """Multiple ones taken apart into the labelled parts."""
    single: int
    kept: int
    """Single ones left whole."""

    @property
    def rate(self) -> float:
        return self.right / self.multiple if self.multiple else 1.0

    @property
    def kept_rate(self) -> float:
        return self.kept / self.single if self.single else 1.0


class Pairs(NamedTuple):
    labelled: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.labelled) if self.labelled else 1.0


def labelled(name: str) -> list[Question]:
    with (LABELLED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            Question(
                row["id"],
                row["text"],
                row["duplicate_of"],
                [each.rsplit("=>", 1)[0].strip() for each in row["parts"].split("||") if each],
            )
            for row in csv.DictReader(file)
        ]


def is_right(parts: list[str], wanted: list[str]) -> bool:
    """As many parts as labelled, each like its label."""
    return len(parts) == len(wanted) and all(
        difflib.SequenceMatcher(None, part, label, autojunk=False).ratio() >= LIKENESS
        for part, label in zip(parts, wanted, strict=True)
    )


def splits(questions: Iterable[Question], lead_of: LeadOf | None = None) -> Splits:
    multiple = right = single = kept = 0
    for question in questions:
        parts = split(question.text, lead_of)
        if question.parts:
            multiple, right = multiple + 1, right + is_right(parts, question.parts)
        else:
            single, kept = single + 1, kept + (len(parts) == 1)
    return Splits(multiple, right, single, kept)


def roots(questions: list[Question]) -> dict[str, str]:
    """Id -> the id of the question whose group it is labelled into."""
    after = {question.id: question.duplicate_of for question in questions}

    def root(id_: str) -> str:
        seen = set()
        while after.get(id_) and id_ not in seen:
            seen.add(id_)
            id_ = after[id_]
        return id_

    return {id_: root(id_) for id_ in after}


def pairs(questions: list[Question]) -> Pairs:
    """Pairs of one group, labelled and found; each author's questions for themselves.

    The two authors, told by the letter of the id, labelled what is the same among their own alone.
    """
    labelled = found = right = 0
    for author in sorted({question.id[0] for question in questions}):
        own = [question for question in questions if question.id[0] == author]
        root = roots(own)
        grouped = groups([question.text for question in own], SHORT)
        proposed = {
            (own[one].id, own[two].id) for group in grouped for one, two in combinations(group, 2)
        }
        same = {
            (one.id, two.id) for one, two in combinations(own, 2) if root[one.id] == root[two.id]
        }
        labelled, found = labelled + len(same), found + len(proposed)
        right += len(same & proposed)
    return Pairs(labelled, found, right)


def main(part: str) -> None:
    questions = labelled(part)
    cut, same = splits(questions), pairs(questions)
    print(f"{part}: {len(questions)} questions")
    print(
        f"splits: {cut.right}/{cut.multiple} = {cut.rate:.3f}; left whole {cut.kept}/{cut.single}"
    )
    print(
        f"duplicates: F1 {same.f1:.3f}, precision {same.precision:.3f}, recall {same.recall:.3f} "
        f"({same.labelled} pairs labelled, {same.found} found)"
    )


if __name__ == "__main__":
    main(*sys.argv[1:] or ["open"])
