"""The fast way: the template read once, its other parts copied as they lie, still compressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xl_dialogue.opc import (
    Member,
    central_record,
    deflated_quickly,
    end_record,
    local_record,
    members_of,
)
from xl_dialogue.press.values import for_docxtpl
from xl_dialogue.press.walk import Filled, NotPlainError, walker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from xl_dialogue.press.template import Template

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BREAKS = ("\n", "\t", "\a", "\f", "{_", "_}")
"""What docxtpl changes after rendering: breaks, tabs and its escapes for braces."""


class DocxtplNeededError(Exception):
    """A value that docxtpl alone prints right: with breaks, tabs, or Word's own XML."""


class FastPress:
    """Letters from a template that ``is_simple``."""

    def __init__(self, template: Template) -> None:
        self._fills = [
            (part.name, _fill(template, at))
            for at, part in enumerate(template.parts) if part.name in template.changing
        ]  # fmt: skip
        members = list(members_of(template.content))
        kept = [member for member in members if member.name not in template.changing]
        self._local, self._directory = _records(kept, 0)
        self._count = len(members)

    def letter(self, context: Mapping[str, Any]) -> bytes:
        """The letter's bytes. Errors: ``DocxtplNeededError``; what jinja2 raises."""
        parts = self.parts(context)
        members = [deflated_quickly(name, content) for name, content in parts.items()]
        local, directory = _records(members, len(self._local))
        listing = self._directory + directory
        end = end_record(self._count, len(listing), len(self._local) + len(local))
        return b"".join((self._local, local, listing, end))

    def parts(self, context: Mapping[str, Any]) -> dict[str, bytes]:
        """The letter's changing parts. Errors: as ``letter``."""
        return {name: _written(fill(context)) for name, fill in self._fills}


def _fill(template: Template, at: int) -> Callable[[Mapping[str, Any]], Filled]:
    """By steps where the template and the values allow it, else by jinja2."""
    steps = template.prepared.steps[at]
    walk = walker(steps) if steps is not None else None
    literals: set[str] = set()

    def fill(context: Mapping[str, Any]) -> Filled:
        if walk is not None:
            try:
                return walk(context)
            except NotPlainError:
                pass
        if for_docxtpl(context):
            raise DocxtplNeededError
        if not literals:
            literals.update(_literals(template, at))
        compiled = template.compiled[at]
        texts = list(compiled.root_render_func(compiled.new_context(dict(context))))
        said = "\0".join([text for text in texts if text not in literals])
        return Filled([text.encode() for text in texts], said)

    return fill


def _literals(template: Template, at: int) -> set[str]:
    from jinja2 import nodes

    tree = template.tags.parse(template.parts[at].source)
    return {node.data for node in tree.find_all(nodes.TemplateData)}


def _written(filled: Filled) -> bytes:
    for sign in _BREAKS:
        if sign in filled.said:
            raise DocxtplNeededError
    return b"".join((_DECLARATION, *filled.texts))


def _records(members: Iterable[Member], offset: int) -> tuple[bytes, bytes]:
    """The members as they stand in the zip from this offset on, and their directory."""
    local, directory = [], []
    for member in members:
        record = local_record(member)
        local.append(record)
        directory.append(central_record(member, offset))
        offset += len(record)
    return b"".join(local), b"".join(directory)
