"""Everything that is known of each text of a file: who answers, its parts, what it repeats."""

from __future__ import annotations

import gc
import itertools
from collections.abc import Iterable, Iterator, Sequence

from xl_dialogue.messages import Language
from xl_dialogue.plan.plan import Plan
from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.dividing import lead_by
from xl_dialogue.questions.duplicates import groups
from xl_dialogue.questions.lexicon import abbreviations
from xl_dialogue.questions.precedents import Precedent
from xl_dialogue.questions.routing import route_all
from xl_dialogue.questions.splitting import split

_Asked = Sequence[tuple[str, str]]
_Answer = dict[str, object]


def answer_all(
    texts: Iterable[tuple[str, str]],
    plan: Plan,
    language: Language = "vi",
    earlier: Iterable[Precedent] = (),
    *,
    processes: int = 1,
) -> Iterator[_Answer]:
    """The answer to each (id, text): as ``route_all`` has it, with ``parts`` and ``duplicate_of``.

    ``parts`` is empty for a single petition; ``duplicate_of`` the id of the first in the file
    that asks the same. With several ``processes`` this one looks for what is asked twice, the
    others share the rest.
    """
    asked = list(texts)
    if processes < 2:
        first, answers = _repeated(asked, plan), _answers(asked, plan, language, earlier)
    else:
        first, answers = _together(asked, plan, language, list(earlier), processes - 1)
    for at, answer in enumerate(answers):
        yield answer | {"duplicate_of": first.get(at)}


def _together(
    asked: _Asked, plan: Plan, language: Language, earlier: list[Precedent], others: int
) -> tuple[dict[int, str], Iterator[_Answer]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    share = -(-len(asked) // others) or 1
    with ProcessPoolExecutor(others, get_context("spawn")) as pool:
        shares = [
            pool.submit(_answered, asked[start : start + share], plan, language, earlier)
            for start in range(0, len(asked), share)
        ]
        first = _repeated(asked, plan)
        return first, itertools.chain.from_iterable([done.result() for done in shares])


def _repeated(asked: _Asked, plan: Plan) -> dict[int, str]:
    """The place of each text that was asked before -> the id of the first that did."""
    return {
        member: asked[group[0]][0]
        for group in groups([text for _, text in asked], abbreviations(plan))
        for member in group[1:]
    }


def _answers(
    asked: _Asked, plan: Plan, language: Language, earlier: Iterable[Precedent]
) -> Iterator[_Answer]:
    known = catalogue(plan)
    lead_of = lead_by(known)
    routed = route_all(asked, plan, language, earlier, known)
    for (_, text), answer in zip(asked, routed, strict=True):
        parts = split(text, lead_of)
        told = [
            {"text": part, "lead": known.names.get(lead_of(part))}
            for part in parts
            if len(parts) > 1
        ]
        yield answer | {"parts": told}


def _answered(
    asked: _Asked, plan: Plan, language: Language, earlier: list[Precedent]
) -> list[_Answer]:
    """What another process runs, for this alone."""
    gc.disable()  # hardly a circle among texts and answers
    return list(_answers(asked, plan, language, earlier))
