"""The Decree 30 lint: where a Word document is not laid out as the decree asks.

Source: Decree 30/2020/NĐ-CP, Appendices I-III.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.decree import rules as rules
from xl_dialogue.decree.letters import Role
from xl_dialogue.decree.reading import read
from xl_dialogue.decree.recognising import letters_of
from xl_dialogue.decree.registry import RULES, Fault, Level, Rule
from xl_dialogue.decree.tags import is_template
from xl_dialogue.messages import Language, Said, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from xl_dialogue.decree.letters import Letter

_WORDS = 8


def _remark(code: str, about: Text, source: str, level: Level, *roles: Role) -> Rule:
    """What is told of a document as a whole, and judged by no rule."""
    return Rule(code, about, level, frozenset(), roles, source, lambda _: iter(()))


_NOT_MEASURED = _remark(
    "N01",
    Text("Văn bản của Đảng", "Party document"),
    "Hướng dẫn của Văn phòng Trung ương Đảng",
    Level.NOTE,
    Role.PARTY,
)
NOT_RECOGNISED = _remark(
    "N02",
    Text("Loại văn bản", "Kind of document"),
    "NĐ 30/2020, Điều 8",
    Level.NOTE,
    Role.NEITHER,
)
_BLANK = _remark("N03", Text("Nội dung", "Text"), "NĐ 30/2020, Điều 8", Level.ERROR)


class Place(NamedTuple):
    """Where in the file: the document's order, the part, its paragraph from 1, the first words.

    ``paragraph`` is 0 and ``words`` is empty where the whole document is meant.
    """

    letter: int
    part: str
    paragraph: int = 0
    words: str = ""

    def say(self, language: Language = "vi") -> str:
        if not self.paragraph:
            return messages.DECREE_WHOLE.say(language, letter=self.letter)
        return messages.DECREE_PLACE.say(
            language, letter=self.letter, paragraph=self.paragraph, words=self.words
        )


@dataclass(frozen=True)
class Lapse:
    """One thing that is not as the decree asks."""

    rule: Rule
    text: Text
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict)
    again: int = 0
    """At how many more places of the same document the same is wrong."""

    @property
    def level(self) -> Level:
        return self.rule.level

    @property
    def source(self) -> str:
        return self.rule.source

    def say(self, language: Language = "vi") -> str:
        more = Said(messages.DECREE_AGAIN, {"count": self.again}) if self.again else ""
        return messages.DECREE_LAPSE.say(
            language,
            place=self.place,
            element=Said(self.rule.element, {}),
            reason=Said(self.text, dict(self.facts)),
            more=more,
            source=self.source,
        )


def lint(path: Path, *, template: bool | None = None) -> list[Lapse]:
    """What is wrong, document by document; a template's tags count as text that fills in.

    Unless it is said, a file with several different tags is a template: a letter in which one
    was left is not.
    Errors: ``DialogueError`` when the file is missing, damaged, locked, too large or no Word file.
    """
    manuscript = read(path, template=bool(template))
    if template is None and is_template(each.text for each in manuscript.paragraphs):
        manuscript = read(path, template=True)
    if not any(each.text.strip() for each in manuscript.paragraphs):
        return [Lapse(_BLANK, messages.DECREE_WORDLESS, Place(1, ""))]
    return [lapse for letter in letters_of(manuscript) for lapse in judged(letter)]


def judged(letter: Letter) -> list[Lapse]:
    """The lapses of one document, the same sentence told once.

    Nobody must take a document for sound of which hardly anything was measured: that is told too.
    """
    place = Place(letter.order, letter.paragraphs[0].part)
    if letter.role is Role.PARTY:
        return [Lapse(_NOT_MEASURED, messages.DECREE_PARTY, place)]
    unknown = [Lapse(NOT_RECOGNISED, messages.DECREE_NOT_RECOGNISED, place)]
    return (unknown if letter.role is Role.NEITHER else []) + _told_once(
        Lapse(rule, fault.text, _place(letter, fault), fault.facts)
        for rule in RULES.values()
        if rule.holds_for(letter)
        for fault in rule.judge(letter)
    )


def _place(letter: Letter, fault: Fault) -> Place:
    if fault.at is None:
        return Place(letter.order, letter.paragraphs[0].part)
    paragraph = fault.at.paragraph
    words = " ".join(fault.at.text.split()[:_WORDS])
    return Place(letter.order, paragraph.part, paragraph.number, words)


def _told_once(lapses: Iterable[Lapse]) -> list[Lapse]:
    first: dict[tuple[str, Text, str], Lapse] = {}
    for lapse in lapses:
        key = (lapse.rule.code, lapse.text, repr(sorted(lapse.facts.items(), key=str)))
        known = first.get(key)
        first[key] = replace(known, again=known.again + 1) if known else lapse
    return list(first.values())


def fails(lapses: Iterable[Lapse]) -> bool:
    """Whether any of them is an error; a warning does not fail."""
    return any(lapse.level is Level.ERROR for lapse in lapses)


def as_json(lapses: Iterable[Lapse], language: Language = "vi") -> list[dict[str, object]]:
    """The lapses for other programs."""
    return [dict(_told(lapse, language)) for lapse in lapses]


def _told(lapse: Lapse, language: Language) -> Iterator[tuple[str, object]]:
    yield "rule", lapse.rule.code
    yield "element", lapse.rule.element.say(language)
    yield "level", lapse.level.value
    yield "source", lapse.source
    yield from lapse.place._asdict().items()
    yield "again", lapse.again
    yield (
        "facts",
        {
            name: fact.say(language) if isinstance(fact, Text) else fact
            for name, fact in lapse.facts.items()
        },
    )
    yield "said", lapse.say(language)
