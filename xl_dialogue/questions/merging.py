"""Questions that may be duplicates, proposed in the workbook: staff confirm, or say that not."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED, SPLIT
from xl_dialogue.questions.comparing import compare, in_words
from xl_dialogue.questions.duplicates import Pair, clearest, groups
from xl_dialogue.questions.lexicon import abbreviations

_OWN = ("maybe_duplicate_of", "likeness")
"""The cells of a proposal."""


def propose(plan: Plan) -> list[Change]:
    """The cells that say which question each may repeat, and in what they are alike.

    Confirmed under `Trùng với` or rejected under `Không trùng với`, a pair is not proposed again;
    a proposal that was rejected is taken out of its cell.
    """
    frame = plan.questions
    asked = frame[(frame["content"] != "") & (frame["status"] != SPLIT) & (frame["code"] != "")]
    rejected = _rejected(asked)
    changes = list(_withdrawn(plan, asked))
    rows = [int(row) for row in asked.index]
    texts = asked["content"].tolist()
    short = abbreviations(plan)
    for group in groups(texts, short, rejected):
        chosen = _representative(asked, texts, group)
        for member in group:
            pair = (min(member, chosen), max(member, chosen))
            if member == chosen or pair in rejected or not _is_open(plan, asked.iloc[member]):
                continue
            likeness = in_words(compare(texts[member], texts[chosen], short))
            for column, new in zip(_OWN, (asked["code"].iloc[chosen], likeness), strict=True):
                place = ("questions", rows[member], column)
                if not plan.is_formula(*place):
                    changes.append(Change(*place, plan.read(*place), new))
    return changes


def _is_open(plan: Plan, question: pd.Series) -> bool:
    """Nobody has merged the question, locked it, or been shown a proposal for it."""
    if plan.is_formula("questions", int(str(question.name)), "maybe_duplicate_of"):
        return False
    decided = ("duplicate_of", "lock", "maybe_duplicate_of")
    return not any(question[name] for name in decided)


def _rejected(asked: pd.DataFrame) -> frozenset[Pair]:
    """Pairs of places of which staff said that they ask different things."""
    place = {code: at for at, code in enumerate(asked["code"])}
    return frozenset(
        (min(at, place[other]), max(at, place[other]))
        for at, cell in enumerate(asked["differs_from"])
        for other in parts(cell)
        if other in place
    )


def _withdrawn(plan: Plan, asked: pd.DataFrame) -> Iterator[Change]:
    """Proposals that staff rejected: their cells are blank again."""
    for row, question in asked.iterrows():
        if question["maybe_duplicate_of"] in parts(question["differs_from"]):
            for column in _OWN:
                place = ("questions", int(str(row)), column)
                old = plan.read(*place)
                if old is not None and not plan.is_formula(*place):
                    yield Change(*place, old, "")


def _representative(asked: pd.DataFrame, texts: list[str], members: list[int]) -> int:
    """Into whom staff merged already, else who is answered, else who is read most easily."""
    merged_into = set(asked["duplicate_of"])
    free = [at for at in members if not asked["duplicate_of"].iloc[at]] or members
    chosen = [at for at in free if asked["code"].iloc[at] in merged_into]
    answered = [at for at in free if asked["status"].iloc[at] == ANSWERED]
    likely = chosen or answered or free
    return clearest([texts[at] for at in likely], likely)
