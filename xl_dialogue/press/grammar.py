"""What the template language objects to, in a sentence that somebody who uses Word can follow."""

from __future__ import annotations

import re

from xl_dialogue.messages import (
    GRAMMAR_FILTER,
    GRAMMAR_NAME,
    GRAMMAR_OTHER,
    GRAMMAR_SIGN,
    GRAMMAR_UNFINISHED,
    GRAMMAR_VALUE,
    GRAMMAR_WORD,
    Said,
    Text,
)

_SENTENCES: tuple[tuple[str, Text], ...] = (
    (r"expected token 'end of [^']*', got '(?:integer|float|string)'", GRAMMAR_VALUE),
    (r"expected token 'end of [^']*', got '(?P<what>\w+)'", GRAMMAR_NAME),
    (r"expected token 'end of [^']*', got '(?P<what>[^']*)'", GRAMMAR_SIGN),
    (r"No (?:filter|test) named '(?P<what>[^']*)'", GRAMMAR_FILTER),
    (r"Encountered unknown tag '(?P<what>[^']*)'", GRAMMAR_WORD),
    (
        r"[Ee]xpected an expression|expected name or number|[Uu]nexpected end|unterminated",
        GRAMMAR_UNFINISHED,
    ),
    (
        r"""unexpected 'end of |unexpected '}', expected|unexpected char ("'"|'"')""",
        GRAMMAR_UNFINISHED,
    ),
    (r"unexpected (?:char )?'(?P<what>[^']*)'", GRAMMAR_SIGN),
    (r"expected token", GRAMMAR_UNFINISHED),
)
"""The first that fits counts; a quote is an unexpected sign where its other half is missing."""


def objection(error: Exception) -> Said:
    """The sentence; an objection that is not known is told as some other one."""
    said = str(error)
    for pattern, text in _SENTENCES:
        found = re.search(pattern, said)
        if found:
            return Said(text, dict(found.groupdict()))
    return Said(GRAMMAR_OTHER, {})
