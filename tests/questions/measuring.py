"""How well questions are split and grouped, on labelled ones: totals, never the texts.

Run as ``python tests/questions/measuring.py [open|locked]``.
"""

from __future__ import annotations

import csv
import difflib
import sys
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from xl_dialogue.questions.splitting import LeadOf, split

LABELLED = Path(__file__).with_name("labelled")
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
        return self.right / self.multiple

    @property
    def kept_rate(self) -> float:
        return self.kept / self.single


class Pairs(NamedTuple):
    labelled: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.labelled)


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
