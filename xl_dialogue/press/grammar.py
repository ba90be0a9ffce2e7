"""What the template language objects to, in a sentence that somebody who uses Word can follow."""

from __future__ import annotations

import re

from xl_dialogue.messages import (
    GRAMMAR_FILTER,
    GRAMMAR_NAME,
    GRAMMAR_OTHER,
    GRAMMAR_SIGN,
    GRAMMAR_UNFINISHED,
    GRAMMAR_WORD,
    Said,
    Text,
)

_SENTENCES: tuple[tuple[str, Text], ...] = (
    (r"expected token 'end of print statement', got '(?P<what>.*)'", GRAMMAR_NAME),
    (r"expected token 'end of statement block', got '(?P<what>.*)'", GRAMMAR_NAME),
    (r"No (?:filter|test) named '(?P<what>.*)'", GRAMMAR_FILTER),
    (r"Encountered unknown tag '(?P<what>.*?)'", GRAMMAR_WORD),
    (r"unexpected char '(?P<what>.*)' at", GRAMMAR_SIGN),
    (r"unexpected '(?P<what>.*)'", GRAMMAR_SIGN),
    (
        r"[Ee]xpected an expression|[Uu]nexpected end|unterminated|expected token",
        GRAMMAR_UNFINISHED,
    ),
)


def objection(error: Exception) -> Said:
    """The sentence; an objection that is not known is told as some other one."""
    said = str(error)
    for pattern, text in _SENTENCES:
        found = re.search(pattern, said)
        if found:
            return Said(text, dict(found.groupdict()))
    return Said(GRAMMAR_OTHER, {})
