"""What docxtpl and jinja2 make of a template, once; kept for the next run, see ``cache``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.messages.files import FILE_MISSING
from xl_dialogue.messages.press import TAG_NOT_ALLOWED, TEMPLATE_DAMAGED, TEMPLATE_TAG_BROKEN

if TYPE_CHECKING:
    from _typeshed import StrPath


class Part(NamedTuple):
    """The document itself, a header, a footer or the footnotes."""

    name: str
    source: str
    """Its XML, undeclared, as docxtpl prepares it for jinja2: a tag is one text again."""


class Prepared(NamedTuple):
    """All that is known of a template before the first letter."""

    parts: tuple[Part, ...]
    steps: tuple[list[Any] | None, ...]
    """For each part, or None where jinja2 must fill it in."""
    properties: str
    variables: frozenset[str]
    is_simple: bool
    """Nothing in it needs what docxtpl does after rendering."""
    is_compared: bool = False
    """Its letters have been made both ways and were the same."""


def bytes_of(path: StrPath) -> bytes:
    """The file as it lies. Errors: ``DialogueError`` when it is missing or cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise DialogueError(FILE_MISSING, path=path) from error
    except OSError as error:
        raise DialogueError(TEMPLATE_DAMAGED, path=path) from error


def prepare(content: bytes, path: StrPath) -> Prepared:
    """Read it with docxtpl.

    Errors: ``DialogueError`` when it is no .docx, damaged, too large, or a tag is broken.
    """
    from jinja2 import meta

    from xl_dialogue.opc import Package
    from xl_dialogue.press.grammar import objection
    from xl_dialogue.press.reading import DAMAGE, checked, opened, prepared, properties
    from xl_dialogue.press.simple import is_simple
    from xl_dialogue.press.steps import steps_of
    from xl_dialogue.press.tags import UNREADABLE, ForbiddenError, Tags

    tags = Tags()
    docx = opened(checked(content, path), path)
    try:
        parts, kept = tuple(prepared(docx)), properties(docx)
    except DAMAGE as damage:
        raise DialogueError(TEMPLATE_DAMAGED, path=path) from damage
    try:
        trees = [tags.parse(part.source) for part in parts]
        for part in parts:
            tags.from_string(part.source)
        named = [meta.find_undeclared_variables(tree) for tree in (*trees, tags.parse(kept))]
    except ForbiddenError as error:
        detail = Said(TAG_NOT_ALLOWED, {"detail": error.message})
        raise DialogueError(TEMPLATE_TAG_BROKEN, path=path, detail=detail) from error
    except UNREADABLE as error:
        raise DialogueError(TEMPLATE_TAG_BROKEN, path=path, detail=objection(error)) from error
    return Prepared(
        parts,
        tuple(map(steps_of, trees)),
        kept,
        frozenset().union(*named) - {"range"},
        is_simple(parts, kept, Package(content).names, tags),
    )
