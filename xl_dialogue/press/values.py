"""What may be printed: text. What may not is refused with its field, never printed as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from xl_dialogue.messages.press import (
    LETTER_REFUSED,
    REFUSED,
    VALUE_ABSENT,
    VALUE_NOT_TEXT,
    VALUE_UNPRINTABLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xl_dialogue.messages import Language, Text

_UNPRINTABLE = "[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
"""Outside XML 1.0, but for ``\\a`` and ``\\f``, which docxtpl turns into breaks; seldom asked."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False).encode
_ABSENT = frozenset({"None", "nan", "NaT", "<NA>"})
"""How Python prints what is not there."""
_ODD = ("\\", "null", "\ufffe", "\uffff", *(f'"{word}"' for word in sorted(_ABSENT)))
"""In JSON: a backslash stands before what is no printed character."""


class Refusal(NamedTuple):
    """A letter that was not printed, or not replaced, and why."""

    letter: int
    """Its place in the batch, from 0."""
    field: str
    """As the template names it, ``tasks[2].content`` in a table; blank: the letter as a whole."""
    reason: Text

    def say(self, language: Language = "vi") -> str:
        text = REFUSED if self.field else LETTER_REFUSED
        reason = self.reason.say(language)
        return text.say(language, number=self.letter + 1, field=self.field, reason=reason)


def said_by(values: object) -> tuple[bytes | None, bool]:
    """The values as JSON, and whether none of them is to be looked at more closely.

    None when JSON cannot say them: pictures, or half a character. Odd values leave odd signs in it.
    """
    try:
        text = _ENCODE(values)
        said = text.encode()
    except (TypeError, ValueError):
        return None, False
    for sign in _ODD:
        if sign in text:
            return said, False
    return said, True


def in_lines(value: object) -> object:
    """The value with every line end as ``\\n``, which docxtpl knows."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if isinstance(value, Mapping):
        return {key: in_lines(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [in_lines(item) for item in value]
    return value


def flaws(context: Mapping[str, object]) -> Iterator[tuple[str, Text]]:
    """The fields that cannot be printed and why."""
    for field, value in leaves(context):
        reason = _flaw(value)
        if reason is not None:
            yield field, reason


def leaves(context: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The single values, rows of tables counted from 1: ``tasks[2].content``."""
    return _leaves((str(field), value) for field, value in context.items())


def _leaves(named: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    for field, value in named:
        if isinstance(value, str):
            yield field, value
        elif isinstance(value, Mapping):
            yield from _leaves((f"{field}.{key}", item) for key, item in value.items())
        elif isinstance(value, (list, tuple)):
            yield from _leaves((f"{field}[{row}]", item) for row, item in enumerate(value, 1))
        else:
            yield field, value


def for_docxtpl(context: Mapping[str, object]) -> list[Any]:
    """The RichTexts, Listings, pictures and sub-documents in it: they bring Word's XML along."""
    return [value for _, value in leaves(context) if _from_docxtpl(value)]


def _from_docxtpl(value: object) -> bool:
    return type(value).__module__.partition(".")[0] == "docxtpl"


def _flaw(value: object) -> Text | None:
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _flaw_of_text(value)
    if value is None or (isinstance(value, float) and value != value):
        return VALUE_ABSENT
    return None if isinstance(value, int) or _from_docxtpl(value) else VALUE_NOT_TEXT


def _flaw_of_text(text: str) -> Text | None:
    if text in _ABSENT:
        return VALUE_ABSENT
    return VALUE_UNPRINTABLE if re.search(_UNPRINTABLE, text) else None
