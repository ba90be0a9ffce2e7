"""The workbook's catalogue of topics, ready to be looked up: phrases, exclusions, who answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from xl_dialogue.plan import bodies
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.schema import parts
from xl_dialogue.questions.opinion import Opinions, opinions
from xl_dialogue.questions.phrases import Lexicon
from xl_dialogue.questions.words import Synonyms, synonyms_from

_WEIGHTS = (0.0, 0.8, 1.4, 2.0, 2.6)
"""What a phrase of so many words says for its topic; longer ones say no more."""
_HINT = 0.35
"""What is left of that for a phrase in brackets."""


class Topic(NamedTuple):
    """A row of the catalogue."""

    code: str
    name: str
    lead: str
    coordinators: tuple[str, ...]
    authority: str
    basis: str = ""


class Keyword(NamedTuple):
    """A phrase of one topic, as the catalogue writes it, or the name of a body."""

    said: str
    topic: str
    weight: float
    """What it says for its topic; less where topics of other leads claim it too."""
    excludes: bool = False
    """It rules its topic out."""
    hint: bool = False
    """It only adds to what others say."""
    lead: str = ""
    """Who leads its topic."""
    body: str = ""
    """The body that the asker names; then there is no topic."""


_NAMED = 0.6
"""What it says for a body that the asker names it."""
_OFFICE, _BRANCH = "Sở ", "ngành "


@dataclass(frozen=True)
class Catalogue:
    """The topics, ready to be looked up by phrase."""

    topics: Mapping[str, Topic]
    keywords: tuple[Keyword, ...]
    """By the number of the phrase in the lexicon."""
    lexicon: Lexicon
    synonyms: Synonyms
    names: Mapping[str, str]
    """Code of a body -> its name."""
    living: frozenset[str]
    """Codes of the bodies in force on the day of the conference."""
    heirs: Mapping[str, str]
    """Code of a body -> the body that has its tasks on that day, itself if it is in force."""
    opinions: Opinions
    shipped: tuple[str, ...]
    """The lead of each topic that the second opinion knows, by its number there; "" for none."""


def catalogue(plan: Plan) -> Catalogue:
    """The plan's topics; a body no longer in force gives way to its successor."""
    names, after = bodies.names(plan), bodies.successors(plan)
    living = bodies.in_force(plan, plan.conference.date)
    heirs = {code: bodies.heir_in_force(code, after, living) for code in names}
    topics = {topic.code: topic for topic in _topics(plan, heirs)}
    synonyms = synonyms_from(
        (said, meant) for _, (said, meant) in down(plan.synonyms, "said", "meant")
    )
    said: list[tuple[str, str, bool]] = []
    for _, (code, keywords, exclusions) in down(plan.topics, "code", "keywords", "exclusions"):
        if code in topics:
            said += [(phrase, code, False) for phrase in dict.fromkeys(parts(keywords))]
            said += [(phrase, code, True) for phrase in dict.fromkeys(parts(exclusions))]
    named = dict(_named_bodies(plan, {topic.lead for topic in topics.values()}, synonyms))
    lexicon = Lexicon([*(phrase.strip("()") for phrase, _, _ in said), *named], synonyms)
    claims = _claims(said, topics)
    keywords = tuple(
        Keyword(
            phrase.strip("()"),
            code,
            _weight(phrase, size) / claims[phrase] ** 0.5,
            excludes,
            phrase.startswith("("),
            topics[code].lead,
        )
        for (phrase, code, excludes), size in zip(said, lexicon.sizes, strict=False)
    ) + tuple(Keyword(name, "", _NAMED, body=code) for name, code in named.items())
    second = opinions()
    shipped = tuple(
        topics[code].lead if code in topics and topics[code].name == name else ""
        for code, name in second.topics
    )
    return Catalogue(topics, keywords, lexicon, synonyms, names, living, heirs, second, shipped)


def _named_bodies(plan: Plan, leads: Set[str], synonyms: Synonyms) -> Iterator[tuple[str, str]]:
    """How askers name the bodies that lead: by name, other name, code; "ngành y tế" for Sở Y tế.

    A code that also abbreviates a thing, as BHXH does, names no body.
    """
    for _, (code, name, aliases) in down(plan.departments, "code", "name", "aliases"):
        if code in leads:
            codes = () if code.lower() in synonyms else (code,)
            for said in (name, *parts(aliases), *codes):
                yield said, code
                if said.startswith(_OFFICE):
                    yield _BRANCH + said.removeprefix(_OFFICE), code


def _topics(plan: Plan, heirs: Mapping[str, str]) -> Iterable[Topic]:
    """The rows whose lead, or whoever took over from it, exists on the day of the conference."""

    def living_body(code: str, instead: str = "") -> str:
        heir = heirs.get(code, "")
        return heir if heir == code else heirs.get(instead) or heir

    columns = ("code", "name", "lead", "coordinators", "authority", "basis", "successor")
    for _, (code, name, lead, coordinators, authority, basis, successor) in down(
        plan.topics, *columns
    ):
        leading = living_body(lead, successor)
        if code and leading:
            others = dict.fromkeys(living_body(other) for other in parts(coordinators))
            yield Topic(
                code,
                name,
                leading,
                tuple(other for other in others if other and other != leading),
                authority,
                basis,
            )


def _weight(phrase: str, size: int) -> float:
    weight = _WEIGHTS[min(size, len(_WEIGHTS) - 1)]
    return weight * _HINT if phrase.startswith("(") else weight


def _claims(
    said: Iterable[tuple[str, str, bool]], topics: Mapping[str, Topic]
) -> Mapping[str, int]:
    """Phrase -> how many leads have it in their topics, be it to rule one out: it tells less."""
    claims: dict[str, set[str]] = defaultdict(set)
    for phrase, code, _ in said:
        claims[phrase].add(topics[code].lead)
    return {phrase: len(leads) for phrase, leads in claims.items()}
