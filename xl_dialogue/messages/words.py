"""What a sentence is: both languages, its facts, and the error that stops a job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol, runtime_checkable

Language = Literal["vi", "en"]


@runtime_checkable
class Sayable(Protocol):
    """What has a sentence of its own: a text, a refusal, a fault of a template."""

    def say(self, language: Language = "vi") -> str: ...


class Text(NamedTuple):
    """One sentence in both languages; ``{fact}`` marks what is filled in."""

    vi: str
    en: str

    def say(self, language: Language = "vi", **facts: object) -> str:
        """The sentence with its facts filled in; a fact that can speak does so in its language."""
        said = {
            name: fact
            if isinstance(fact, str) or not isinstance(fact, Sayable)  # asked slowly
            else fact.say(language)
            for name, fact in facts.items()
        }
        return str(getattr(self, language)).format(**said)


def some_of(names: Sequence[object], count: int) -> str:
    """The first so many in one line, with a sign where there are more."""
    return ", ".join(map(str, names[:count])) + ("…" if len(names) > count else "")


class Said(NamedTuple):
    """A sentence with its facts, to be said in either language."""

    text: Text
    facts: dict[str, object]

    def say(self, language: Language = "vi") -> str:
        return self.text.say(language, **self.facts)


class DialogueError(Exception):
    """What stops a job: no file, no template, no Excel. Bad data is a Finding, never this."""

    def __init__(self, text: Text, **facts: object) -> None:
        super().__init__(text.say("en", **facts))
        self.text = text
        self.facts = facts

    def say(self, language: Language = "vi") -> str:
        return self.text.say(language, **self.facts)
