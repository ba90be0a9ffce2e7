"""Everything that is known of each text of a file: who answers, its parts, what it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_dialogue.messages import Language
from xl_dialogue.plan.plan import Plan
from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.dividing import lead_by
from xl_dialogue.questions.duplicates import groups
from xl_dialogue.questions.lexicon import abbreviations
from xl_dialogue.questions.precedents import Precedent
from xl_dialogue.questions.routing import route_all
from xl_dialogue.questions.splitting import split


def answer_all(
    texts: Iterable[tuple[str, str]],
    plan: Plan,
    language: Language = "vi",
    earlier: Iterable[Precedent] = (),
) -> Iterator[dict[str, object]]:
    """The answer to each (id, text): as ``route_all`` has it, with ``parts`` and ``duplicate_of``.

    ``parts`` is empty for a single petition; ``duplicate_of`` the id of the first in the file
    that asks the same.
    """
    asked = list(texts)
    known = catalogue(plan)
    lead_of = lead_by(known)
    first = {
        member: asked[group[0]][0]
        for group in groups([text for _, text in asked], abbreviations(plan))
        for member in group[1:]
    }
    for at, answer in enumerate(route_all(asked, plan, language, earlier, known)):
        parts = split(asked[at][1], lead_of)
        told = [
            {"text": part, "lead": known.names.get(lead_of(part))}
            for part in parts
            if len(parts) > 1
        ]
        yield answer | {"parts": told, "duplicate_of": first.get(at)}
