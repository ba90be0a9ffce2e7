"""A letter made in Word, its ``{{ tags }}`` read once and filled in many times."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from jinja2 import meta

from xl_dialogue.messages import TEMPLATE_DAMAGED, TEMPLATE_TAG_BROKEN, DialogueError
from xl_dialogue.press.reading import DAMAGE, content_of, opened, prepared, properties
from xl_dialogue.press.tags import UNREADABLE, Tags

if TYPE_CHECKING:
    from pathlib import Path


class Template:
    """A template read whole: later changes of the file do not touch it.

    Errors: ``DialogueError`` when the file is missing, no .docx, damaged, or a tag is broken;
    ``faults.faults`` says which tag and where.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.content = content_of(path)
        self.digest = hashlib.sha256(self.content).hexdigest()
        self.tags = Tags()
        docx = opened(self.content, path)
        try:
            self.parts = tuple(prepared(docx))
            self.properties = properties(docx)
        except DAMAGE as damage:
            raise DialogueError(TEMPLATE_DAMAGED, path=path) from damage
        try:
            self.variables = self._variables()
            self.compiled = [self.tags.from_string(part.source) for part in self.parts]
        except UNREADABLE as error:
            raise DialogueError(TEMPLATE_TAG_BROKEN, path=path, detail=error) from error

    def _variables(self) -> frozenset[str]:
        sources = (*(part.source for part in self.parts), self.properties)
        trees = [self.tags.parse(source) for source in sources]
        return frozenset().union(*map(meta.find_undeclared_variables, trees)) - {"range"}


def names(template: Template) -> frozenset[str]:
    """The variables that the template uses, in its headers and footers too."""
    return template.variables
