"""One letter's bytes: the fast way where both ways agree, docxtpl where they do not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml

from xl_dialogue.opc import Package
from xl_dialogue.press.fast import DocxtplNeededError, FastPress, is_simple
from xl_dialogue.press.plain import plain_letter
from xl_dialogue.press.values import for_docxtpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xl_dialogue.press.template import Template


class Press:
    """Made anew for every batch: its first letter is made both ways and compared."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._fast = FastPress(template) if is_simple(template) else None
        self._compared = False

    def letter(self, context: dict[str, object]) -> bytes:
        """The letter as a .docx. Errors: what jinja2 and docxtpl raise over a value."""
        if self._fast is None or for_docxtpl(context):
            return plain_letter(self._template, context)
        try:
            letter = self._fast.letter(context)
        except DocxtplNeededError:
            return plain_letter(self._template, context)
        return letter if self._compared else self._first(letter, context)

    def _first(self, letter: bytes, context: dict[str, object]) -> bytes:
        self._compared = True
        plain = plain_letter(self._template, context)
        if same_documents(letter, plain, (part.name for part in self._template.parts)):
            return letter
        self._fast = None
        return plain


def same_documents(one: bytes, other: bytes, names: Iterable[str]) -> bool:
    """These parts are the same XML, however it is written."""
    ours, theirs = Package(one), Package(other)
    return all(canonical(ours.read(name)) == canonical(theirs.read(name)) for name in names)


def canonical(xml: bytes) -> bytes:
    """Source: W3C Canonical XML 1.0."""
    text = io.BytesIO()
    parse_xml(xml).getroottree().write_c14n(text)
    return text.getvalue()
