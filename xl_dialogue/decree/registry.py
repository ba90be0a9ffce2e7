"""The registry of the decree's rules: each is declared once, beside the function that judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from xl_dialogue.decree.letters import OFFICIAL, Letter, Role
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from xl_dialogue.decree.manuscript import Piece


class Level(Enum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    """Nothing is wrong; a person should know."""


@dataclass(frozen=True)
class Fault:
    """What a rule finds: the sentence, its facts, where; no place is the whole document."""

    text: Text
    at: Piece | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


Judge = Callable[[Letter], Iterator[Fault]]


@dataclass(frozen=True)
class Rule:
    """One rule of the decree."""

    code: str
    element: Text
    level: Level
    kinds: frozenset[str]
    """Kinds of documents it holds for, "CV" the official letter; empty for all."""
    roles: tuple[Role, ...]
    source: str
    judge: Judge

    def holds_for(self, letter: Letter) -> bool:
        return letter.role in self.roles and (not self.kinds or letter.kind in self.kinds)


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    element: Text,
    source: str,
    *,
    level: Level = Level.ERROR,
    kinds: str = "",
    roles: tuple[Role, ...] = OFFICIAL,
) -> Callable[[Judge], Judge]:
    """Enter the decorated function in the registry."""

    def register(judge: Judge) -> Judge:
        of_kinds = frozenset(kinds.split())
        RULES[code] = Rule(code, element, level, of_kinds, roles, source, judge)
        return judge

    return register


EVERY_ROLE = (*OFFICIAL, Role.APPENDIX, Role.NEITHER)
LAID_OUT = (*OFFICIAL, Role.APPENDIX)
"""What the decree lays out."""
