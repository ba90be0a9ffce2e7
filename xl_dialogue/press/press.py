"""One letter's bytes: the fast way where both ways agree, docxtpl where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.press.fast import DocxtplNeededError, FastPress

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xl_dialogue.press.template import Template


class Press:
    """A template's first letter ever is made both ways and compared."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._fast = FastPress(template) if template.prepared.is_simple else None

    def letter(self, context: Mapping[str, object]) -> bytes:
        """The letter as a .docx. Errors: what jinja2 and docxtpl raise over a value."""
        if self._fast is None:
            return self._plain(context)
        try:
            letter = self._fast.letter(context)
        except DocxtplNeededError:
            return self._plain(context)
        return letter if self._template.prepared.is_compared else self._first(letter, context)

    def parts(self, context: Mapping[str, object]) -> dict[str, bytes] | bytes:
        """The letter's changing parts; the whole letter where docxtpl must make it."""
        if self._fast is None:
            return self._plain(context)
        try:
            parts = self._fast.parts(context)
        except DocxtplNeededError:
            return self._plain(context)
        if self._template.prepared.is_compared:
            return parts
        self.letter(context)
        return self.parts(context)

    def _first(self, letter: bytes, context: Mapping[str, object]) -> bytes:
        plain = self._plain(context)
        if same_documents(letter, plain, (part.name for part in self._template.parts)):
            self._template.found_equal()
            return letter
        self._fast = None
        return plain

    def _plain(self, context: Mapping[str, object]) -> bytes:
        from xl_dialogue.press.plain import plain_letter

        return plain_letter(self._template, dict(context))


def same_documents(one: bytes, other: bytes, names: Iterable[str]) -> bool:
    """These parts are the same XML, however it is written."""
    from xl_dialogue.opc import Package

    ours, theirs = Package(one), Package(other)
    return all(canonical(ours.read(name)) == canonical(theirs.read(name)) for name in names)


def canonical(xml: bytes) -> bytes:
    """Source: W3C Canonical XML 1.0."""
    import io

    from docx.oxml.parser import parse_xml

    text = io.BytesIO()
    parse_xml(xml).getroottree().write_c14n(text)
    return text.getvalue()
